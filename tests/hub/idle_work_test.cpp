// SPDX-License-Identifier: Apache-2.0
// Work that gives way to everybody.
#include "clinic/hub/desks/idle_work.hpp"

#include <gtest/gtest.h>
#include <sched.h>

#include <stdexcept>
#include <thread>

namespace verandah::hub {
namespace {

TEST(IdleWork, GivesWayToEverybodyWhoeverAskedForItDoesNot)
{
    int way = -1;
    int way_of_its_threads = -1;
    do_when_idle([&] {
        way = ::sched_getscheduler(0);
        std::thread{[&] { way_of_its_threads = ::sched_getscheduler(0); }}.join();
    });

    EXPECT_EQ(way, SCHED_IDLE);
    EXPECT_EQ(way_of_its_threads, SCHED_IDLE);
    EXPECT_EQ(::sched_getscheduler(0), SCHED_OTHER);
}

TEST(IdleWork, ThrowsWhatTheWorkThrows)
{
    EXPECT_THROW(do_when_idle([] { throw std::runtime_error{"no"}; }), std::runtime_error);
}

} // namespace
} // namespace verandah::hub
