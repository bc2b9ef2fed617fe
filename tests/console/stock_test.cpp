// SPDX-License-Identifier: Apache-2.0
// The page of stock: what needs attention first, one commodity with its movements a page at a time, and every change
// asked for on a sheet and sent once.
#include "clinic/console/flow/door.hpp"
#include "clinic/console/flow/stock_steps.hpp"
#include "clinic/console/screens/stock_screen.hpp"
#include "clinic/console/wording/stock_words.hpp"
#include "happens.hpp"
#include "sample.hpp"
#include "stage.hpp"
#include "stock_states.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace verandah::console {
namespace {

using namespace std::chrono_literals;
using domain::CentreDay;
using domain::Role;
using test::commodity;
using test::happens;
using test::sample_now;
using test::Stage;
using test::wishes;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// What is asked of the hub about stock.
template <class Wanted>
const Wanted* asked_for(const std::vector<Effect>& effects)
{
    for (const auto& effect : effects) {
        if (const auto* stock = std::get_if<StockEffect>(&effect)) {
            if (const auto* wanted = std::get_if<Wanted>(stock)) {
                return wanted;
            }
        }
    }
    return nullptr;
}

void type(Console& console, StockField field, const std::string& words)
{
    static_cast<void>(wishes(console, StockWish{TypeStock{field, words}}));
}

Console at(StockDeed deed)
{
    auto console = test::console_at_condoms(5);
    static_cast<void>(wishes(console, StockWish{AskStock{deed}}));
    return console;
}

/// What a finished sheet asks of the hub.
ChangeStock sent(Console& console)
{
    const auto effects = wishes(console, Confirm{});
    const auto* change = asked_for<ChangeStock>(effects);
    return change == nullptr ? ChangeStock{"nothing", {}} : *change;
}

TEST(StockPage, IsThereForWhoeverMaySeeStock)
{
    for (const auto role : domain::every_role) {
        const auto console = test::console_with(test::busy_line(), test::signed_in(role));
        const auto seen = pages(console);
        EXPECT_EQ(std::ranges::find(seen, Page::stock) != seen.end(), domain::may(role, domain::Right::stock_see))
            << domain::word(role);
    }
}

TEST(StockPage, AsksForWhatIsThereWhenItIsOpened)
{
    auto console = test::console_with(test::busy_line());
    EXPECT_NE(asked_for<FetchStock>(wishes(console, ShowPage{Page::stock})), nullptr);
}

TEST(StockPage, ShowsWhatNeedsAttentionFirst)
{
    const auto model = stock_words({test::console_at_stock(), test::translator("en"), sample_now});
    ASSERT_EQ(model.rows.size(), 7U);
    EXPECT_EQ(model.rows[0].label, "Lubricant");
    EXPECT_EQ(model.rows[0].mark.words, "Out of stock");
    EXPECT_EQ(model.rows[1].label, "Male condoms");
    EXPECT_EQ(model.rows[2].mark.words, "Low");
    EXPECT_EQ(model.rows.back().balance, "never received");
}

TEST(StockPage, LooksAgainAfterAWhileAndNotTwiceAtOnce)
{
    auto console = test::console_at_stock();
    EXPECT_EQ(asked_for<FetchStock>(handle(console, TimePassed{}, sample_now + 5s)), nullptr);
    EXPECT_NE(asked_for<FetchStock>(handle(console, TimePassed{}, sample_now + 31s)), nullptr);
    EXPECT_EQ(asked_for<FetchStock>(handle(console, TimePassed{}, sample_now + 70s)), nullptr);
}

TEST(StockPage, ForgetsTheCupboardWithWhoeverStoodHere)
{
    auto console = test::console_at_condoms(5);
    static_cast<void>(handle(console, SessionHappening{SessionCame{test::nobody()}}, sample_now));
    EXPECT_FALSE(console.stock.view);
    EXPECT_THAT(console.stock.movements, IsEmpty());
}

TEST(StockShelf, FetchesMovementsAPageAtATimeAsTheEndComesIntoSight)
{
    auto console = test::console_at_stock();
    const auto first = wishes(console, StockWish{ChooseCommodity{commodity("condom.male")}});
    ASSERT_NE(asked_for<FetchMovements>(first), nullptr);
    EXPECT_EQ(asked_for<FetchMovements>(first)->query.before, std::nullopt);
    const auto page = test::sample_movements(100);
    static_cast<void>(happens(console, MovementsCame{console.stock.look, {page, page.back().id}}));
    const auto on = wishes(console, StockWish{ReadMovementsOn{}});
    ASSERT_NE(asked_for<FetchMovements>(on), nullptr);
    EXPECT_EQ(asked_for<FetchMovements>(on)->query.before, page.back().id);
    EXPECT_EQ(asked_for<FetchMovements>(wishes(console, StockWish{ReadMovementsOn{}})), nullptr);
}

TEST(StockShelf, TakesNoMovementsOfAnotherLook)
{
    auto console = test::console_at_stock();
    static_cast<void>(wishes(console, StockWish{ChooseCommodity{commodity("condom.male")}}));
    const auto old = console.stock.look;
    static_cast<void>(wishes(console, StockWish{ChooseCommodity{commodity("needle")}}));
    static_cast<void>(happens(console, MovementsCame{old, {test::sample_movements(3)}}));
    EXPECT_THAT(console.stock.movements, IsEmpty());
}

TEST(StockShelf, DrawsOnlyTheRowsInSightOfTenThousand)
{
    Stage stage{test::console_at_condoms(10'000)};
    stage.show();
    EXPECT_LT(stage.rehearsal.targets().size(), 60U);
}

TEST(StockShelf, HasNoButtonsForWhoeverMayOnlyHandOut)
{
    auto console = test::console_with(test::busy_line(), test::signed_in(Role::outreach_worker));
    static_cast<void>(wishes(console, ShowPage{Page::stock}));
    static_cast<void>(happens(console, StockCame{test::sample_stock()}));
    static_cast<void>(wishes(console, StockWish{ChooseCommodity{commodity("condom.male")}}));
    const auto model = stock_words({console, test::translator("en"), sample_now});
    ASSERT_TRUE(model.shelf);
    ASSERT_EQ(model.shelf->deeds.size(), 1U);
    EXPECT_EQ(model.shelf->deeds.front().deed, StockDeed::hand_out);
    static_cast<void>(wishes(console, StockWish{AskStock{StockDeed::receive}}));
    EXPECT_FALSE(console.sheet);
}

TEST(StockShelf, IsLedToByTouchAndByKeys)
{
    Stage stage{test::console_at_stock()};
    EXPECT_EQ(stage.press("Lubricant"), Answer{StockWish{ChooseCommodity{commodity("lubricant.sachet")}}});
    Stage shelf{test::console_at_condoms(5)};
    EXPECT_EQ(shelf.press_letter('R'), Answer{StockWish{AskStock{StockDeed::receive}}});
    EXPECT_EQ(shelf.press_letter('H'), Answer{StockWish{AskStock{StockDeed::hand_out}}});
    EXPECT_EQ(shelf.press_letter('B'), Answer{StockWish{LeaveCommodity{}}});
    EXPECT_EQ(shelf.press("Count"), Answer{StockWish{AskStock{StockDeed::count}}});
}

TEST(StockSheets, ReceiveABatchUntilTheEndOfItsMonth)
{
    auto console = at(StockDeed::receive);
    EXPECT_EQ(missing(console), Missing::batch);
    type(console, StockField::batch, "lx-2401");
    EXPECT_EQ(missing(console), Missing::expiry);
    type(console, StockField::expiry, "2029-06");
    EXPECT_EQ(missing(console), Missing::amount);
    static_cast<void>(wishes(console, ChooseOption{0, 2}));
    const auto change = sent(console);
    EXPECT_EQ(change.path, "/v1/stock/receive");
    const auto body = wire::decode_receive_request(change.body).value();
    EXPECT_EQ(body.expiry, (CentreDay{2029y, std::chrono::June, 30d}));
    EXPECT_EQ(body.amount, 500);
    EXPECT_EQ(body.batch.view(), "LX-2401");
}

TEST(StockSheets, RefuseAnExpiryThatIsPastBeforeTheHubHasTo)
{
    auto console = at(StockDeed::receive);
    type(console, StockField::batch, "A");
    type(console, StockField::expiry, "2020-01");
    type(console, StockField::amount, "5");
    EXPECT_EQ(missing(console), Missing::expiry);
    EXPECT_EQ(sent(console).path, "nothing");
}

TEST(StockSheets, HandOutNoMoreThanThereIs)
{
    auto console = at(StockDeed::hand_out);
    type(console, StockField::amount, "1241");
    EXPECT_EQ(missing(console), Missing::stock);
    type(console, StockField::amount, "१२");
    const auto change = sent(console);
    EXPECT_EQ(change.path, "/v1/stock/hand-out");
    EXPECT_EQ(wire::decode_give_request(change.body).value().amount, 12);
}

TEST(StockSheets, CountABatchToZeroAsWell)
{
    auto console = at(StockDeed::count);
    EXPECT_EQ(missing(console), Missing::amount);
    static_cast<void>(wishes(console, ChooseOption{0, 1}));
    type(console, StockField::amount, "0");
    const auto body = wire::decode_count_request(sent(console).body).value();
    EXPECT_EQ(body.batch.view(), "LX-2201/B");
    EXPECT_EQ(body.found, 0);
}

TEST(StockSheets, WasteWithAReason)
{
    auto console = at(StockDeed::waste);
    type(console, StockField::amount, "12");
    EXPECT_EQ(missing(console), Missing::reason);
    static_cast<void>(wishes(console, ChooseOption{2, 0}));
    const auto body = wire::decode_waste_request(sent(console).body).value();
    EXPECT_EQ(body.batch.view(), "LX-2190");
    EXPECT_EQ(body.reason, "Expired");
}

TEST(StockSheets, AdjustUpOrDownWithWordsOfOnesOwn)
{
    auto console = at(StockDeed::adjust);
    type(console, StockField::amount, "3");
    type(console, StockField::reason, "दो डिब्बे पीछे थे");
    auto fewer = console;
    EXPECT_EQ(wire::decode_adjust_request(sent(fewer).body).value().amount, -3);
    static_cast<void>(wishes(console, ChooseOption{1, 1}));
    const auto body = wire::decode_adjust_request(sent(console).body).value();
    EXPECT_EQ(body.amount, 3);
    EXPECT_EQ(body.reason, "दो डिब्बे पीछे थे");
}

TEST(StockSheets, TakeBackTheChosenMovementAndNoneThatWasTakenBack)
{
    auto console = test::console_at_condoms(8);
    static_cast<void>(wishes(console, StockWish{AskStock{StockDeed::counter}}));
    EXPECT_FALSE(console.sheet); // none is chosen
    for (const auto& movement : console.stock.movements) {
        auto chosen = console;
        static_cast<void>(wishes(chosen, StockWish{ChooseMovement{movement.id}}));
        static_cast<void>(wishes(chosen, StockWish{AskStock{StockDeed::counter}}));
        const bool may_be = !movement.countered_by && movement.kind != domain::MovementKind::countered;
        EXPECT_EQ(chosen.sheet.has_value(), may_be);
        if (may_be) {
            static_cast<void>(wishes(chosen, ChooseOption{0, 0}));
            EXPECT_EQ(wire::decode_counter_request(sent(chosen).body).value().movement, movement.id);
        }
    }
}

TEST(StockSheets, SendADeedOnceAndLookAgainWhenItWasAnswered)
{
    auto console = at(StockDeed::hand_out);
    type(console, StockField::amount, "12");
    EXPECT_EQ(sent(console).path, "/v1/stock/hand-out");
    static_cast<void>(wishes(console, StockWish{AskStock{StockDeed::hand_out}}));
    EXPECT_FALSE(console.sheet); // one is under way
    const auto effects = happens(console, StockChanged{});
    EXPECT_NE(asked_for<FetchStock>(effects), nullptr);
    EXPECT_NE(asked_for<FetchMovements>(effects), nullptr);
    const auto model = stock_words({console, test::translator("en"), sample_now});
    EXPECT_EQ(model.shelf->said, "Handed out and written down.");
}

TEST(StockSheets, SayKindlyWhatTheHubRefused)
{
    for (const auto why : {domain::Refusal::Why::conflict, domain::Refusal::Why::invalid_input,
                           domain::Refusal::Why::not_found, domain::Refusal::Why::not_allowed}) {
        auto console = at(StockDeed::hand_out);
        type(console, StockField::amount, "12");
        static_cast<void>(sent(console));
        static_cast<void>(happens(console, StockRefused{why}));
        const auto model = stock_words({console, test::translator("en"), sample_now});
        EXPECT_FALSE(model.shelf->said.empty());
        EXPECT_TRUE(model.shelf->said_is_care);
    }
}

TEST(StockSheets, ReadAnExpiryAsPeopleWriteIt)
{
    const CentreDay end_of_march{2028y, std::chrono::March, 31d};
    for (const auto* text : {"2028-03", "03/2028", "3/2028", "2028.3", "٢٠٢٨-٠٣", "2028-03-31", "31.3.2028"}) {
        EXPECT_EQ(expiry_in(text), end_of_march) << text;
    }
    EXPECT_EQ(expiry_in("2028-02"), (CentreDay{2028y, std::chrono::February, 29d}));
    for (const auto* text : {"", "2028", "soon", "2028-13", "13/2028", "2027-02-29", "28-03", "2028--03", "-2028-03",
                             "2028-03-31-1", "99999-01"}) {
        EXPECT_EQ(expiry_in(text), std::nullopt) << text;
    }
}

TEST(StockWords, GroupDigitsAndShortenWholeMonths)
{
    EXPECT_EQ(grouped(1'240), "1,240");
    EXPECT_EQ(grouped(1'000'000), "1,000,000");
    EXPECT_EQ(grouped(-12), "−12");
    EXPECT_EQ(expiry_words({2028y, std::chrono::February, 29d}), "2028-02");
    EXPECT_EQ(expiry_words({2028y, std::chrono::February, 28d}), "2028-02-28");
}

TEST(StockScreens, CutNoTextAndPlaceNothingOutsideInAnyStateAndLanguage)
{
    for (const char* language : {"en", "hi", "ar"}) {
        for (const auto& [name, state] : test::every_stock_state()) {
            if (state.sheet) {
                continue;
            }
            Stage stage{state, language};
            stage.show();
            EXPECT_THAT(stage.rehearsal.faults({}), IsEmpty()) << name << " in " << language;
        }
    }
}

TEST(StockScreens, CutNoTextOfASheetInAnyLanguage)
{
    for (const char* language : {"en", "hi", "ar"}) {
        for (const auto& [name, state] : test::every_stock_state()) {
            if (!state.sheet) {
                continue;
            }
            Stage stage{state, language};
            stage.show();
            for (const auto& text : stage.rehearsal.painter().texts()) {
                EXPECT_TRUE(text.complete) << name << " in " << language << ": " << text.words;
            }
        }
    }
}

TEST(StockScreens, SpeakEveryWordInEveryLanguage)
{
    for (const char* language : {"hi", "ar"}) {
        for (const auto& [name, state] : test::every_stock_state()) {
            Stage stage{state, language};
            stage.show();
            EXPECT_FALSE(stage.rehearsal.shows("Stock")) << name << " in " << language;
        }
    }
}

} // namespace
} // namespace verandah::console
