// SPDX-License-Identifier: Apache-2.0
// A HubLink whose incoming a test can wait for.
#pragma once

#include "shared/wire/http/hub_link.hpp"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

namespace verandah::test {

class ListeningLink {
public:
    ListeningLink(wire::HubAddress hub, wire::TlsIdentity identity,
                  wire::HubLink::Feed feed = wire::HubLink::Feed::not_followed)
        : link_{{.hub = std::move(hub), .identity = std::move(identity), .feed = feed, .wake = [this] { wake(); }}}
    {
    }

    wire::HubLink& operator*() { return link_; }
    wire::HubLink* operator->() { return &link_; }

    /// The next of that kind that came or comes in, others passed over; nullopt when none does within 30 s.
    template <class Kind>
    [[nodiscard]] std::optional<Kind> next()
    {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{30};
        while (true) {
            for (auto& each : link_.take()) {
                heard_.push_back(std::move(each));
            }
            while (!heard_.empty()) {
                const auto first = std::move(heard_.front());
                heard_.pop_front();
                if constexpr (std::is_same_v<Kind, wire::Incoming>) {
                    return first; // whatever it is
                } else if (const auto* wanted = std::get_if<Kind>(&first)) {
                    return *wanted;
                }
            }
            std::unique_lock lock{mutex_};
            if (!something_.wait_until(lock, end, [this] { return std::exchange(is_awake_, false); })) {
                return std::nullopt;
            }
        }
    }

private:
    void wake()
    {
        {
            const std::lock_guard lock{mutex_};
            is_awake_ = true;
        }
        something_.notify_one();
    }

    std::mutex mutex_;
    std::condition_variable something_;
    bool is_awake_{false};
    std::deque<wire::Incoming> heard_;
    wire::HubLink link_; // last: its thread calls wake() until it is gone
};

} // namespace verandah::test
