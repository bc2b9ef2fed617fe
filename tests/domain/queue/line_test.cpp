// SPDX-License-Identifier: Apache-2.0
// The rules of the line (field.md §3), one by one.
#include "shared/domain/queue/pick.hpp"
#include "tests/support/line_builder.hpp"

#include <gtest/gtest.h>

namespace verandah::domain {
namespace {

using namespace test;

TicketCalled call_next(Line& line, StationCode station, Moment moment = now)
{
    return std::get<TicketCalled>(happen(line, CallNext{station}, moment).back());
}

TEST(Line, NeverPromotesARoutineTicketAboveAnUrgentOne)
{
    auto line = LineBuilder{}.waiting(routine, 9h).waiting(urgent, 1min).build();

    const auto called = call_next(line, room_1);

    EXPECT_EQ(called.ticket, ticket_2);
    EXPECT_EQ(called.reason.text(), "urgent");
}

TEST(Line, CallsUrgentOnesInOrderOfArrival)
{
    auto line = LineBuilder{}.waiting(urgent, 5min).waiting(urgent, 7min).build();

    EXPECT_EQ(call_next(line, room_1).ticket, ticket_1);
}

TEST(Line, CallsTheHighestWeightTimesMinutesWaited)
{
    auto line = LineBuilder{}.waiting(routine, 14min).waiting(soon, 5min).build(); // 14 points against 15

    const auto called = call_next(line, room_1);

    EXPECT_EQ(called.ticket, ticket_2);
    EXPECT_EQ(called.reason.text(), "priority 3 × 5 min");
}

TEST(Line, LetsALongWaitOvertakeAHigherClass)
{
    auto line = LineBuilder{}.waiting(routine, 16min).waiting(soon, 5min).build(); // 16 points against 15

    EXPECT_EQ(call_next(line, room_1).ticket, ticket_1);
}

TEST(Line, CallsTheEarlierOneWhenPointsAreEqual)
{
    auto line = LineBuilder{}.waiting(routine, 15min).waiting(soon, 5min).build();

    EXPECT_EQ(call_next(line, room_1).ticket, ticket_1);
}

TEST(Line, SaysWhenSomebodyIsTheOnlyOneForAStation)
{
    auto line = LineBuilder{}.waiting(routine, 16min, {wash}).waiting(routine, 5min).build();

    EXPECT_EQ(call_next(line, wash_rooms).reason.text(), "only match");
}

TEST(Line, GivesOneNeutralSeriesOfNumbersToAllServices)
{
    const auto line = LineBuilder{}.waiting(urgent, 2min, {help}).waiting(routine, 1min, {wash}).build();

    EXPECT_EQ(line.find(ticket_1)->number.text(), "1");
    EXPECT_EQ(line.find(ticket_2)->number.text(), "2");
}

TEST(Line, BeginsItsNumbersAgainOnANewCentreDay)
{
    auto line = LineBuilder{}.waiting(routine, 2min).build();
    const Moment tomorrow{noon + 24h, CentreDay{std::chrono::sys_days{today} + std::chrono::days{1}}};

    const auto issued = happen(line, CheckIn{.services = {triage}}, tomorrow);

    EXPECT_EQ(std::get<TicketIssued>(issued.back()).number.value(), 1);
    EXPECT_EQ(std::get<TicketIssued>(issued.back()).ticket, ticket_2);
}

TEST(Line, KeepsCountingWhenTheClockIsSetBackToYesterday)
{
    auto line = LineBuilder{}.waiting(routine, 2min).build();
    const Moment yesterday{noon - 24h, CentreDay{std::chrono::sys_days{today} - std::chrono::days{1}}};

    const auto issued = happen(line, CheckIn{.services = {triage}}, yesterday);

    EXPECT_EQ(std::get<TicketIssued>(issued.back()).number.value(), 2);
    EXPECT_EQ(line.day(), today);
}

TEST(Line, PutsANewcomerIntoTheMostUrgentClassOfWhatWasAskedFor)
{
    auto line = LineBuilder{}.build();

    happen(line, CheckIn{.services = {triage, kits}});

    EXPECT_EQ(line.find(ticket_1)->now.priority, soon);
}

TEST(Line, TellsANewcomerHowManyAreBefore)
{
    auto line = LineBuilder{}.waiting(routine, 2min).waiting(urgent, 1min).build();

    EXPECT_EQ(std::get<TicketIssued>(happen(line, CheckIn{.services = {triage}}).back()).people_before, 2);
    EXPECT_EQ(
        std::get<TicketIssued>(happen(line, CheckIn{.services = {triage}, .priority = urgent}).back()).people_before,
        1);
}

TEST(Line, MarksAwayInsteadOfCallingAFourthTime)
{
    auto line = LineBuilder{}.waiting(routine, 2min).build();
    call_next(line, room_1);
    happen(line, CallAgain{ticket_1});
    happen(line, CallAgain{ticket_1});

    happen(line, CallAgain{ticket_1});

    EXPECT_EQ(line.find(ticket_1)->now.state, TicketState::away);
}

TEST(Line, MarksAwayWhoDidNotComeInFiveMinutes)
{
    auto line = LineBuilder{}.waiting(routine, 2min).build();
    call_next(line, room_1);

    EXPECT_TRUE(decide(line, PassTime{}, later(5min - 1ms)).empty());
    happen(line, PassTime{}, later(5min));

    EXPECT_EQ(line.find(ticket_1)->now.state, TicketState::away);
}

TEST(Line, TakesBackWhoWasAwayAfterTheNextTwoCallsAndKeepsTheArrival)
{
    auto line = LineBuilder{}
                    .waiting(routine, 9min)
                    .waiting(routine, 3min)
                    .waiting(routine, 2min)
                    .waiting(routine, 1min)
                    .build();
    call_next(line, room_1);
    happen(line, StepAway{ticket_1});
    happen(line, ComeBack{ticket_1});

    EXPECT_EQ(call_next(line, room_1).ticket, ticket_2);
    EXPECT_EQ(call_next(line, room_2).ticket, ticket_3);
    happen(line, Leave{ticket_3});
    EXPECT_EQ(call_next(line, room_2).ticket, ticket_1);
}

TEST(Line, CallsWhoCameBackWhenNobodyElseWaits)
{
    auto line = LineBuilder{}.waiting(routine, 9min).build();
    call_next(line, room_1);
    happen(line, StepAway{ticket_1});
    happen(line, ComeBack{ticket_1});

    EXPECT_EQ(call_next(line, room_1).reason.text(), "returned");
}

TEST(Line, EndsAHoldByItself)
{
    auto line = LineBuilder{}.waiting(routine, 9min).build();
    happen(line, Hold{ticket_1, 15min});

    happen(line, PassTime{}, later(15min));

    EXPECT_EQ(line.find(ticket_1)->now.state, TicketState::waiting);
    EXPECT_EQ(line.find(ticket_1)->now.place, noon - 9min);
}

TEST(Line, SendsOnToTheFrontByArrivalOrToTheEnd)
{
    const auto place_when_sent = [](SendOn::Place place) {
        auto line = LineBuilder{}
                        .waiting(routine, 9min, {triage})
                        .waiting(routine, 5min, {wash})
                        .waiting(routine, 3min, {triage})
                        .build();
        happen(line, SendOn{ticket_2, triage, place});
        const auto ranked = ranking(line, room_1, noon);
        return std::ranges::find(ranked, ticket_2, &Pick::ticket) - ranked.begin();
    };

    EXPECT_EQ(place_when_sent(SendOn::Place::first), 0);
    EXPECT_EQ(place_when_sent(SendOn::Place::by_arrival), 1);
    EXPECT_EQ(place_when_sent(SendOn::Place::last), 2);
}

TEST(Line, FinishesWhoeverIsServedWhenAskedToCallTheNext)
{
    auto line = LineBuilder{}.waiting(routine, 9min).waiting(routine, 5min).build();
    call_next(line, room_1);
    happen(line, Start{ticket_1});

    happen(line, CallNext{room_1, CallNext::IfBusy::finish_first});

    EXPECT_EQ(line.find(ticket_1)->now.state, TicketState::done);
    EXPECT_EQ(line.find(ticket_2)->now.state, TicketState::called);
}

TEST(Line, CallsOutOfOrderWithTheReasonGiven)
{
    auto line = LineBuilder{}.waiting(routine, 9min).waiting(routine, 5min).build();

    const auto called = happen(line, CallThis{room_1, ticket_2, "child with her"});

    EXPECT_EQ(std::get<TicketCalled>(called.back()).reason.text(), "chosen: child with her");
}

TEST(Line, KeepsWaitWayAndServiceApart)
{
    auto line = LineBuilder{}.waiting(routine, 9min).build();
    call_next(line, room_1);
    happen(line, Start{ticket_1}, later(2min));
    happen(line, Finish{ticket_1}, later(12min));

    EXPECT_EQ(line.find(ticket_1)->now.spent, (TimeSpent{.wait = 9min, .way = 2min, .service = 10min}));
}

TEST(Line, ClosesEverybodyAtTheEndOfTheDay)
{
    auto line = LineBuilder{}.waiting(routine, 9min).build();

    happen(line, CloseDay{});

    EXPECT_EQ(line.find(ticket_1)->now.state, TicketState::closed);
}

TEST(Line, GivesAFreshTimeToComeWhenAwayIsTakenBack)
{
    auto line = LineBuilder{}.waiting(routine, 9min).build();
    call_next(line, room_1);
    happen(line, PassTime{}, later(5min));

    happen(line, Undo{ticket_1}, later(6min));

    EXPECT_EQ(line.find(ticket_1)->now.state, TicketState::called);
    EXPECT_EQ(line.find(ticket_1)->now.until, noon + 11min);
}

} // namespace
} // namespace verandah::domain
