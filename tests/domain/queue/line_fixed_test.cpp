// SPDX-License-Identifier: Apache-2.0
// Bugs that were fixed in the line, each named after what it did wrong.
#include "shared/domain/queue/decide.hpp"
#include "shared/domain/queue/pick.hpp"
#include "tests/support/line_builder.hpp"

#include <gtest/gtest.h>

namespace verandah::domain {
namespace {

using namespace test;
using Why = Refusal::Why;

TEST(LineFixed, UndoOfAwayPutASecondPersonIntoARoomForOne)
{
    auto line = LineBuilder{}.waiting(routine, 9min).waiting(routine, 5min).build();
    happen(line, CallNext{room_1});
    happen(line, StepAway{ticket_1});
    happen(line, CallNext{room_1});

    const auto undone = decide(line, Undo{ticket_1}, now);

    ASSERT_FALSE(undone);
    EXPECT_EQ(undone.error().why, Why::conflict);
}

TEST(LineFixed, UndoOpenedAFinishedTicketAgainAfterTheDayWasClosed)
{
    auto line = LineBuilder{}.waiting(routine, 9min).build();
    happen(line, Leave{ticket_1});
    happen(line, CloseDay{});

    const auto undone = decide(line, Undo{ticket_1}, now);

    ASSERT_FALSE(undone);
    EXPECT_EQ(undone.error().why, Why::conflict);
}

TEST(LineFixed, TheSameVisitorHeldTwoOpenTickets)
{
    constexpr VisitorId visitor{7};
    const auto line = LineBuilder{}.waiting(routine, 9min, {triage}, visitor).build();

    const auto second = decide(line, CheckIn{.services = {wash}, .visitor = visitor}, now);

    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().why, Why::conflict);
}

TEST(LineFixed, AClockSetBackPutNewcomersBeforeThoseWhoWaited)
{
    auto line = LineBuilder{}.waiting(routine, 9min).build();
    happen(line, CheckIn{.services = {triage}}, later(-1h));

    const auto called = happen(line, CallNext{room_1}, later(-30min));

    EXPECT_EQ(std::get<TicketCalled>(called.back()).ticket, ticket_1);
}

TEST(LineFixed, SentLastStoodBeforeSomebodyWhoCameInTheSameInstant)
{
    auto line = LineBuilder{}.waiting(routine, 9min, {wash}).waiting(routine, 0min, {triage}).build();
    happen(line, SendOn{ticket_1, triage, SendOn::Place::last});

    const auto called = happen(line, CallNext{room_1});

    EXPECT_EQ(std::get<TicketCalled>(called.back()).ticket, ticket_2);
}

TEST(LineFixed, TheRankingGaveAnotherReasonThanTheCallItself)
{
    const auto line = LineBuilder{}.waiting(routine, 9min).build();

    const auto ranked = ranking(line, room_1, noon);

    ASSERT_EQ(ranked.size(), 1U);
    EXPECT_EQ(ranked.front(), pick_next(line, room_1, noon));
}

TEST(LineFixed, FinishingFirstForgotThatTheSameUrgentPersonIsNext)
{
    auto line = LineBuilder{}.waiting(urgent, 9min, {help, kits}).waiting(routine, 5min).build();
    happen(line, CallNext{room_1});
    happen(line, Start{ticket_1});

    const auto called = happen(line, CallNext{room_1, CallNext::IfBusy::finish_first});

    EXPECT_EQ(std::get<TicketCalled>(called.back()).ticket, ticket_1);
    EXPECT_EQ(std::get<TicketCalled>(called.back()).service, kits);
}

} // namespace
} // namespace verandah::domain
