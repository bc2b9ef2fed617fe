// SPDX-License-Identifier: Apache-2.0
// Watches the whole morning over the live feed, as one more console would, and counts who was called how often.
#pragma once

#include "shared/wire/device_bundle.hpp"
#include "shared/wire/http/hub_link.hpp"
#include "shared/wire/messages/views.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

namespace verandah::journeys {

/// One ticket as the feed has told of it so far.
struct Seen {
    domain::Ticket ticket;
    domain::Sequence sequence = 0; ///< As of this event of the journal.
    int calls = 0; ///< How many times it went from the line to the board. Calling again is not another call.
};

/// Follows the feed on a thread of its own, through breaks and restarts of the hub. Any thread may ask.
class Onlooker {
public:
    explicit Onlooker(const wire::DeviceBundle& console);

    /// A copy of everything seen so far, by number.
    [[nodiscard]] std::map<int, Seen> seen() const;
    /// The one ticket that fits, once there is one; nullopt when none came in time.
    [[nodiscard]] std::optional<Seen> wait_for(const std::function<bool(const domain::Ticket&)>& fits,
                                               std::chrono::milliseconds at_most) const;
    /// How often the feed broke and came back.
    [[nodiscard]] int reconnections() const;

private:
    void watch(const std::stop_token& stop);
    void take(const wire::Incoming& incoming);
    void note(const std::vector<wire::TicketView>& tickets, domain::Sequence sequence);

    wire::HubLink link_;
    mutable std::mutex mutex_;
    std::map<int, Seen> seen_; ///< Guarded by `mutex_`, like all below.
    int links_ = 0;
    std::optional<wire::AskId> snapshot_;
    std::jthread thread_; ///< Last: it uses all of the above.
};

} // namespace verandah::journeys
