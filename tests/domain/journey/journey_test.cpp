// SPDX-License-Identifier: Apache-2.0
// Journeys as open shops: precedence, timers, and where to go next.
#include "shared/domain/journey/journey.hpp"
#include "tests/support/line_builder.hpp"

#include <gtest/gtest.h>

namespace verandah::domain {
namespace {

using namespace test;
using Services = std::vector<ServiceCode>;

std::vector<Step> asked_for(const Services& services)
{
    std::vector<Step> steps;
    for (const auto& each : services) {
        steps.push_back({each, Step::Stage::asked, std::nullopt});
    }
    return steps;
}

TEST(Journey, LetsStepsWithoutPrecedenceComeInAnyOrder)
{
    EXPECT_EQ(ready_steps(asked_for({wash, triage}), small_line_centre().services), (Services{wash, triage}));
}

TEST(Journey, KeepsAStepBackUntilWhatComesBeforeItIsDone)
{
    auto steps = asked_for({nurse, triage});
    EXPECT_EQ(ready_steps(steps, small_line_centre().services), Services{triage});

    steps[1].stage = Step::Stage::done;
    EXPECT_EQ(ready_steps(steps, small_line_centre().services), Services{nurse});
}

TEST(Journey, AsksForPrecedenceOnlyAmongWhatWasAskedFor)
{
    EXPECT_EQ(ready_steps(asked_for({nurse}), small_line_centre().services), Services{nurse});
}

TEST(Journey, KeepsAStepBackWhileItsTimerRuns)
{
    auto steps = asked_for({talk});
    steps[0].ready_at = noon;

    EXPECT_TRUE(ready_steps(steps, small_line_centre().services).empty());
    EXPECT_EQ(next_timer(steps), noon);
    EXPECT_TRUE(has_more(steps));
}

TEST(Journey, StartsTheTimerOfTheTalkWhenTheSampleIsTaken)
{
    auto line = LineBuilder{}.waiting(routine, 1min, {sample}).build();
    happen(line, CallNext{laboratory});
    happen(line, Start{ticket_1});
    happen(line, Finish{ticket_1});
    EXPECT_EQ(line.find(ticket_1)->now.state, TicketState::on_hold);

    happen(line, PassTime{}, later(16min));

    EXPECT_EQ(std::get<TicketCalled>(happen(line, CallNext{laboratory}, later(16min)).back()).service, talk);
}

TEST(Journey, SendsToTheShortestExpectedWait)
{
    EXPECT_EQ(next_step(std::vector{Onward{triage, 20min, 2}, Onward{wash, 10min, 1}}), wash);
}

TEST(Journey, FeedsTheLongerLineAmongNearTies)
{
    EXPECT_EQ(next_step(std::vector{Onward{triage, 10min, 1}, Onward{wash, 12min, 4}}), wash);
    EXPECT_EQ(next_step(std::vector{Onward{triage, 10min, 1}, Onward{wash, 13min, 4}}), triage);
}

TEST(Journey, GoesNowhereWhenThereIsNowhereToGo)
{
    EXPECT_EQ(next_step({}), std::nullopt);
}

} // namespace
} // namespace verandah::domain
