// SPDX-License-Identifier: Apache-2.0
// Looking back at who did what: a page at a time, one request at a time, into a file, and on the screen.
#include "clinic/console/flow/door.hpp"
#include "clinic/console/flow/past_steps.hpp"
#include "clinic/console/screens/past_screen.hpp"
#include "clinic/console/wording/deed_words.hpp"
#include "clinic/store/event_codec.hpp"
#include "happens.hpp"
#include "named_state.hpp"
#include "past_states.hpp"
#include "stage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace verandah::console {
namespace {

using domain::Role;
using test::happens;
using test::sample_now;
using test::Stage;
using test::wishes;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

template <class Wanted>
std::optional<Wanted> past_effect_in(const std::vector<Effect>& effects)
{
    for (const auto& effect : effects) {
        if (const auto* past = std::get_if<PastEffect>(&effect)) {
            if (const auto* wanted = std::get_if<Wanted>(past)) {
                return *wanted;
            }
        }
    }
    return std::nullopt;
}

Console console_of(Role role)
{
    return test::console_with(test::busy_line(), test::signed_in(role));
}

Console past_state(std::string_view name)
{
    return test::state_named(name, test::every_past_state());
}

TEST(Past, IsAPageOnlyForWhoMayReadTheAudit)
{
    for (const auto role : domain::every_role) {
        auto console = console_of(role);
        const auto effects = wishes(console, ShowPage{Page::past});
        EXPECT_EQ(past_effect_in<FetchPast>(effects).has_value(), domain::may(role, domain::Right::audit_read));
    }
}

TEST(Past, IsAskedForTheNewestFirstAndThenWhetherItIsAsItWas)
{
    auto console = console_of(Role::coordinator);
    const auto first = past_effect_in<FetchPast>(wishes(console, ShowPage{Page::past}));
    ASSERT_TRUE(first);
    EXPECT_EQ(first->query, wire::AuditQuery{});

    const auto then = happens(console, PastHappening{PastCame{first->look, {.deeds = test::sample_deeds(5, 5)}}});

    EXPECT_TRUE(past_effect_in<FetchCheck>(then));
    EXPECT_EQ(console.past->deeds.size(), 5U);
}

TEST(Past, AsksOnWhileAPageBringsLittle)
{
    auto console = console_of(Role::coordinator);
    const auto first = past_effect_in<FetchPast>(wishes(console, ShowPage{Page::past})).value();

    const auto effects = happens(console, PastHappening{PastCame{first.look, {.next = 40'000}}});

    EXPECT_EQ(past_effect_in<FetchPast>(effects)->query.before, 40'000U);
}

TEST(Past, AsksForMoreWhenTheEndComesIntoSightAndOnlyOnceAtATime)
{
    auto console = test::console_looking_back(100, 900);

    EXPECT_EQ(past_effect_in<FetchPast>(wishes(console, ReadOn{}))->query.before, 900U);
    EXPECT_THAT(wishes(console, ReadOn{}), IsEmpty());
}

TEST(Past, AsksForNoMoreThanItCanShow)
{
    auto console = test::console_looking_back(Past::most, 900);

    EXPECT_THAT(wishes(console, ReadOn{}), IsEmpty());
}

TEST(Past, TakesNoAnswerOfALookBeforeThisOne)
{
    auto console = console_of(Role::coordinator);
    const auto first = past_effect_in<FetchPast>(wishes(console, ShowPage{Page::past})).value();
    wishes(console, LeaveOut{PastPart::who});

    happens(console, PastHappening{PastCame{first.look, {.deeds = test::sample_deeds(5, 5)}}});

    EXPECT_THAT(console.past->deeds, IsEmpty());
}

TEST(Past, IsNarrowedByWhatDaysAndWho)
{
    auto console = past_state("list");
    wishes(console, AskFilter{});
    wishes(console, ChooseOption{0, 5});
    wishes(console, ChooseOption{1, 2});
    wishes(console, TypeWords{"Desk 1"});

    const auto fetched = past_effect_in<FetchPast>(wishes(console, Confirm{})).value();

    const domain::CentreDay yesterday{std::chrono::sys_days{test::sample_day} - std::chrono::days{1}};
    EXPECT_EQ(
        fetched.query.filter,
        (wire::AuditFilter{.who = "desk1", .kind = domain::DeedKind::refused, .from = yesterday, .to = yesterday}));
    EXPECT_EQ(past_effect_in<FetchPast>(wishes(console, LeaveOut{PastPart::days}))->query.filter.from, std::nullopt);
}

TEST(Past, IsForgottenWithWhoeverLookedAtIt)
{
    auto console = past_state("list");
    happens(console, SessionHappening{SessionCame{test::nobody()}});

    EXPECT_FALSE(console.past);
}

TEST(Past, IsLookedAtAnewWhenTheHubIsBack)
{
    auto console = past_state("lost");
    happens(console, LinkWent{Link::reconnecting});

    EXPECT_TRUE(past_effect_in<FetchPast>(happens(console, LinkWent{Link::live})));
}

TEST(Past, IsSavedPartByPartAndSaysWhere)
{
    auto console = past_state("list");
    EXPECT_TRUE(past_effect_in<FindSaveFolder>(wishes(console, AskSave{})));
    EXPECT_THAT(wishes(console, Confirm{}), IsEmpty()); // nobody knows yet where to
    happens(console, PastHappening{SaveFolderCame{"/media/desk/STICK"}});
    const auto first = past_effect_in<FetchPart>(wishes(console, Confirm{})).value();
    EXPECT_EQ(first.query, wire::AuditQuery{});

    auto effects = happens(console, PastHappening{PartCame{first.look, {.csv = "a", .deeds = 2'000, .next = 500}}});
    EXPECT_EQ(past_effect_in<SavePart>(effects)->place, SavePart::Place::first);
    EXPECT_EQ(past_effect_in<FetchPart>(effects)->query.before, 500U);
    effects = happens(console, PastHappening{PartCame{first.look, {.csv = "b", .deeds = 3}}});
    EXPECT_EQ(past_effect_in<SavePart>(effects)->place, SavePart::Place::last);
    EXPECT_FALSE(past_effect_in<FetchPart>(effects));
    happens(console, PastHappening{FileSaved{"/media/desk/STICK/list.csv"}});

    Stage stage{console};
    stage.show();
    EXPECT_TRUE(
        stage.rehearsal.shows("2003 lines are in /media/desk/STICK/list.csv. Whoever has the file can read it."));
}

TEST(Past, LeavesNoHalfAFileWhenTheHubOrTheStickGoesAway)
{
    auto console = past_state("saving");

    EXPECT_TRUE(past_effect_in<DropFile>(happens(console, PastHappening{PastLost{console.looks}})));
    EXPECT_FALSE(console.past->saving);

    Stage stage{console};
    stage.show();
    EXPECT_TRUE(stage.rehearsal.shows(
        "It was not saved: the stick is full or gone, or the hub is away. Nothing of it is left there."));
}

TEST(PastScreen, CutsNoTextAndPlacesNothingOutsideInAnyStateLanguageAndSize)
{
    for (const float scale : {1.0F, 1.25F}) {
        for (const char* language : {"en", "hi", "ar"}) {
            for (const auto& [name, console] : test::every_past_state()) {
                Stage stage{console, language, scale};
                stage.show();
                if (!console.sheet) { // what lies behind may stand under it
                    EXPECT_THAT(stage.rehearsal.faults({}), IsEmpty()) << name << " in " << language << " " << scale;
                }
                for (const auto& text : stage.rehearsal.painter().texts()) {
                    EXPECT_TRUE(text.complete) << name << " in " << language << " at " << scale << ": " << text.words;
                }
            }
        }
    }
}

TEST(PastScreen, DrawsOnlyWhatIsInSightOfTenThousand)
{
    Stage stage{test::console_looking_back(10'000, 38'000)};
    stage.show();

    EXPECT_LT(stage.rehearsal.painter().texts().size(), 150U);
    EXPECT_TRUE(stage.rehearsal.shows("Gave a number"));
}

TEST(PastScreen, AsksForMoreOnlyNearTheEnd)
{
    Stage far{test::console_looking_back(300, 300)};
    far.show();
    EXPECT_EQ(far.press_key({.key = ui::Key::page_down}), Answer{});
    EXPECT_EQ(far.press_key({.key = ui::Key::end}), Answer{ReadOn{}});
    Stage all{test::console_looking_back(300)};
    EXPECT_EQ(all.press_key({.key = ui::Key::end}), Answer{});
}

TEST(PastScreen, SaysWhenThePastIsNotAsItWas)
{
    for (const char* name : {"damaged", "changed"}) {
        Stage stage{past_state(name)};
        stage.show();
        EXPECT_THAT(stage.rehearsal.words(), testing::Contains(HasSubstr("verandah-hub audit verify"))) << name;
        EXPECT_THAT(stage.rehearsal.words(), testing::Not(testing::Contains(HasSubstr("Nothing was changed")))) << name;
    }
}

TEST(PastScreen, IsWorkedByKeysAlone)
{
    Stage stage{past_state("filtered")};
    EXPECT_EQ(stage.press_letter('F'), Answer{AskFilter{}});
    EXPECT_EQ(stage.press_letter('E'), Answer{AskSave{}});
    EXPECT_EQ(stage.press("front-1"), Answer{LeaveOut{PastPart::who}});
    Stage lost{past_state("lost")};
    EXPECT_EQ(lost.press_letter('R'), Answer{LookAgain{}});
    Stage saved{past_state("saved")};
    EXPECT_EQ(saved.press_letter('K'), Answer{CloseSaved{}});
}

TEST(PastScreen, HasASentenceForEveryKindOfEventThatTheJournalKeeps)
{
    const auto console = past_state("list");
    const auto words = test::translator("en");
    const Scene scene{console, words, sample_now};
    const DeedWords deeds{scene};
    for (const auto kind : store::kinds_of_event()) {
        std::string own_word{kind};
        std::ranges::replace(own_word, '_', ' ');
        const auto text = deeds.text({.event = 1,
                                      .at = sample_now,
                                      .device = "console-1",
                                      .kind = std::string{kind},
                                      .account = domain::AccountCode::make("desk-1").value(),
                                      .role = Role::reception,
                                      .named_device = "kiosk-1",
                                      .record = "ab12"});
        EXPECT_NE(text, own_word);
        EXPECT_THAT(text, testing::Not(HasSubstr("{"))) << kind;
    }
    EXPECT_EQ(deeds.text({.event = 1, .at = sample_now, .device = "hub", .kind = "roof_repaired"}), "roof repaired");
}

TEST(PastScreen, SaysInEveryLanguageHowTheHubWasLockedOrOpenedAndWhyARecordWasNot)
{
    std::set<std::string> ways;
    using domain::HubLocked;
    for (const auto way : {HubLocked::Way::console, HubLocked::Way::signal, HubLocked::Way::stick_pulled,
                           HubLocked::Way::closing_time}) {
        ways.emplace(word(way));
    }
    using domain::WayToOpen;
    for (const auto way : {WayToOpen::words, WayToOpen::recovery_code, WayToOpen::stick, WayToOpen::start}) {
        ways.emplace(word(way));
    }
    using Reason = domain::RecordRefused::Reason;
    for (const auto reason :
         {Reason::wrong_pictures, Reason::another_card, Reason::not_served, Reason::no_clinic_key}) {
        ways.emplace(word(reason));
    }
    const auto console = past_state("list");
    for (const char* language : {"en", "hi", "ar"}) {
        const auto words = test::translator(language);
        const Scene scene{console, words, sample_now};
        const DeedWords deeds{scene};
        std::set<std::string> all;
        for (const auto& way : ways) {
            const auto text =
                deeds.text({.event = 1, .at = sample_now, .device = "console-1", .kind = "hub_locked", .way = way});
            EXPECT_TRUE(all.insert(text).second) << way << " in " << language << " is said like another";
            EXPECT_THAT(text, Not(HasSubstr("_"))) << language;
        }
    }
}

TEST(PastScreen, SaysOfEveryRightInEveryLanguageWhatWasRefused)
{
    for (const char* language : {"en", "hi", "ar"}) {
        const auto words = test::translator(language);
        const auto english = test::translator("en");
        std::set<std::string> all;
        for (const auto& row : domain::permission_table) {
            const auto label = right_label(words, row.right);
            EXPECT_TRUE(all.insert(label).second) << row.word << " in " << language << " is said like another";
            EXPECT_THAT(label, Not(HasSubstr(std::string{row.word})));
            EXPECT_EQ(label == right_label(english, row.right), std::string_view{language} == "en") << row.word;
        }
    }
}

TEST(PastScreen, ShowsARefusedRightInWords)
{
    Stage stage{test::console_looking_back(60)};
    stage.show();

    EXPECT_TRUE(stage.rehearsal.shows("Asked for something not allowed · look into a record · and 3 times more"));
}

} // namespace
} // namespace verandah::console
