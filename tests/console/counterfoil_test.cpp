// SPDX-License-Identifier: Apache-2.0
// Slips that come back to any console: scanned where somebody stands, typed when they are torn, and answered alike.
#include "clinic/console/flow/counterfoil_steps.hpp"
#include "clinic/console/flow/door.hpp"
#include "clinic/console/wording/words_shown.hpp"
#include "counterfoil_states.hpp"
#include "happens.hpp"
#include "named_state.hpp"
#include "shared/domain/card/card_code.hpp"
#include "shared/wire/messages/care/counterfoil_messages.hpp"
#include "stage.hpp"
#include "work_states.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verandah::console {
namespace {

using domain::Role;
using test::console_with_slip_sheet;
using test::happens;
using test::sample_slip;
using test::Stage;
using test::wishes;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using Said = CounterfoilSaid;
using What = AskWork::What;

Console slip_state(std::string_view name)
{
    return test::state_named(name, test::every_counterfoil_state());
}

std::optional<domain::CounterfoilCode> sent_slip(const std::vector<Effect>& effects)
{
    const auto ask = test::work_asked(effects, What::counterfoil);
    if (!ask || ask->path != "/v1/counterfoils/return") {
        return std::nullopt;
    }
    const auto request = wire::decode_return_counterfoil_request(ask->body.view());
    return request ? std::optional{request->code} : std::nullopt;
}

Said said_of_slip(const Console& console)
{
    return slip_sheet(console)->said;
}

void slip_answered(Console& console)
{
    happens(console, WorkHappening{WorkAnswered{What::counterfoil, 0, files::SecretText{"{}"}}});
}

std::string some_card()
{
    domain::CardCode::Token token{};
    token.fill(std::byte{7});
    return domain::CardCode{token, {}}.text();
}

// Who, and where.

TEST(SlipsAtAConsole, AreTakenByWhoeverThePermissionTableLetsAndByNobodyElse)
{
    for (const auto role : domain::every_role) {
        auto console = test::console_with(test::busy_line(), test::signed_in(role));
        const bool may = domain::may(role, domain::Right::slip_return);
        EXPECT_EQ(slip_begun(console, "9").has_value(), may) << domain::word(role);
        EXPECT_EQ(sent_slip(wishes(console, AskCounterfoil{sample_slip().text()})).has_value(), may)
            << domain::word(role);
    }
}

TEST(SlipsAtAConsole, AreReadByTheScannerOnEveryPageButAnOpenRecord)
{
    for (const auto role : {Role::reception, Role::outreach_worker, Role::coordinator, Role::clinician}) {
        auto console = test::console_with(test::busy_line(), test::signed_in(role));
        for (const auto page : pages(console)) {
            wishes(console, ShowPage{page});
            EXPECT_EQ(slip_begun(console, "9ABC").has_value(), page != Page::record);
        }
    }
}

TEST(SlipsAtAConsole, LeaveWhatLiesOverThePageItsKeys)
{
    auto sheet = test::console_with(test::busy_line());
    wishes(sheet, Do{Deed::add_person});
    auto covered = test::console_with(test::busy_line());
    wishes(covered, Cover{});
    auto menu = test::console_with(test::busy_line());
    wishes(menu, SessionWish{AskMenu{}});
    for (auto console : {sheet, covered, menu, test::console_at_the_door(test::nobody()),
                         test::console_at_the_door(test::locked_hub())}) {
        EXPECT_FALSE(slip_begun(console, "9ABC"));
        EXPECT_THAT(wishes(console, AskCounterfoil{sample_slip().text()}), IsEmpty());
        EXPECT_EQ(slip_sheet(console), nullptr);
    }
}

TEST(SlipsAtAConsole, LeaveACardItsWayOnThePage)
{
    const auto console = test::console_with(test::busy_line());
    EXPECT_FALSE(slip_begun(console, some_card()));
    EXPECT_FALSE(slip_begun(console, ""));
    EXPECT_FALSE(slip_begun(console, "N"));
}

TEST(SlipsAtAConsole, HaveAButtonOnTheLineAndAPlaceInTheMenu)
{
    Stage desk{slip_state("outreach")};
    EXPECT_EQ(desk.press("A slip came back"), Answer{AskCounterfoil{}});
    EXPECT_EQ(desk.press_letter('9'), Answer{AskCounterfoil{}});
    EXPECT_THAT(menu(desk.console), Contains(MenuItem::take_slip));
    EXPECT_THAT(menu(test::console_with(test::busy_line(), test::signed_in(Role::administrator))),
                Not(Contains(MenuItem::take_slip)));
    Stage crisis{test::console_with(test::busy_line(), test::signed_in(Role::crisis_team))};
    crisis.show();
    EXPECT_FALSE(crisis.rehearsal.shows("A slip came back"));
}

TEST(SlipsAtAConsole, AreOpenedFromTheMenuToo)
{
    auto console = test::console_with(test::busy_line(), test::signed_in(Role::reception));
    wishes(console, SessionWish{AskMenu{}});
    const auto items = menu(console);
    const auto place = std::ranges::find(items, MenuItem::take_slip) - items.begin();
    wishes(console, ChooseOption{0, static_cast<std::size_t>(place)});
    EXPECT_NE(slip_sheet(console), nullptr);
}

// One after another.

TEST(SlipsAtAConsole, AreSentAsSoonAsTheyAreWhole)
{
    auto console = test::console_with(test::busy_line(), test::signed_in(Role::reception));
    const auto text = sample_slip().text();
    wishes(console, *slip_begun(console, text.substr(0, 4)));
    EXPECT_THAT(wishes(console, TypeWords{text.substr(0, 20)}), IsEmpty());
    EXPECT_EQ(sent_slip(wishes(console, TypeWords{text})), sample_slip());
    EXPECT_THAT(wishes(console, Confirm{}), IsEmpty()) << "the scanner's last key sends nothing twice";
    slip_answered(console);
    EXPECT_EQ(said_of_slip(console), Said::taken);
    EXPECT_EQ(sent_slip(wishes(console, TypeWords{sample_slip(2).text()})), sample_slip(2));
}

TEST(SlipsAtAConsole, AreReadThoughTheKeyThatOpenedTheSheetIsTheFirstOfTheCode)
{
    auto console = test::console_with(test::busy_line());
    wishes(console, *slip_begun(console, "9"));
    EXPECT_EQ(sent_slip(wishes(console, TypeWords{"9" + sample_slip().grouped()})), sample_slip());
}

TEST(SlipsAtAConsole, WaitForTheOneBefore)
{
    auto console = console_with_slip_sheet(Role::reception);
    ASSERT_TRUE(sent_slip(wishes(console, TypeWords{sample_slip(1).text()})));
    EXPECT_THAT(wishes(console, TypeWords{sample_slip(2).text()}), IsEmpty());
    EXPECT_THAT(slip_sheet(console)->typed, IsEmpty()) << "the next one is typed behind it";
    EXPECT_EQ(sent_slip(happens(console, WorkHappening{WorkAnswered{What::counterfoil, 0, files::SecretText{"{}"}}})),
              sample_slip(2));
}

TEST(SlipsAtAConsole, ThatWaitAreSentOnceEachAndNotWithoutEnd)
{
    auto console = console_with_slip_sheet(Role::reception);
    happens(console, LinkWent{Link::reconnecting});
    for (int number = 0; number < 200; ++number) {
        EXPECT_THAT(wishes(console, TypeWords{sample_slip(number).text()}), IsEmpty());
        EXPECT_THAT(wishes(console, TypeWords{sample_slip(number).text()}), IsEmpty());
    }
    EXPECT_EQ(slip_sheet(console)->to_send.size(), CounterfoilSheet::most_to_send);
    EXPECT_EQ(said_of_slip(console), Said::too_many) << "or it is thrown away as if it were kept";
    happens(console, LinkWent{Link::live});
    EXPECT_EQ(sent_slip(wishes(console, Confirm{})), sample_slip(0));
}

TEST(SlipsAtAConsole, AreToldTheSameWhenTheSameComesTwice)
{
    auto console = console_with_slip_sheet(Role::outreach_worker);
    std::vector<std::vector<std::string>> shown;
    for (int time = 0; time < 2; ++time) {
        ASSERT_EQ(sent_slip(wishes(console, TypeWords{sample_slip().text()})), sample_slip());
        slip_answered(console);
        shown.push_back(words_shown(screen_words({console, test::translator("en"), test::sample_now})));
    }
    EXPECT_EQ(shown.front(), shown.back());
}

TEST(SlipsAtAConsole, StayInSightUntilTheHubHasAnswered)
{
    auto console = slip_state("under-way");
    wishes(console, Dismiss{});
    ASSERT_NE(slip_sheet(console), nullptr);
    slip_answered(console);
    wishes(console, Dismiss{});
    EXPECT_EQ(slip_sheet(console), nullptr);
}

TEST(SlipsAtAConsole, AreKeptForOneMoreKeyWhenTheHubIsAway)
{
    auto console = slip_state("away");
    EXPECT_EQ(said_of_slip(console), Said::hub_away);
    EXPECT_EQ(sent_slip(wishes(console, Confirm{})), sample_slip());
    happens(console, WorkHappening{WorkLost{What::counterfoil, 0}});
    happens(console, LinkWent{Link::reconnecting});
    EXPECT_THAT(wishes(console, Confirm{}), IsEmpty());
    EXPECT_EQ(said_of_slip(console), Said::hub_away);
    happens(console, LinkWent{Link::live});
    EXPECT_EQ(sent_slip(wishes(console, Confirm{})), sample_slip());
}

TEST(SlipsAtAConsole, BringTheBoardOfReferralsUpToDate)
{
    auto console = test::console_with_referrals(3);
    wishes(console, WorkWish{DoWork{WorkDeed::counterfoil}});
    ASSERT_TRUE(sent_slip(wishes(console, TypeWords{sample_slip().text()})));
    EXPECT_TRUE(test::work_asked(
        happens(console, WorkHappening{WorkAnswered{What::counterfoil, 0, files::SecretText{"{}"}}}), What::referrals));
    EXPECT_EQ(said_of_slip(console), Said::taken);
}

TEST(SlipsAtAConsole, LeaveTheScreenWithWhoeverGoes)
{
    for (const auto& gone : {Happening{Wish{SessionWish{LockNow{}}}}, Happening{SessionHappening{PanicPressed{}}}}) {
        auto console = slip_state("begun");
        happens(console, gone);
        happens(console, gone);
        EXPECT_EQ(slip_sheet(console), nullptr);
        slip_answered(console);
        EXPECT_EQ(slip_sheet(console), nullptr);
    }
}

// What is no slip.

TEST(SlipsAtAConsole, ThatAreHalfSendNothingAndSayWhatIsMissing)
{
    auto console = console_with_slip_sheet(Role::reception);
    const auto text = sample_slip().text();
    EXPECT_THAT(wishes(console, TypeWords{text.substr(0, text.size() - 1)}), IsEmpty());
    EXPECT_EQ(said_of_slip(console), Said::nothing) << "she may still be typing";
    EXPECT_THAT(wishes(console, Confirm{}), IsEmpty());
    EXPECT_EQ(said_of_slip(console), Said::not_whole);
}

TEST(SlipsAtAConsole, WithAWrongLetterAreNotSent)
{
    auto console = console_with_slip_sheet(Role::reception);
    auto text = sample_slip().text();
    text[5] = text[5] == 'A' ? 'B' : 'A';
    EXPECT_THAT(wishes(console, TypeWords{text}), IsEmpty());
    EXPECT_THAT(wishes(console, Confirm{}), IsEmpty());
    EXPECT_EQ(said_of_slip(console), Said::wrong_character);
}

TEST(SlipsAtAConsole, KeepNothingOfACardThatWasScannedInstead)
{
    auto console = console_with_slip_sheet(Role::outreach_worker);
    EXPECT_THAT(wishes(console, TypeWords{some_card()}), IsEmpty());
    EXPECT_EQ(said_of_slip(console), Said::a_card);
    EXPECT_THAT(slip_sheet(console)->typed, IsEmpty());
    const auto shown = words_shown(screen_words({console, test::translator("en"), test::sample_now}));
    EXPECT_THAT(shown, Not(Contains(HasSubstr(some_card().substr(0, 8)))));
}

TEST(SlipsAtAConsole, ShowAsDotsWhatMayBeACard)
{
    const auto dots = screen_words({slip_state("hidden"), test::translator("en"), test::sample_now});
    EXPECT_EQ(dots.sheet->typed_as, ui::Field::Typed::as_dots);
    const auto letters = screen_words({slip_state("begun"), test::translator("en"), test::sample_now});
    EXPECT_EQ(letters.sheet->typed_as, ui::Field::Typed::readable);
}

TEST(SlipsAtAConsole, TakeNoHeedOfTenThousandCharacters)
{
    auto console = test::console_with(test::busy_line());
    for (const auto& flood : {std::string(10'000, '9'), std::string(10'000, 'A'), std::string(10'000, '\0'),
                              sample_slip().text() + std::string(10'000, ' ')}) {
        EXPECT_THAT(wishes(console, AskCounterfoil{flood}), IsEmpty());
        EXPECT_THAT(wishes(console, TypeWords{flood}), IsEmpty());
        EXPECT_THAT(wishes(console, Confirm{}), IsEmpty());
        EXPECT_LE(slip_sheet(console)->typed.size(), CounterfoilSheet::longest_typed);
        wishes(console, Dismiss{});
    }
}

TEST(SlipsAtAConsole, HearNothingOfAnAnswerNobodyAskedFor)
{
    auto console = slip_state("begun");
    slip_answered(console);
    EXPECT_EQ(said_of_slip(console), Said::nothing);
    auto line = test::console_with(test::busy_line());
    slip_answered(line);
    happens(line, WorkHappening{WorkLost{What::counterfoil, 0}});
    EXPECT_FALSE(line.sheet);
}

TEST(SlipsAtAConsole, SayNothingOfWhomOrWhy)
{
    for (const auto& [name, console] : test::every_counterfoil_state()) {
        if (slip_sheet(console) == nullptr) {
            continue;
        }
        const auto model = screen_words({console, test::translator("en"), test::sample_now});
        for (const auto& words : {model.sheet->title, model.sheet->note, model.sheet->said}) {
            for (const auto* telling : {"referral", "partner", "HIV", "clinic", "twice", "before", "known"}) {
                EXPECT_THAT(words, Not(HasSubstr(telling))) << name;
            }
        }
    }
}

TEST(SlipScreens, CutNoTextInAnyStateLanguageAndSize)
{
    for (const float scale : {1.0F, 1.25F}) {
        for (const char* language : {"en", "hi", "ar"}) {
            for (const auto& [name, console] : test::every_counterfoil_state()) {
                Stage stage{console, language, scale};
                stage.show();
                for (const auto& text : stage.rehearsal.painter().texts()) {
                    EXPECT_TRUE(text.complete || text.in_list)
                        << name << " in " << language << " at " << scale << ": " << text.words;
                }
            }
        }
    }
}

TEST(SlipScreens, TakeAScanWithoutAnotherTouch)
{
    Stage stage{slip_state("empty")};
    stage.show();
    EXPECT_EQ(stage.press_key({.key = ui::Key::escape}), Answer{Dismiss{}});
    ui::Input scan;
    scan.text = sample_slip().text();
    scan.keys = {{.key = ui::Key::enter}};
    EXPECT_EQ(stage.rehearsal.show([&](ui::Frame& frame) { return stage.draw(frame); }, scan),
              Answer{TypeWords{sample_slip().text()}});
}

} // namespace
} // namespace verandah::console
