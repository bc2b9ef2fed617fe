// SPDX-License-Identifier: Apache-2.0
// The clock of PEP, to the minute.
#include "shared/domain/care/pep_clock.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace verandah::domain {
namespace {

using namespace std::chrono_literals;
using ClockState = PepClock::State;

constexpr Instant exposure{std::chrono::sys_days{2026y / 3 / 3} + 22h};

TEST(PepClock, CountsDownFrom72Hours)
{
    EXPECT_EQ(pep_clock(exposure, exposure), (PepClock{ClockState::running, 0min, 72h}));
    EXPECT_EQ(pep_clock(exposure, exposure + 26h), (PepClock{ClockState::running, 26h, 46h}));
}

TEST(PepClock, PromisesNoMinuteTooMuch)
{
    EXPECT_EQ(pep_clock(exposure, exposure + 1ms).left, 71h + 59min);
    EXPECT_EQ(pep_clock(exposure, exposure + 71h + 59min + 1s).left, 0min);
    EXPECT_EQ(pep_clock(exposure, exposure + 71h + 59min + 1s).state, ClockState::running);
}

TEST(PepClock, StopsAt72HoursExactly)
{
    EXPECT_EQ(pep_clock(exposure, exposure + 72h - 1ms).state, ClockState::running);
    EXPECT_EQ(pep_clock(exposure, exposure + 72h), (PepClock{ClockState::stopped, 72h, 0min}));
    EXPECT_EQ(pep_clock(exposure, exposure + 24h * 30), (PepClock{ClockState::stopped, 720h, 0min}));
}

TEST(PepClock, HasNotBegunForAnExposureInTheFuture)
{
    EXPECT_EQ(pep_clock(exposure, exposure - 1ms), (PepClock{ClockState::not_begun, 0min, 0min}));
}

TEST(PepClock, NeverCountsUpAsTimePasses)
{
    EXPECT_TRUE(rc::check("later is less", [] {
        const auto first = exposure + std::chrono::milliseconds{*rc::gen::inRange<std::int64_t>(0, 400'000'000)};
        const auto second = first + std::chrono::milliseconds{*rc::gen::inRange<std::int64_t>(0, 400'000'000)};
        RC_ASSERT(pep_clock(exposure, second).left <= pep_clock(exposure, first).left);
    }));
}

} // namespace
} // namespace verandah::domain
