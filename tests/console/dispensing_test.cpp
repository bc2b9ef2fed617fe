// SPDX-License-Identifier: Apache-2.0
// A dose at the console: taken off the stock first, then written down; put back when it was not.
#include "clinic/console/flow/record_dispensing.hpp"
#include "clinic/console/flow/record_view.hpp"
#include "pharmacy.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace verandah::console {
namespace {

using namespace std::chrono_literals;
using test::days_from_now;
using test::Pharmacy;
using test::RecordHub;
using test::sample_now;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using Why = domain::Refusal::Why;

constexpr auto first = test::first_prescription;
constexpr std::string_view doxycycline = "doxycycline.100mg"; ///< Twice a day, 14 days: 28 tablets.

TEST(Dose, LeavesTheCupboardFirstAndNamesWhatLeft)
{
    Pharmacy room;
    room.prescribe_tablets();
    room.does(GiveDose{first});

    EXPECT_EQ(room.hub.balance(doxycycline), 212 - 28);
    ASSERT_THAT(room.doses(), SizeIs(1));
    ASSERT_THAT(room.doses()[0].movements, SizeIs(1));
    const auto* movement = room.hub.cupboard().movement(room.doses()[0].movements[0]);
    EXPECT_EQ(movement->amount, -28);
    EXPECT_EQ(movement->kind, domain::MovementKind::dispensed);
    room.pass(kept_after);
    EXPECT_EQ(kept(room.record()), Record::Kept::everything);
}

TEST(Dose, NamesAMovementOfEveryBatchItCameFrom)
{
    Pharmacy room{[](RecordHub& hub) { hub.receive(doxycycline, "SOON", 10, days_from_now(20)); }};
    room.prescribe_tablets();
    room.does(GiveDose{first});

    ASSERT_THAT(room.doses(), SizeIs(1));
    EXPECT_THAT(room.doses()[0].movements, SizeIs(2));
    EXPECT_EQ(room.hub.cupboard().movement(room.doses()[0].movements[0])->batch.view(), "SOON");
}

TEST(Dose, OfTwoDrugsTakesBoth)
{
    Pharmacy room;
    room.prescribe("urethral_discharge", "urethral.1");
    room.does(GiveDose{first});

    const auto* regimen = regimen_of(room.console, room.hub.file().prescriptions.at(first).prescribed);
    ASSERT_THAT(regimen->drugs, SizeIs(2));
    ASSERT_THAT(room.doses(), SizeIs(1));
    EXPECT_THAT(room.doses()[0].movements, SizeIs(2));
}

TEST(Dose, SaysBeforeItIsGivenWhatWillBeTakenAndWhatIsLeftThen)
{
    Pharmacy room{[](RecordHub& hub) { hub.receive(doxycycline, "SOON", 10, days_from_now(20)); }};
    room.does(test::choose("allergy", "penicillin"));
    room.does(test::choose("syndromes", "genital_ulcer"));
    constexpr std::string_view said = "Doxycycline 100 mg: takes 28, 194 tablets are left then, batch to 23 Mar";
    EXPECT_TRUE(room.shows(said));
    room.does(PrescribeThis{domain::FactCode::make("syndrome.genital_ulcer").value(),
                            domain::RegimenCode::make("ulcer.2").value()});
    EXPECT_TRUE(room.shows(said));
}

TEST(Dose, ThatTheCupboardIsShortOfTakesOneMoreTouchAndIsFromElsewhere)
{
    Pharmacy room{[](RecordHub& hub) { hub.leave(doxycycline, 12); }};
    room.prescribe_tablets();
    EXPECT_TRUE(room.shows("Doxycycline 100 mg: takes 28, only 12 tablets in the cupboard"));

    room.does(GiveDose{first});
    EXPECT_THAT(room.doses(), IsEmpty());
    EXPECT_TRUE(room.shows("From elsewhere"));
    room.does(GiveDose{first});

    ASSERT_THAT(room.doses(), SizeIs(1));
    EXPECT_THAT(room.doses()[0].movements, IsEmpty());
    EXPECT_EQ(room.hub.balance(doxycycline), 12);
    EXPECT_TRUE(room.shows("prescribed · dose 1 of 1 given · from elsewhere"));
}

TEST(Dose, ThatIsOutOfStockSaysSo)
{
    Pharmacy room{[](RecordHub& hub) { hub.leave(doxycycline, 0); }};
    room.prescribe_tablets();
    EXPECT_TRUE(room.shows("Doxycycline 100 mg: none left in the cupboard"));
}

TEST(Dose, ThatIsNotFromHereCanBeLeftUngiven)
{
    Pharmacy room{[](RecordHub& hub) { hub.leave(doxycycline, 0); }};
    room.prescribe_tablets();
    room.does(GiveDose{first});
    room.does(LeaveDose{});

    EXPECT_THAT(room.doses(), IsEmpty());
    EXPECT_FALSE(room.shows("From elsewhere"));
}

TEST(Dose, TakesOfTwoDrugsWhatIsThereWhenSheGivesTheOtherFromElsewhere)
{
    Pharmacy room{[](RecordHub& hub) { hub.leave("azithromycin.500mg", 1); }};
    room.prescribe("urethral_discharge", "urethral.1");
    room.does(GiveDose{first});
    room.does(GiveDose{first});

    ASSERT_THAT(room.doses(), SizeIs(1));
    EXPECT_THAT(room.doses()[0].movements, SizeIs(1));
    EXPECT_EQ(room.hub.balance("azithromycin.500mg"), 1);
}

TEST(Dose, WhileTheCupboardWasNotSeenIsNotTakenFromItUnasked)
{
    Pharmacy room;
    room.prescribe_tablets();
    room.console.stock.view.reset();
    EXPECT_TRUE(room.shows("The cupboard cannot be seen just now"));
    static_cast<void>(handle(room.console, Wish{RecordWish{GiveDose{first}}}, room.now));

    EXPECT_EQ(room.record().elsewhere, first);
    EXPECT_EQ(room.hub.balance(doxycycline), 212);
}

TEST(Dose, ThatIsNotWrittenGoesBackIntoTheCupboard)
{
    for (const auto why : {Why::conflict, Why::invalid_input, Why::not_allowed, Why::not_found, Why::not_open}) {
        Pharmacy room;
        room.prescribe_tablets();
        room.hub.refuse_next(why);
        room.does(GiveDose{first});

        EXPECT_THAT(room.doses(), IsEmpty());
        EXPECT_EQ(room.hub.balance(doxycycline), 212);
        EXPECT_EQ(room.record().notice, RecordNotice::put_back);
        EXPECT_FALSE(room.record().dispensing);
        const auto& last = room.hub.cupboard().movements().rbegin()->second;
        EXPECT_EQ(last.kind, domain::MovementKind::countered);
        EXPECT_FALSE(last.reason.empty());
    }
}

TEST(Dose, ThatAColleagueHasGivenMeanwhileIsPutBackAndNotGivenTwice)
{
    Pharmacy room;
    room.prescribe_tablets();
    room.hub.colleague_writes(domain::Dispensed{first, 1, {}});
    room.does(GiveDose{first});

    EXPECT_THAT(room.doses(), SizeIs(1));
    EXPECT_EQ(room.hub.balance(doxycycline), 212);
    EXPECT_EQ(room.record().file, room.hub.file());
}

TEST(Dose, WhoseLastTabletsWereTakenMeanwhileTakesNothing)
{
    Pharmacy room;
    room.prescribe_tablets();
    room.hub.leave(doxycycline, 3);
    room.does(GiveDose{first});

    EXPECT_THAT(room.doses(), IsEmpty());
    EXPECT_EQ(room.hub.balance(doxycycline), 3);
    EXPECT_EQ(room.record().notice, RecordNotice::too_few);
    EXPECT_TRUE(room.shows("Doxycycline 100 mg: takes 28, only 3 tablets in the cupboard"));
}

TEST(Dose, OfTwoDrugsPutsTheFirstBackWhenTheSecondIsGone)
{
    Pharmacy room;
    room.prescribe("urethral_discharge", "urethral.1");
    const auto supplies =
        supplies_of(room.console, *regimen_of(room.console, room.hub.file().prescriptions.at(first).prescribed), 1);
    ASSERT_THAT(supplies, SizeIs(2));
    room.hub.leave(supplies[1].kept->commodity.view(), 0);
    room.does(GiveDose{first});

    EXPECT_THAT(room.doses(), IsEmpty());
    EXPECT_EQ(room.hub.balance(supplies[0].kept->commodity.view()), 212);
    EXPECT_EQ(room.record().notice, RecordNotice::too_few);
}

TEST(Dose, SaysWhenWhatWasTakenCannotBePutBack)
{
    Pharmacy room;
    room.prescribe_tablets();
    room.hub.refuse_next(Why::invalid_input);
    auto effects = handle(room.console, Wish{RecordWish{GiveDose{first}}}, room.now);
    ASSERT_THAT(effects, SizeIs(1));
    room.hub.refuse_next_stock(Why::not_allowed); // of the counter, once the first one is answered
    const auto& take = std::get<MoveStock>(std::get<RecordEffect>(effects[0]));
    effects =
        handle(room.console,
               RecordHappening{StockAnswered{take.look,
                                             take.ask,
                                             {domain::CommodityCode::make(doxycycline).value(),
                                              {{domain::MovementId{1}, domain::BatchCode::make("B").value(), -28}}}}},
               room.now);
    room.hub.answer(room.console, effects, room.now);

    EXPECT_EQ(room.record().notice, RecordNotice::not_put_back);
    EXPECT_FALSE(room.record().dispensing);
}

TEST(Dose, IsTakenOnceWhenTheAnswerWasLost)
{
    Pharmacy room;
    room.prescribe_tablets();
    room.hub.lose_next_answer();
    room.does(GiveDose{first});
    EXPECT_EQ(room.record().notice, RecordNotice::hub_away);
    EXPECT_EQ(room.hub.balance(doxycycline), 212 - 28);
    EXPECT_THAT(room.doses(), IsEmpty());

    room.pass(stock_asked_again_after);

    EXPECT_THAT(room.doses(), SizeIs(1));
    EXPECT_EQ(room.hub.balance(doxycycline), 212 - 28);
}

TEST(Dose, IsWrittenOnceWhenThatAnswerWasLost)
{
    Pharmacy room;
    room.prescribe_tablets();
    const auto taking = handle(room.console, Wish{RecordWish{GiveDose{first}}}, room.now);
    ASSERT_TRUE(room.record().dispensing);
    const auto& take = std::get<MoveStock>(std::get<RecordEffect>(taking[0]));
    const auto writing =
        handle(room.console,
               RecordHappening{StockAnswered{take.look,
                                             take.ask,
                                             {domain::CommodityCode::make(doxycycline).value(),
                                              {{domain::MovementId{90}, domain::BatchCode::make("B").value(), -28}}}}},
               room.now);
    room.hub.lose_next_answer();
    room.hub.answer(room.console, writing, room.now);
    EXPECT_THAT(room.doses(), SizeIs(1));
    EXPECT_TRUE(room.record().dispensing);

    room.pass(1s);

    EXPECT_THAT(room.doses(), SizeIs(1));
    EXPECT_FALSE(room.record().dispensing);
    EXPECT_THAT(room.hub.refusals(), IsEmpty());
}

TEST(Dose, OnItsWayIsWrittenBeforeTheRecordIsDone)
{
    Pharmacy room;
    room.prescribe_tablets();
    for (const auto& [field, choice] : std::initializer_list<std::pair<const char*, const char*>>{
             {"reason", "symptoms"}, {"visit", "revisit"}, {"pregnancy", "no"}}) {
        room.does(test::choose(field, choice));
    }
    for (int step = 0; step < 3; ++step) {
        room.does(NextStep{});
    }
    room.hub.lose_next();
    room.does(GiveDose{first});
    room.does(NextStep{});
    EXPECT_EQ(room.record().stage, Record::Stage::form);

    room.pass(stock_asked_again_after);

    EXPECT_EQ(room.record().stage, Record::Stage::done);
    EXPECT_THAT(room.doses(), SizeIs(1));
    EXPECT_EQ(room.hub.balance(doxycycline), 212 - 28);
}

TEST(Dose, IsTakenAsOftenAsItWasWrittenWhateverIsLostOrRefused)
{
    EXPECT_TRUE(rc::check("the cupboard and the record agree", [] {
        Pharmacy room;
        room.prescribe_tablets();
        bool is_short = false; // and she was told so
        for (int touch = *rc::gen::inRange(1, 12); touch > 0; --touch) {
            switch (*rc::gen::inRange(0, 7)) {
            case 0: room.hub.lose_next(); break;
            case 1: room.hub.lose_next_answer(); break;
            case 2: room.hub.refuse_next(*rc::gen::element(Why::conflict, Why::invalid_input)); break;
            case 3: room.hub.refuse_next_stock(Why::not_allowed); break;
            case 4: room.pass(stock_asked_again_after); break;
            default: room.does(GiveDose{first}); break;
            }
            is_short = is_short || room.record().notice == RecordNotice::not_put_back;
        }
        for (int rest = 0; rest < 12; ++rest) {
            room.pass(stock_asked_again_after);
            is_short = is_short || room.record().notice == RecordNotice::not_put_back;
        }
        RC_ASSERT(!room.record().dispensing);
        const auto from_here =
            std::ranges::count_if(room.doses(), [](const auto& dose) { return !dose.movements.empty(); });
        RC_ASSERT(is_short || room.hub.balance(doxycycline) == 212 - 28 * std::int64_t{from_here});
    }));
}

} // namespace
} // namespace verandah::console
