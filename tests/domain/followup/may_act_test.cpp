// SPDX-License-Identifier: Apache-2.0
// What may be done about a due item, and what it then is.
#include "shared/domain/followup/may_act.hpp"
#include "tests/domain/followup/table.hpp"

#include <gtest/gtest.h>

namespace verandah::domain {
namespace {

using namespace test::followup;
using Why = Refusal::Why;

const History history{fact("visit.checkup", day(2026, 1, 10))}; // overdue from 8 May, lost from 5 June
const DueItemKey key{rule_code("checkup"), day(2026, 1, 10)};
const auto worker = AccountCode::make("outreach-2").value();
const CentreDay overdue_day = day(2026, 5, 20);

DueItem item_after(std::vector<FollowupAct> acts, CentreDay today = overdue_day)
{
    return only(due_items(check_up(), history, acts, today));
}
FollowupAct act(DueAct what)
{
    return DueActed{key, std::move(what)};
}
TracingTried tried(int attempt, TracingOutcome outcome = TracingOutcome::not_reached,
                   std::optional<TracingEnd> end = std::nullopt)
{
    return {key, attempt, Channel::outreach_worker, outcome, end};
}
std::optional<Why> refused(const std::expected<void, Refusal>& answer)
{
    return answer ? std::nullopt : std::optional{answer.error().why};
}

TEST(ActingOnADueItem, CompletesItAndSaysWhy)
{
    const auto item = item_after({act(CompleteItem{CompletedBecause::done_elsewhere})});

    EXPECT_EQ(item.state, DueState::done);
    EXPECT_EQ(item.completed_because, CompletedBecause::done_elsewhere);
}

TEST(ActingOnADueItem, PostponesItWithAllItsDays)
{
    const auto item = item_after({act(PostponeItem{day(2026, 6, 1), PostponedBecause::away})});

    EXPECT_EQ(item.state, DueState::coming);
    EXPECT_EQ(item.due, day(2026, 6, 1));
    EXPECT_EQ(item.overdue_on, day(2026, 6, 29));
    EXPECT_EQ(item.lost_on, day(2026, 7, 27));
    EXPECT_EQ(item.postponed_because, PostponedBecause::away);
}

TEST(ActingOnADueItem, ReopensWhatWasCompletedOrEnded)
{
    EXPECT_EQ(item_after({act(CompleteItem{CompletedBecause::declined}), act(ReopenItem{})}).state, DueState::overdue);
    const auto ended = tried(1, TracingOutcome::informant, TracingEnd::moved_away);
    EXPECT_EQ(item_after({ended}).state, DueState::ended);
    const auto reopened = item_after({ended, act(ReopenItem{})});
    EXPECT_EQ(reopened.state, DueState::overdue);
    EXPECT_FALSE(reopened.tracing_end);
}

TEST(AReopenedItem, KeepsTheDayItWasPostponedToAndWhy)
{
    const auto item = item_after({act(PostponeItem{day(2026, 6, 1), PostponedBecause::away}),
                                  act(CompleteItem{CompletedBecause::done}), act(ReopenItem{})});

    EXPECT_EQ(item.due, day(2026, 6, 1));
    EXPECT_EQ(item.postponed_because, PostponedBecause::away);
    EXPECT_EQ(item.state, DueState::coming);
}

TEST(AReopenedItem, KeepsTheAttemptsSoThatNobodyIsLookedForMoreThanThreeTimes)
{
    const auto item = item_after(
        {tried(1), tried(2), tried(3, TracingOutcome::not_reached, TracingEnd::not_found), act(ReopenItem{})});

    EXPECT_EQ(item.attempts, 3);
    EXPECT_EQ(refused(may_trace(item, tried(4), Channel::outreach_worker)), Why::conflict);
    EXPECT_EQ(refused(may_trace(item, tried(1), Channel::outreach_worker)), Why::conflict);
    EXPECT_TRUE(
        may_act(item, CompleteItem{CompletedBecause::done}, Channel::none, overdue_day)); // editable all the same
}

TEST(AReopenedItem, GoesOnWithTheNextAttempt)
{
    const auto item = item_after({tried(1, TracingOutcome::informant, TracingEnd::moved_away), act(ReopenItem{})});

    EXPECT_EQ(item.attempts, 1);
    EXPECT_TRUE(may_trace(item, tried(2), Channel::outreach_worker));
}

TEST(AReopenedItem, IsStillInTheHandsOfWhomItWasGivenTo)
{
    EXPECT_EQ(
        item_after({act(GiveItem{worker}), act(CompleteItem{CompletedBecause::done}), act(ReopenItem{})}).given_to,
        worker);
}

TEST(AReopenedItem, ThatHadNotEndedIsGivenToNobodyAnyMore)
{
    EXPECT_FALSE(item_after({act(GiveItem{worker}), act(ReopenItem{})}).given_to);
}

TEST(AReopenedItem, HadSomethingToTakeBack)
{
    EXPECT_EQ(refused(may_act(item_after({tried(1)}), ReopenItem{}, Channel::none, overdue_day)), Why::conflict);
    const auto postponed = item_after({act(PostponeItem{day(2026, 6, 1), PostponedBecause::away})});
    EXPECT_EQ(refused(may_act(postponed, ReopenItem{}, Channel::none, overdue_day)), Why::conflict);
}

TEST(ActingOnADueItem, ChangesNoOtherItem)
{
    const DueItemKey another{rule_code("checkup"), day(2026, 1, 11)};

    EXPECT_EQ(item_after({DueActed{another, CompleteItem{CompletedBecause::done}}}).state, DueState::overdue);
}

TEST(ActingOnADueItem, StaysPossibleHoweverOverdueItIs)
{
    for (const auto today : {overdue_day, day(2026, 7, 1), day(2030, 1, 1)}) {
        const auto item = item_after({}, today);
        EXPECT_TRUE(may_act(item, CompleteItem{CompletedBecause::done}, Channel::none, today));
        EXPECT_TRUE(may_act(item, PostponeItem{after(today, {1}), PostponedBecause::asked}, Channel::none, today));
        EXPECT_TRUE(may_act(item, GiveItem{worker}, Channel::outreach_worker, today));
    }
    const auto ended = item_after({tried(1, TracingOutcome::informant, TracingEnd::in_care_elsewhere)});
    EXPECT_TRUE(may_act(ended, ReopenItem{}, Channel::none, overdue_day));
    EXPECT_TRUE(may_act(ended, CompleteItem{CompletedBecause::done_elsewhere}, Channel::none, overdue_day));
}

TEST(ActingOnADueItem, GivesHerOnlyToAWorkerSheAgreedTo)
{
    EXPECT_EQ(refused(may_act(item_after({}), GiveItem{worker}, Channel::none, overdue_day)), Why::not_allowed);
    EXPECT_EQ(refused(may_act(item_after({}), GiveItem{worker}, Channel::buddy, overdue_day)), Why::not_allowed);
    EXPECT_EQ(item_after({act(GiveItem{worker})}).given_to, worker);
}

TEST(ActingOnADueItem, PostponesOnlyToALaterDayWithinAYear)
{
    const auto to = [](CentreDay until) {
        return refused(
            may_act(item_after({}), PostponeItem{until, PostponedBecause::asked}, Channel::none, overdue_day));
    };
    EXPECT_EQ(to(overdue_day), Why::invalid_input);
    EXPECT_EQ(to(day(2026, 5, 19)), Why::invalid_input);
    EXPECT_EQ(to(day(2027, 5, 22)), Why::invalid_input);
    EXPECT_EQ(to(day(2027, 2, 29)), Why::invalid_input); // there is no such day
    EXPECT_EQ(to(day(2027, 5, 21)), std::nullopt);
}

TEST(ActingOnADueItem, RefusesWhatChangesNothing)
{
    const auto done = item_after({act(CompleteItem{CompletedBecause::done})});
    EXPECT_EQ(refused(may_act(done, CompleteItem{CompletedBecause::done}, Channel::none, overdue_day)), Why::conflict);
    EXPECT_EQ(refused(may_act(item_after({}), ReopenItem{}, Channel::none, overdue_day)), Why::conflict);
}

TEST(ActingOnADueItem, LeavesWhatTheRecordCompletedToTheRecord)
{
    History later = history;
    later.push_back(fact("visit.checkup", day(2026, 5, 1)));
    const auto item = due_items(check_up(), later, {}, overdue_day).front();

    ASSERT_EQ(item.state, DueState::done);
    EXPECT_EQ(refused(may_act(item, ReopenItem{}, Channel::none, overdue_day)), Why::conflict);
}

TEST(Tracing, GoesByTheAgreedChannelAndNoOther)
{
    auto by_buddy = tried(1);
    by_buddy.by = Channel::buddy;
    auto by_none = tried(1);
    by_none.by = Channel::none;

    EXPECT_TRUE(may_trace(item_after({}), tried(1), Channel::outreach_worker));
    EXPECT_EQ(refused(may_trace(item_after({}), by_buddy, Channel::outreach_worker)), Why::not_allowed);
    EXPECT_EQ(refused(may_trace(item_after({}), tried(1), Channel::none)), Why::not_allowed);
    EXPECT_EQ(refused(may_trace(item_after({}), by_none, Channel::none)), Why::not_allowed);
}

TEST(Tracing, IsTriedThreeTimesInOrder)
{
    std::vector<FollowupAct> acts;
    for (int attempt = 1; attempt <= most_tracing_attempts; ++attempt) {
        const auto item = item_after(acts);
        EXPECT_EQ(item.attempts, attempt - 1);
        EXPECT_TRUE(may_trace(item, tried(attempt), Channel::outreach_worker));
        EXPECT_EQ(refused(may_trace(item, tried(attempt + 1), Channel::outreach_worker)), Why::conflict);
        acts.emplace_back(tried(attempt));
    }
    EXPECT_EQ(refused(may_trace(item_after(acts), tried(4), Channel::outreach_worker)), Why::conflict);
    EXPECT_EQ(refused(may_trace(item_after(acts), tried(3), Channel::outreach_worker)), Why::conflict);
}

TEST(Tracing, LooksForNobodyBeforeHerDayNorWhenItIsDone)
{
    EXPECT_EQ(refused(may_trace(item_after({}, day(2026, 4, 9)), tried(1), Channel::outreach_worker)), Why::conflict);
    const auto done = item_after({act(CompleteItem{CompletedBecause::done})});
    EXPECT_EQ(refused(may_trace(done, tried(1), Channel::outreach_worker)), Why::conflict);
}

TEST(Tracing, ThatFoundNobodyLeavesHerLostAndOpen)
{
    const auto item = item_after({tried(1), tried(2), tried(3, TracingOutcome::not_reached, TracingEnd::not_found)});

    EXPECT_EQ(item.state, DueState::lost);
    EXPECT_TRUE(is_open(item.state));
}

TEST(Tracing, TellsOnlyWhatItsOutcomeCan)
{
    const auto of = [](TracingOutcome outcome, TracingEnd end) {
        return refused(may_trace(item_after({}), tried(1, outcome, end), Channel::outreach_worker));
    };
    EXPECT_EQ(of(TracingOutcome::not_reached, TracingEnd::will_come), Why::invalid_input);
    EXPECT_EQ(of(TracingOutcome::reached, TracingEnd::not_found), Why::invalid_input);
    EXPECT_EQ(of(TracingOutcome::reached, TracingEnd::died), Why::invalid_input);
    EXPECT_EQ(of(TracingOutcome::informant, TracingEnd::died), std::nullopt);
    EXPECT_EQ(of(TracingOutcome::reached, TracingEnd::will_come), std::nullopt);
}

/// As the hub gives it.
GiveItem given(TracingId tracing = TracingId{5})
{
    return {.worker = worker, .words = "at the tea stall", .tracing = tracing};
}

TEST(AGivenItem, IsAskedOfTheWorkerUntilSomethingComesOfIt)
{
    const auto asked = [](std::vector<FollowupAct> acts, CentreDay today = overdue_day) {
        return is_asked_of_worker(item_after(std::move(acts), today));
    };
    EXPECT_TRUE(asked({act(given())}));
    EXPECT_TRUE(asked({act(given()), tried(1)}));
    EXPECT_TRUE(asked({act(given())}, day(2026, 4, 1))) << "a reminder";
    EXPECT_FALSE(asked({})) << "nobody was asked";
    EXPECT_FALSE(asked({act(given()), tried(1, TracingOutcome::reached, TracingEnd::will_come)}));
    EXPECT_FALSE(asked({act(given()), tried(1), tried(2), tried(3)})) << "nobody is looked for a fourth time";
    EXPECT_FALSE(asked({act(given()), act(CompleteItem{CompletedBecause::done})}));
    EXPECT_FALSE(asked({act(given()), act(ReopenItem{})})) << "it was taken back";
    EXPECT_FALSE(asked({act(given()), act(PostponeItem{day(2026, 7, 1), PostponedBecause::away})}));
}

TEST(AGivenItem, IsAskedAnewWhateverCameOfItBeforeUntilThreeAttemptsWereMade)
{
    const auto came_to_nothing = tried(1, TracingOutcome::reached, TracingEnd::will_come);
    const auto again = item_after({act(given()), came_to_nothing, act(given(TracingId{6}))});
    EXPECT_TRUE(is_asked_of_worker(again)) << "she said that she would come, and did not";
    EXPECT_EQ(again.tracing, TracingId{6});
    EXPECT_TRUE(may_trace(again, tried(2), Channel::outreach_worker));

    const auto gone = item_after({act(given()), tried(1, TracingOutcome::informant, TracingEnd::moved_away)});
    EXPECT_EQ(gone.state, DueState::ended);
    EXPECT_TRUE(may_act(gone, given(), Channel::outreach_worker, overdue_day)) << "she is back";

    const auto thrice = item_after({act(given()), tried(1), tried(2), tried(3)});
    EXPECT_EQ(refused(may_act(thrice, given(), Channel::outreach_worker, overdue_day)), Why::conflict);
}

TEST(AGivenItem, IsNotGivenOnceItIsTooLate)
{
    auto late = item_after({});
    late.state = DueState::expired;
    EXPECT_EQ(refused(may_act(late, given(), Channel::outreach_worker, overdue_day)), Why::conflict);
}

TEST(AGivenItem, IsAskedOfNobodyOnceHowItEndedIsTakenBack)
{
    const auto reopened = item_after({act(given()), act(CompleteItem{CompletedBecause::done}), act(ReopenItem{})});
    EXPECT_FALSE(is_asked_of_worker(reopened)) << "the worker was told that it is over";
    EXPECT_EQ(reopened.given_to, worker);
}

TEST(AGivenItem, IsAskedOfTheLastWorkerItWasGivenTo)
{
    EXPECT_EQ(item_after({act(given(TracingId{5})), act(given(TracingId{6}))}).tracing, TracingId{6});
    EXPECT_FALSE(is_asked_of_worker(item_after({act(given()), act(GiveItem{worker})}))) << "told by word of mouth";
}

TEST(AGivenItem, HasWordsOfASentenceOrTwoInOneLine)
{
    const auto may = [](std::string words) {
        return refused(
            may_act(item_after({}), GiveItem{worker, std::move(words)}, Channel::outreach_worker, overdue_day));
    };
    EXPECT_EQ(may(std::string(GiveItem::longest_words, 'x')), std::nullopt);
    EXPECT_EQ(may(std::string(GiveItem::longest_words + 1, 'x')), Why::invalid_input);
    EXPECT_EQ(may("चाय की दुकान पर"), std::nullopt);
    for (const char letter : {'\n', '\t', '\x7f', '\0'}) {
        EXPECT_EQ(may(std::string(1, letter)), Why::invalid_input) << static_cast<int>(letter);
    }
}

TEST(Tracing, WritesDownWhatAWorkerToldWhoRemindedHerBeforeHerDay)
{
    const auto ahead = item_after({act(given())}, day(2026, 4, 1));
    auto told = tried(1, TracingOutcome::reached, TracingEnd::will_come);
    EXPECT_EQ(refused(may_trace(ahead, told, Channel::outreach_worker)), Why::conflict);
    told.told = TracingAnswerId{TracingId{5}, 1};
    EXPECT_EQ(refused(may_trace(ahead, told, Channel::outreach_worker)), std::nullopt);
    const auto done = item_after({act(given()), act(CompleteItem{CompletedBecause::done})});
    EXPECT_EQ(refused(may_trace(done, told, Channel::outreach_worker)), Why::conflict);
}

TEST(FollowupWords, ReadBackAsWhatTheySay)
{
    for (const auto each : every_due_state) {
        EXPECT_EQ(due_state_from(word(each)), each);
    }
    for (const auto each : every_completed_because) {
        EXPECT_EQ(completed_because_from(word(each)), each);
    }
    for (const auto each : every_postponed_because) {
        EXPECT_EQ(postponed_because_from(word(each)), each);
    }
    for (const auto each : every_channel) {
        EXPECT_EQ(channel_from(word(each)), each);
    }
    for (const auto each : every_tracing_outcome) {
        EXPECT_EQ(tracing_outcome_from(word(each)), each);
    }
    for (const auto each : every_tracing_end) {
        EXPECT_EQ(tracing_end_from(word(each)), each);
    }
}

} // namespace
} // namespace verandah::domain
