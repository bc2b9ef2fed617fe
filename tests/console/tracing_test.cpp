// SPDX-License-Identifier: Apache-2.0
// An outreach worker sees whom to look for and tells what came of it; the clinician writes it down by one key.
#include "clinic/console/flow/work_steps.hpp"
#include "clinic/console/wording/words.hpp"
#include "clinic/console/wording/words_shown.hpp"
#include "happens.hpp"
#include "named_state.hpp"
#include "stage.hpp"
#include "tracing_states.hpp"
#include "whole_screens.hpp"
#include "work_states.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verandah::console {
namespace {

using domain::TracingEnd;
using domain::TracingOutcome;
using test::happens;
using test::Stage;
using test::wishes;
using test::work_asked;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using What = AskWork::What;

Console tracing_state(std::string_view name)
{
    return test::state_named(name, test::every_tracing_state());
}

TEST(Tracings, AreAPageOfOutreachWorkersOnly)
{
    for (const auto role : domain::every_role) {
        auto console = test::console_with(test::busy_line(), test::signed_in(role));
        const auto effects = wishes(console, ShowPage{Page::tracing});
        const auto asked = work_asked(effects, What::tracings);
        EXPECT_EQ(asked.has_value(), role == domain::Role::outreach_worker) << domain::word(role);
        EXPECT_FALSE(work_asked(effects, What::rules)) << "she may not ask for them";
        if (asked) {
            EXPECT_EQ(asked->path, "/v1/tracings");
        }
    }
}

TEST(Tracings, AreToldOfWithTwoChoicesAndEnter)
{
    Stage stage{tracing_state("tracing")};
    const auto ask = stage.press_letter('T');
    ASSERT_EQ(ask, (Answer{WorkWish{DoWork{WorkDeed::report}}}));
    wishes(stage.console, *ask);
    const auto reached = stage.press_letter('1');
    ASSERT_TRUE(reached);
    wishes(stage.console, *reached);
    const auto will_come = stage.press_letter('Q');
    ASSERT_TRUE(will_come);
    wishes(stage.console, *will_come);

    const auto told = work_asked(wishes(stage.console, Confirm{}), What::report);

    ASSERT_TRUE(told);
    EXPECT_EQ(told->path, "/v1/tracings/500/tell");
    EXPECT_EQ(wire::decode_tracing_answer(told->body.view()),
              (wire::TracingAnswer{TracingOutcome::reached, TracingEnd::will_come}));
}

TEST(Tracings, AreToldOfWithoutAnEndSoThatSheTriesAgain)
{
    auto console = tracing_state("tracing-ask");
    EXPECT_THAT(wishes(console, Confirm{}), IsEmpty()) << "nothing was chosen";
    wishes(console, ChooseOption{0, 1});
    const auto told = work_asked(wishes(console, Confirm{}), What::report);
    ASSERT_TRUE(told);
    EXPECT_EQ(wire::decode_tracing_answer(told->body.view()), (wire::TracingAnswer{TracingOutcome::not_reached}));
}

TEST(Tracings, AreToldOfOnceHoweverOftenShePresses)
{
    auto console = tracing_state("tracing-sent");
    EXPECT_FALSE(is_possible(console.work, WorkDeed::report));
    EXPECT_THAT(wishes(console, WorkWish{DoWork{WorkDeed::report}}), IsEmpty());
}

TEST(Tracings, SayThatTheClinicKnowsAndAskAnew)
{
    auto console = tracing_state("tracing-sent");
    const auto effects = happens(console, WorkAnswered{What::report, 0, files::SecretText{std::string{"{}"}}});
    EXPECT_TRUE(work_asked(effects, What::tracings));
    EXPECT_EQ(console.work.notice, WorkNotice::told);
}

TEST(Tracings, SayWhenTheyWereNotTaken)
{
    const auto after = [](const WorkHappening& what) {
        auto console = tracing_state("tracing-sent");
        happens(console, what);
        EXPECT_FALSE(console.work.is_telling);
        return console.work.notice;
    };
    using Why = domain::Refusal::Why;
    EXPECT_EQ(after(WorkRefused{What::report, 0, Why::not_found}), WorkNotice::not_asked_any_more);
    EXPECT_EQ(after(WorkRefused{What::report, 0, Why::conflict}), WorkNotice::somebody_was_faster);
    EXPECT_EQ(after(WorkRefused{What::report, 0, Why::invalid_input}), WorkNotice::refused);
    EXPECT_EQ(after(WorkLost{What::report, 0}), WorkNotice::hub_away);
}

TEST(Tracings, AreNotToldOfWhileTheHubIsAway)
{
    auto console = tracing_state("tracing-telling");
    console.link = Link::reconnecting;
    EXPECT_FALSE(work_asked(wishes(console, Confirm{}), What::report));
    EXPECT_FALSE(console.work.is_telling);
}

TEST(Tracings, BeginWithWhatSheToldBeforeWhenSheThinksBetterOfIt)
{
    const auto console = tracing_state("tracing-change");
    const auto& sheet = std::get<TellSheet>(*console.work.sheet);
    EXPECT_EQ(sheet.outcome, TracingOutcome::reached);
    EXPECT_EQ(sheet.end, TracingEnd::will_come);
}

TEST(Tracings, ForgetTheirRowsWhenSomebodyElseSignsIn)
{
    auto console = tracing_state("tracing-sent");
    happens(console, SessionHappening{SessionCame{test::signed_in(domain::Role::reception, "front-1")}});
    EXPECT_FALSE(console.work.tracings.list);
    EXPECT_FALSE(console.work.is_telling);
    EXPECT_NE(console.page, Page::tracing);
}

TEST(WhatAWorkerTold, IsATabOfItsOwnWhileSomethingWaits)
{
    Stage stage{test::console_with_due(20)};
    stage.show();
    EXPECT_FALSE(stage.press_letter('K')) << "nothing was told";

    Stage told{tracing_state("tracing-clinic")};
    const auto pressed = told.press_letter('K');
    ASSERT_TRUE(pressed);
    EXPECT_EQ(work_asked(wishes(told.console, *pressed), What::due)->path, "/v1/care/due?told=waiting");
    EXPECT_EQ(work_asked(wishes(told.console, WorkWish{ShowDue{domain::DueState::due}}), What::due)->path,
              "/v1/care/due?state=due");
}

TEST(WhatAWorkerTold, IsWrittenDownByOneKeyAndEnterWithWhereItComesFrom)
{
    auto console = tracing_state("tracing-clinic-write");
    const auto open = work_asked(wishes(console, Confirm{}), What::open);
    ASSERT_TRUE(open);
    const auto effects =
        happens(console, WorkAnswered{What::open, console.work.looks,
                                      files::SecretText{encode(wire::FileView{.file = domain::FileId{200}})}});
    const auto write = work_asked(effects, What::write);
    ASSERT_TRUE(write);
    const auto event = wire::decode_write_entry_request(write->body.view()).value().event;
    const auto& tried = std::get<domain::TracingTried>(event);
    EXPECT_EQ(tried.outcome, TracingOutcome::reached);
    EXPECT_EQ(tried.end, TracingEnd::will_come);
    EXPECT_EQ(tried.told, (domain::TracingAnswerId{domain::TracingId{500}, 1}));
}

TEST(GivingToAWorker, IsOfferedAnewWhereNobodyIsAskedAnyMore)
{
    const auto console = tracing_state("tracing-clinic-reopened");
    const Stage stage{console};
    EXPECT_THAT(words_shown(screen_words({console, stage.words, test::sample_now})),
                Contains(HasSubstr("not asked any more")));
    EXPECT_TRUE(is_possible(console.work, WorkDeed::give));
}

TEST(GivingToAWorker, IsNotOfferedAnewOnceSheWantsNobodyToLookForHer)
{
    auto console = tracing_state("tracing-clinic-reopened");
    console.work.due.list->rows[3].channel = domain::Channel::none;
    const Stage stage{console};
    for (const auto& words : words_shown(screen_words({console, stage.words, test::sample_now}))) {
        EXPECT_THAT(words, testing::Not(HasSubstr("give it anew")));
    }
    EXPECT_FALSE(is_possible(console.work, WorkDeed::give));
}

TEST(GivingToAWorker, ChoosesTheOnlyOneThereIs)
{
    auto console = test::console_with_due(0);
    wishes(console, WorkWish{AskWorkAgain{}});
    auto list = test::sample_due(4);
    list.workers.resize(1, list.workers.front());
    test::answer(console, What::due, encode(list));
    wishes(console, WorkWish{ChooseWork{0}});
    wishes(console, WorkWish{DoWork{WorkDeed::give}});
    EXPECT_EQ(std::get<GiveSheet>(*console.work.sheet).worker, list.workers.front());
}

TEST(GivingToAWorker, SaysSoWhenThereIsNone)
{
    auto console = test::console_with_due(0);
    wishes(console, WorkWish{AskWorkAgain{}});
    auto list = test::sample_due(4);
    list.workers.clear();
    test::answer(console, What::due, encode(list));
    wishes(console, WorkWish{ChooseWork{0}});
    wishes(console, WorkWish{DoWork{WorkDeed::give}});
    const Stage stage{console};
    EXPECT_THAT(words_shown(screen_words({console, stage.words, test::sample_now})),
                Contains(HasSubstr("No outreach worker has an account here")));
    EXPECT_THAT(wishes(console, Confirm{}), IsEmpty());
}

TEST(GivingToAWorker, TakesNoMoreWordsThanASentenceOrTwo)
{
    auto console = test::state_named("due-give", test::every_work_state());
    wishes(console, TypeWords{"at the tea stall"});
    wishes(console, TypeWords{std::string(domain::GiveItem::longest_words + 1, 'x')});
    EXPECT_EQ(std::get<GiveSheet>(*console.work.sheet).words, "at the tea stall");
}

TEST(Tracings, CutNoTextAndPlaceNothingOutsideInAnyStateLanguageAndSize)
{
    test::expect_whole_screens(test::every_tracing_state());
}

} // namespace
} // namespace verandah::console
