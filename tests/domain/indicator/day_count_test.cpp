// SPDX-License-Identifier: Apache-2.0
// One count of a day, for the committee's page and for what is kept of a forgotten day.
#include "shared/domain/forgetting/day_totals.hpp"
#include "shared/domain/indicator/day_count.hpp"
#include "tests/support/line_builder.hpp"

#include <gtest/gtest.h>

namespace verandah::domain {
namespace {

using namespace std::chrono_literals;
using namespace test;

Line three_waiting()
{
    return LineBuilder{}.waiting(routine, 30min).waiting(routine, 20min).waiting(routine, 10min).build();
}

void serve(Line& line, TicketId ticket, std::chrono::milliseconds at)
{
    happen(line, CallNext{room_1, CallNext::IfBusy::finish_first}, later(at));
    happen(line, Start{ticket}, later(at));
}

TEST(DayCount, PutsEveryVisitIntoOnePart)
{
    auto line = three_waiting();
    serve(line, ticket_1, 0min);
    happen(line, Finish{ticket_1}, later(5min));
    happen(line, Leave{ticket_2}, later(6min));

    const auto count = count_day(line);

    EXPECT_EQ(count.served, 1);
    EXPECT_EQ(count.left, 1);
    EXPECT_EQ(count.here, 1);
    EXPECT_EQ(count.visits(), 3);
}

TEST(DayCount, CallsNobodyServedWhoIsStillThere)
{
    auto line = three_waiting();
    serve(line, ticket_1, 0min);

    EXPECT_EQ(count_day(line).served, 0);
    EXPECT_EQ(count_day(line).here, 3);
}

TEST(DayCount, CountsWhoeverHadOneStepAndWentAsServed)
{
    auto line = LineBuilder{}.waiting(routine, 10min, {triage, nurse}).build();
    serve(line, ticket_1, 0min);
    happen(line, Finish{ticket_1}, later(5min)); // triage is done, nurse still to come
    ASSERT_EQ(count_day(line).here, 1);
    happen(line, Leave{ticket_1}, later(6min));

    EXPECT_EQ(count_day(line).served, 1);
    EXPECT_EQ(count_day(line).left, 0);
}

TEST(DayCount, CountsWhoeverIsInLineAtTheDaysEndAsLeft)
{
    auto line = three_waiting();
    happen(line, CloseDay{}, later(1h));

    EXPECT_EQ(count_day(line).left, 3);
    EXPECT_EQ(count_day(line).here, 0);
}

TEST(DayCount, TakesNoWaitOfWhoeverLeftUncalled)
{
    auto line = three_waiting();
    serve(line, ticket_1, 0min);
    happen(line, Leave{ticket_2}, later(6min));

    EXPECT_EQ(count_day(line).waits, (std::vector<std::chrono::milliseconds>{30min}));
}

TEST(DayCount, IsWhatIsKeptOfADay)
{
    auto line = three_waiting();
    serve(line, ticket_1, 0min);
    serve(line, ticket_2, 30s);
    happen(line, CloseDay{}, later(1h));

    const auto count = count_day(line);
    const auto kept = totals_of(line, 2);

    EXPECT_EQ(kept.visits, count.visits());
    EXPECT_EQ(kept.served, count.served);
    EXPECT_EQ(kept.left, count.left);
    EXPECT_EQ(kept.visits, kept.served + kept.left);
    EXPECT_EQ(kept.alerts, 2);
    EXPECT_EQ(kept.wait, 20min); // of 30 min and 20 min 30 s
}

TEST(MiddleWait, IsTheShorterOfTwoInTheMiddle)
{
    EXPECT_EQ(middle_of({}), std::nullopt);
    EXPECT_EQ(middle_of({9ms}), 9ms);
    EXPECT_EQ(middle_of({9ms, 1ms}), 1ms);
    EXPECT_EQ(middle_of({9ms, 1ms, 5ms}), 5ms);
    EXPECT_EQ(middle_of({9ms, 1ms, 5ms, 7ms}), 5ms);
}

} // namespace
} // namespace verandah::domain
