// SPDX-License-Identifier: Apache-2.0
// The network between the real hub and the real link breaks, again and again: devices go on by themselves, and nothing
// is lost or doubled.
#include "shared/wire/http/of_bundle.hpp"
#include "tests/faults/bad_wire.hpp"
#include "tests/faults/cut_network.hpp"
#include "tests/faults/linked_device.hpp"
#include "tests/faults/tally.hpp"
#include "tests/hub/served_centre.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <atomic>
#include <chrono>

namespace verandah::test {
namespace {

using namespace std::chrono_literals;

/// What is in line against what the device was told, by answers and by the feed.
void count(LinkedDevice& device, Tally& tally)
{
    EXPECT_TRUE(device.hear_of_all()) << "the feed did not tell of everything";
    EXPECT_EQ(device.told_twice(), 0);
    const auto there = device.line();
    tally.acknowledged = device.acknowledged().size();
    tally.lost = static_cast<std::size_t>(
        std::ranges::count_if(device.acknowledged(), [&](auto ticket) { return !there.contains(ticket); }));
    tally.doubled = there.size() - std::min(there.size(), tally.acknowledged);
    EXPECT_EQ(tally.lost, 0U);
    EXPECT_EQ(tally.doubled, 0U);
}

TEST(Network, ThatDelaysHalvesRepeatsAndResetsLosesAndDoublesNothing)
{
    ServedCentre centre;
    centre.serve();
    auto bundle = centre.let_in("console", "console-1");
    centre.sign_in(bundle);
    BadWire wire{wire::hub_of(bundle).port, 20'261'126};
    bundle.hub_address = fmt::format("127.0.0.1:{}", wire.port());
    LinkedDevice device{bundle};
    Tally tally{.fault = "network delays, halves, repeats, resets"};

    const auto wanted = static_cast<int>(times_to_play("VERANDAH_BREAKS", 12));
    const auto breaks = [&] {
        return wire.times(BadWire::End::halved) + wire.times(BadWire::End::repeated) + wire.times(BadWire::End::reset);
    };
    while (breaks() < wanted) {
        ASSERT_TRUE(device.check_in());
    }
    wire.heal();
    ASSERT_TRUE(device.check_in());

    tally.times = static_cast<std::size_t>(breaks());
    count(device, tally);
    leave(tally, "bad-wire");
}

TEST(Network, WhoseCableIsPulledAndPutBackLosesAndDoublesNothing)
{
    if (const auto why = CutNetwork::why_not(); !why.empty()) {
        GTEST_SKIP() << why;
    }
    CutNetwork network;
    ServedCentre centre;
    centre.be_at(CutNetwork::hub_address);
    network.on(CutNetwork::Machine::hub, [&] { centre.serve(); });
    const auto bundle = centre.let_in("console", "console-1");
    Tally tally{.fault = "cable pulled and put back", .times = times_to_play("VERANDAH_CABLES", 6)};

    network.on(CutNetwork::Machine::device, [&] {
        centre.sign_in(bundle);
        LinkedDevice device{bundle};
        ASSERT_TRUE(device.check_in());
        std::atomic<bool> is_over{false};
        std::jthread somebody{[&] {
            for (std::size_t each = 0; each < tally.times; ++each) {
                network.pull_the_cable();
                std::this_thread::sleep_for(each % 2 == 0 ? 150ms : 900ms);
                network.put_it_back();
                std::this_thread::sleep_for(400ms);
            }
            is_over = true;
        }};
        while (!is_over) {
            ASSERT_TRUE(device.check_in());
        }
        ASSERT_TRUE(device.check_in());
        count(device, tally);
    });
    leave(tally, "cable");
}

} // namespace
} // namespace verandah::test
