// SPDX-License-Identifier: Apache-2.0
// A device on the real link to the hub (shared/wire/http/hub_link.hpp), through whatever the network does to it.
#pragma once

#include "shared/wire/device_bundle.hpp"
#include "shared/wire/http/hub_link.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace verandah::test {

/// Checks people in, one after the other, and follows the feed as a console does: after "reset" it fetches all anew.
class LinkedDevice {
public:
    explicit LinkedDevice(const wire::DeviceBundle& console);

    /// Asks for a number and waits until it is answered. False when it is not within a minute.
    bool check_in();
    /// Waits until the feed has told of every ticket acknowledged. False when it does not within half a minute.
    bool hear_of_all();

    [[nodiscard]] const std::multiset<std::int64_t>& acknowledged() const { return acknowledged_; } ///< Tickets.
    [[nodiscard]] int times_down() const { return times_down_; }
    [[nodiscard]] int told_twice() const { return told_twice_; } ///< Frames of the feed that came again.
    /// What is in line now, asked over the link.
    [[nodiscard]] std::multiset<std::int64_t> line();

private:
    void take();
    void take(const wire::FeedEvent& event);
    void take(const wire::Answered& answered);
    [[nodiscard]] bool wait(wire::AskId ask);

    wire::HubLink link_;
    std::map<wire::AskId, wire::Response> answers_; ///< Not yet looked at.
    std::set<wire::AskId> fetches_;                 ///< Of the whole line, under way.
    std::multiset<std::int64_t> acknowledged_;
    std::set<std::int64_t> heard_of_;
    std::uint64_t last_event_{0};
    int times_down_{0};
    int told_twice_{0};
};

} // namespace verandah::test
