// SPDX-License-Identifier: Apache-2.0
// The screens of coming in, dozing off, and of accounts: pressed by label and by keys alone, read back, measured.
#include "clinic/console/flow/door.hpp"
#include "clinic/console/wording/words_shown.hpp"
#include "door_states.hpp"
#include "named_state.hpp"
#include "stage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace verandah::console {
namespace {

using domain::Role;
using test::sample_now;
using test::Stage;

Console door_state(std::string_view name)
{
    return test::state_named(name, test::every_door_state());
}

bool lies_over_pages(const Console& console)
{
    return console.sheet || (door(console) == Door::open && front(console) != Front::nothing);
}

TEST(DoorScreens, CutNoTextAndPlaceNothingOutsideInAnyStateLanguageAndSize)
{
    for (const float scale : {1.0F, 1.25F}) {
        for (const char* language : {"en", "hi", "ar"}) {
            for (const auto& [name, console] : test::every_door_state()) {
                Stage stage{console, language, scale};
                stage.show();
                if (!lies_over_pages(console)) { // what lies behind may stand under it
                    EXPECT_THAT(stage.rehearsal.faults({}), testing::IsEmpty())
                        << name << " in " << language << " at " << scale;
                }
                for (const auto& text : stage.rehearsal.painter().texts()) {
                    EXPECT_TRUE(text.complete) << name << " in " << language << " at " << scale << ": " << text.words;
                }
            }
        }
    }
}

TEST(DoorScreens, ShowNothingOfTheLineUntilThePinIsThere)
{
    for (const char* name : {"pin", "pin-alert", "pin-wrong", "pin-away", "pin-other"}) {
        Stage stage{door_state(name)};
        stage.show();
        const auto words = stage.rehearsal.words();
        for (const auto& [id, ticket] : stage.console.replica->line().tickets()) {
            // Digits of the pad are no numbers of people: those here have two.
            EXPECT_THAT(words, testing::Not(testing::Contains(ticket.number.value() > 9 ? ticket.number.text() : "–")));
        }
        for (const auto& each : words) {
            EXPECT_THAT(each, testing::Not(testing::HasSubstr("Room"))) << name;
            EXPECT_THAT(each, testing::Not(testing::HasSubstr("Kiosk"))) << name;
            EXPECT_THAT(each, testing::Not(testing::HasSubstr("nurse"))) << name;
        }
    }
}

TEST(DoorScreens, SayThatSomebodyAsksForHelpButNotWhereWhileDozing)
{
    Stage stage{door_state("pin-alert")};
    stage.show();

    EXPECT_TRUE(stage.rehearsal.shows("Somebody is waiting for you"));
    EXPECT_TRUE(stage.rehearsal.shows("desk-1 · Coordinator"));
}

TEST(DoorScreens, SayThatSomebodyAsksForHelpThoughTheLineIsNotTold)
{
    for (const auto* name : {"pin", "sign-in"}) {
        auto console = door_state(name);
        Stage quiet{console};
        quiet.show();
        EXPECT_FALSE(quiet.rehearsal.shows("Somebody is waiting for you")) << name;
        console.session.view->alerts = 1;
        std::erase(console.session.view->rights, domain::Right::line_alerts);

        Stage stage{console};
        stage.show();
        EXPECT_TRUE(stage.rehearsal.shows("Somebody is waiting for you")) << name;
    }
}

TEST(DoorScreens, DrawWhatIsTypedInSecretAsDotsUntilItIsAskedFor)
{
    const auto reads = [](Stage& stage, std::string_view secret) {
        stage.show();
        return std::ranges::any_of(stage.rehearsal.words(),
                                   [&](const std::string& each) { return each.find(secret) != std::string::npos; });
    };
    Stage dots{door_state("sign-in-filled")};
    EXPECT_FALSE(reads(dots, "walnut"));
    EXPECT_TRUE(reads(dots, "•••••"));
    EXPECT_EQ(dots.press("Show what I type"), Answer{TurnTyped{}});
    Stage readable{door_state("sign-in-readable")};
    EXPECT_TRUE(reads(readable, "walnut"));
}

TEST(DoorScreens, TellNoScriptWhatWasTyped)
{
    for (const auto& [name, console] : test::every_door_state()) {
        if (console.session.told) {
            continue;
        }
        const auto words = words_shown(screen_words({console, test::translator("en"), sample_now}));
        for (const auto& each : words) {
            EXPECT_THAT(each, testing::Not(testing::HasSubstr("walnut"))) << name;
            EXPECT_THAT(each, testing::Not(testing::HasSubstr("a lamp by"))) << name;
        }
    }
}

/// Types and presses as somebody without a mouse would, until the screen asks for something else than a new text.
Answer play_keys(Stage& stage, const std::vector<std::string>& lines)
{
    const auto draw = [&](ui::Frame& frame) { return stage.draw(frame); };
    Answer last;
    stage.show(); // the first line takes the focus by itself
    for (const auto& line : lines) {
        if (const auto typed = stage.rehearsal.type(line, draw)) {
            static_cast<void>(handle(stage.console, Wish{*typed}, sample_now));
        }
        last = stage.press_key({.key = ui::Key::enter});
        if (last) {
            static_cast<void>(handle(stage.console, Wish{*last}, sample_now));
        }
        stage.show();
    }
    return last;
}

TEST(DoorScreens, AreFilledInByTheKeyboardAlone)
{
    Stage stage{door_state("sign-in")};
    EXPECT_EQ(play_keys(stage, {"desk-1", "walnut orbit candle meadow", "482915"}), Answer{Confirm{}});
    EXPECT_EQ(stage.console.session.under_way, Errand::sign_in);

    Stage first{door_state("first")};
    EXPECT_EQ(play_keys(first, {"lead-1", "a lamp by the river", "a lamp by the river", "482915"}), Answer{Confirm{}});
    EXPECT_EQ(first.console.session.under_way, Errand::first_account);

    Stage hub{test::console_with(test::busy_line(), test::locked_hub())};
    static_cast<void>(handle(hub.console, Wish{hub.press_letter('U').value()}, sample_now));
    EXPECT_EQ(play_keys(hub, {"seven words that open it"}), Answer{Confirm{}});
    EXPECT_EQ(hub.console.session.under_way, Errand::unlock_hub);
}

TEST(DoorScreens, TakeThePinByTouchAndByAnyKeyboard)
{
    Stage stage{door_state("pin")};

    EXPECT_EQ(stage.press("7"), (Answer{TypeDigits{files::SecretText{"7"}}}));
    EXPECT_EQ(stage.press("Erase"), Answer{EraseDigit{}});
    EXPECT_EQ(stage.press_key({.key = ui::Key::backspace}), Answer{EraseDigit{}});
    EXPECT_EQ(stage.rehearsal.type("४8", [&](ui::Frame& frame) { return stage.draw(frame); }),
              (Answer{TypeDigits{files::SecretText{"48"}}}));
    EXPECT_EQ(stage.press("Sign out"), Answer{SignOut{}});
    EXPECT_EQ(stage.press("Somebody else"), Answer{SomebodyElse{}});
}

TEST(DoorScreens, DoNotMirrorThePad)
{
    for (const char* name : {"pin", "sign-in"}) {
        Stage stage{door_state(name), "ar"};
        stage.show();
        EXPECT_LT(stage.rehearsal.target("1").rect.x, stage.rehearsal.target("3").rect.x) << name;
    }
}

TEST(DoorScreens, HaveTargetsThatAFingerHits)
{
    for (const char* name : {"pin", "sign-in", "first"}) {
        Stage stage{door_state(name)};
        stage.show();
        for (const char* digit : {"0", "1", "5", "9"}) {
            EXPECT_GE(stage.rehearsal.target(digit).rect.height, 40) << name;
            EXPECT_GE(stage.rehearsal.target(digit).rect.width, 60) << name;
        }
    }
}

bool has_target(const Stage& stage, std::string_view label)
{
    return std::ranges::any_of(stage.rehearsal.targets(),
                               [&](const ui::Target& target) { return target.label.starts_with(label); });
}

TEST(Rights, TakeTheButtonAwayInsteadOfMakingItPale)
{
    Stage reception{door_state("reception")};
    reception.show();
    EXPECT_TRUE(has_target(reception, "Call next"));
    EXPECT_TRUE(has_target(reception, "Today"));
    EXPECT_FALSE(has_target(reception, "Accounts"));

    Stage crisis{door_state("crisis-team")};
    crisis.show();
    EXPECT_FALSE(has_target(crisis, "Call next"));
    EXPECT_FALSE(has_target(crisis, "Undo"));
    EXPECT_TRUE(has_target(crisis, "Add someone at the desk"));
    EXPECT_TRUE(has_target(crisis, "I am going"));

    Stage administrator{door_state("administrator")};
    administrator.show();
    EXPECT_FALSE(has_target(administrator, "Add someone at the desk"));
    EXPECT_TRUE(has_target(administrator, "Accounts"));
    EXPECT_FALSE(has_target(administrator, "Room"));

    Stage locked{door_state("locked-hub")};
    locked.show();
    EXPECT_TRUE(has_target(locked, "Call next"));
    EXPECT_FALSE(has_target(locked, "Change class"));
    EXPECT_FALSE(has_target(locked, "Lock"));
}

TEST(Rights, LeaveTheColumnOfServicesAwayForWhoeverIsNotToldThem)
{
    Stage administrator{door_state("administrator")};
    administrator.show();
    EXPECT_FALSE(administrator.rehearsal.shows("Here for"));
    EXPECT_FALSE(administrator.rehearsal.shows("See a nurse"));
    EXPECT_TRUE(administrator.rehearsal.shows("Waiting"));

    Stage reception{door_state("reception")};
    reception.show();
    EXPECT_TRUE(reception.rehearsal.shows("Here for"));
}

TEST(Rights, ShowACommitteeMemberTheTotalsAndNoDeed)
{
    Stage stage{door_state("committee")};
    stage.show();
    EXPECT_TRUE(has_target(stage, "Today"));
    EXPECT_FALSE(has_target(stage, "Line"));
    EXPECT_FALSE(has_target(stage, "Close the day"));
}

TEST(Accounts, DrawOnlyTheRowsInSightOfTwoHundred)
{
    Stage stage{door_state("accounts-many")};
    stage.show();
    EXPECT_LT(stage.rehearsal.targets().size(), 40U);
}

TEST(Accounts, AreChosenAndAskedAboutByLabelAndByKey)
{
    Stage stage{door_state("accounts")};
    EXPECT_EQ(stage.press("account-2"), (Answer{ChooseAccount{domain::AccountCode::make("account-2").value()}}));
    EXPECT_EQ(stage.press_letter('N'), Answer{AskAccount{Errand::add_account}});
    Stage chosen{door_state("accounts-chosen")};
    EXPECT_EQ(chosen.press("Close the account"), Answer{AskAccount{Errand::revoke}});
    Stage closed{door_state("accounts-closed")};
    closed.show();
    EXPECT_FALSE(has_target(closed, "Change the role"));
    Stage coordinator{door_state("accounts-coordinator")};
    coordinator.show();
    EXPECT_FALSE(has_target(coordinator, "Add an account"));
}

TEST(Accounts, ShowTheWordsLargeWithOneWayOn)
{
    Stage stage{door_state("told")};
    stage.show();
    EXPECT_GE(stage.rehearsal.text("walnut orbit candle meadow").size, 30);
    EXPECT_EQ(stage.press("I have written them down"), Answer{Confirm{}});
    EXPECT_EQ(stage.press_key({.key = ui::Key::escape}), Answer{});
}

TEST(Head, SaysWhoIsSignedInAndThatItEndsSoon)
{
    Stage stage{door_state("ends-soon")};
    stage.show();
    EXPECT_TRUE(stage.rehearsal.shows("ends in 9 min"));
    EXPECT_EQ(stage.press("desk-1"), Answer{AskMenu{}});
    EXPECT_EQ(stage.press_key({.key = ui::Key::character, .character = 'L', .control = true}), Answer{LockNow{}});
}

TEST(Panic, IsConfirmedByASmallWordOnTheCover)
{
    Stage stage{door_state("panic")};
    stage.show();
    EXPECT_THAT(stage.rehearsal.words(),
                testing::ElementsAre("Welcome", "Press any key to go on", "Everything is put away."));
}

} // namespace
} // namespace verandah::console
