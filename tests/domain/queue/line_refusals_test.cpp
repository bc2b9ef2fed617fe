// SPDX-License-Identifier: Apache-2.0
// What the line refuses, and with which why.
#include "tests/support/line_builder.hpp"

#include <gtest/gtest.h>

namespace verandah::domain {
namespace {

using namespace test;
using enum Refusal::Why;

template <class Command>
std::optional<Refusal::Why> refusal_of(const Line& line, const Command& command, Moment moment = now)
{
    const LineDecision decision{decide(line, command, moment)};
    return decision ? std::nullopt : std::optional{decision.error().why};
}

Line one_waiting()
{
    return LineBuilder{}.waiting(routine, 9min).build();
}

TEST(LineRefuses, EveryMoveOfATicketThatIsNotThere)
{
    const auto line = one_waiting();

    EXPECT_EQ(refusal_of(line, CallThis{room_1, ticket_2, "why"}), not_found);
    EXPECT_EQ(refusal_of(line, CallAgain{ticket_2}), not_found);
    EXPECT_EQ(refusal_of(line, Start{ticket_2}), not_found);
    EXPECT_EQ(refusal_of(line, Finish{ticket_2}), not_found);
    EXPECT_EQ(refusal_of(line, Hold{ticket_2, 5min}), not_found);
    EXPECT_EQ(refusal_of(line, Resume{ticket_2}), not_found);
    EXPECT_EQ(refusal_of(line, StepAway{ticket_2}), not_found);
    EXPECT_EQ(refusal_of(line, ComeBack{ticket_2}), not_found);
    EXPECT_EQ(refusal_of(line, Leave{ticket_2}), not_found);
    EXPECT_EQ(refusal_of(line, SendOn{ticket_2, wash}), not_found);
    EXPECT_EQ(refusal_of(line, Reclassify{ticket_2, urgent, "why"}), not_found);
    EXPECT_EQ(refusal_of(line, Undo{ticket_2}), not_found);
}

TEST(LineRefuses, MovesThatDoNotFitTheState)
{
    const auto line = one_waiting();

    EXPECT_EQ(refusal_of(line, CallAgain{ticket_1}), conflict);
    EXPECT_EQ(refusal_of(line, Start{ticket_1}), conflict);
    EXPECT_EQ(refusal_of(line, Finish{ticket_1}), conflict);
    EXPECT_EQ(refusal_of(line, Resume{ticket_1}), conflict);
    EXPECT_EQ(refusal_of(line, StepAway{ticket_1}), conflict);
    EXPECT_EQ(refusal_of(line, ComeBack{ticket_1}), conflict);
    EXPECT_EQ(refusal_of(line, Undo{ticket_1}), conflict);
}

TEST(LineRefuses, AStationThatIsNotThere)
{
    EXPECT_EQ(refusal_of(one_waiting(), CallNext{unknown_station}), not_found);
    EXPECT_EQ(refusal_of(one_waiting(), CallThis{unknown_station, ticket_1, "why"}), not_found);
}

TEST(LineRefuses, ACallWhenNobodyWaitsWhoCanBeServedThere)
{
    EXPECT_EQ(refusal_of(one_waiting(), CallNext{wash_rooms}), not_found);
}

TEST(LineRefuses, ACallToAFullStation)
{
    auto line = LineBuilder{}.waiting(routine, 9min).waiting(routine, 5min).build();
    happen(line, CallNext{room_1});
    EXPECT_EQ(refusal_of(line, CallNext{room_1, CallNext::IfBusy::finish_first}), conflict); // still on the way
    EXPECT_EQ(refusal_of(line, CallThis{room_1, ticket_2, "why"}), conflict);

    happen(line, Start{ticket_1});
    EXPECT_EQ(refusal_of(line, CallNext{room_1}), conflict);
}

TEST(LineRefuses, ToFillAStationBeyondItsCapacity)
{
    auto line = LineBuilder{}
                    .waiting(routine, 3min, {wash})
                    .waiting(routine, 2min, {wash})
                    .waiting(routine, 1min, {wash})
                    .build();
    happen(line, CallNext{wash_rooms});
    happen(line, CallNext{wash_rooms});

    EXPECT_EQ(refusal_of(line, CallNext{wash_rooms}), conflict);
}

TEST(LineRefuses, ACallOutOfOrderWithoutAReasonThatSaysSomething)
{
    const auto line = one_waiting();

    EXPECT_EQ(refusal_of(line, CallThis{room_1, ticket_1, ""}), invalid_input);
    EXPECT_EQ(refusal_of(line, CallThis{room_1, ticket_1, "   "}), invalid_input);
    EXPECT_EQ(refusal_of(line, CallThis{room_1, ticket_1, "two\nlines"}), invalid_input);
    EXPECT_EQ(refusal_of(line, CallThis{room_1, ticket_1, std::string(121, 'x')}), invalid_input);
    EXPECT_EQ(refusal_of(line, CallThis{room_1, ticket_1, std::string(120, 'x')}), std::nullopt);
}

TEST(LineRefuses, ACallToAStationThatGivesNothingTheTicketNeeds)
{
    EXPECT_EQ(refusal_of(one_waiting(), CallThis{wash_rooms, ticket_1, "why"}), conflict);
}

TEST(LineRefuses, ACheckInForNothingForSomethingUnknownOrTwiceForTheSame)
{
    const auto line = one_waiting();

    EXPECT_EQ(refusal_of(line, CheckIn{.services = {}}), invalid_input);
    EXPECT_EQ(refusal_of(line, CheckIn{.services = {unknown_service}}), invalid_input);
    EXPECT_EQ(refusal_of(line, CheckIn{.services = {wash, wash}}), invalid_input);
    EXPECT_EQ(refusal_of(line, CheckIn{.services = {wash}, .priority = PriorityCode::make("none").value()}),
              invalid_input);
}

TEST(LineRefuses, ACheckInWhenTheNumbersAreUsedUp)
{
    auto centre = small_line_centre();
    centre.limits.numbers_per_day = 1;

    EXPECT_EQ(refusal_of(LineBuilder{centre}.waiting(routine, 1min).build(), CheckIn{.services = {wash}}), conflict);
}

TEST(LineRefuses, ACheckInOnAClosedDay)
{
    auto line = one_waiting();
    happen(line, CloseDay{});

    EXPECT_EQ(refusal_of(line, CheckIn{.services = {wash}}), conflict);
}

TEST(LineRefuses, AHoldOfNoTimeOrLongerThanTheCentreAllows)
{
    EXPECT_EQ(refusal_of(one_waiting(), Hold{ticket_1, 0min}), invalid_input);
    EXPECT_EQ(refusal_of(one_waiting(), Hold{ticket_1, 181min}), invalid_input);
    EXPECT_EQ(refusal_of(one_waiting(), Hold{ticket_1, 180min}), std::nullopt);
}

TEST(LineRefuses, ToSendOnBeforePrecedenceAllows)
{
    const auto line = LineBuilder{}.waiting(routine, 1min, {triage, nurse, wash}).build();

    EXPECT_EQ(refusal_of(line, SendOn{ticket_1, nurse}), conflict);
    EXPECT_EQ(refusal_of(line, SendOn{ticket_1, unknown_service}), invalid_input);
}

TEST(LineRefuses, AChangeOfClassThatIsNoneOrUnknownOrUnexplained)
{
    EXPECT_EQ(refusal_of(one_waiting(), Reclassify{ticket_1, routine, "why"}), conflict);
    EXPECT_EQ(refusal_of(one_waiting(), Reclassify{ticket_1, PriorityCode::make("none").value(), "why"}),
              invalid_input);
    EXPECT_EQ(refusal_of(one_waiting(), Reclassify{ticket_1, urgent, ""}), invalid_input);
}

TEST(LineRefuses, ToTakeBackAHoldThatEndedMeanwhile)
{
    auto line = one_waiting();
    happen(line, Hold{ticket_1, 5min});
    happen(line, PassTime{}, later(5min));

    EXPECT_EQ(refusal_of(line, Undo{ticket_1}, later(6min)), conflict);
}

TEST(LineRefuses, ToBringBackAVisitorWhoHasANewerNumber)
{
    constexpr VisitorId visitor{7};
    auto line = LineBuilder{}.waiting(routine, 9min, {triage}, visitor).build();
    happen(line, Leave{ticket_1});
    happen(line, CheckIn{.services = {triage}, .visitor = visitor});

    EXPECT_EQ(refusal_of(line, Undo{ticket_1}), conflict);
}

TEST(LineRefuses, ToCloseADayTwiceAndToReopenAnOpenOne)
{
    auto line = one_waiting();
    EXPECT_EQ(refusal_of(line, ReopenDay{}), conflict);

    happen(line, CloseDay{});
    EXPECT_EQ(refusal_of(line, CloseDay{}), conflict);
}

TEST(LineRefuses, ToReopenADayOnceANewOneHasBegun)
{
    auto line = one_waiting();
    happen(line, CloseDay{});
    const Moment tomorrow{noon + 24h, CentreDay{std::chrono::sys_days{today} + std::chrono::days{1}}};

    EXPECT_EQ(refusal_of(line, ReopenDay{}, tomorrow), conflict);
}

TEST(LineRefuses, AnEventAboutATicketItNeverHad)
{
    auto line = one_waiting();

    EXPECT_THROW(apply(line, TicketStarted{ticket_2, noon}), std::logic_error);
}

} // namespace
} // namespace verandah::domain
