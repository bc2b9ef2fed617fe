// SPDX-License-Identifier: Apache-2.0
// Puts load on a hub: many keep-alive connections from one thread, one request under way on each.
#pragma once

#include "shared/wire/http/client.hpp"
#include "shared/wire/http/message.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <string_view>
#include <vector>

namespace verandah::test {

/// What to ask, over how many connections, and when to end.
struct Load {
    wire::HubAddress hub; ///< An IPv4 address as host.
    /// Connection i shows identity i modulo their number. A device may have 8 connections (wire::Limits), so 32 need 4.
    std::vector<wire::TlsIdentity> identities;
    std::size_t connections = 1;
    std::size_t requests = 1'000;                                 ///< Altogether; no more are begun after these …
    std::chrono::milliseconds at_most = std::chrono::seconds{10}; ///< … nor after this time.

    /// Writes request `number` (0, 1, 2 … in order of sending) into `request`, which still holds an earlier one of its
    /// connection: every member that matters has to be set.
    std::function<void(std::size_t number, wire::Request& request)> prepare;

    /// The answer to request `number`. `body` is borrowed for the call.
    std::function<void(std::size_t number, int status, std::string_view body)> answered = [](std::size_t, int,
                                                                                             std::string_view) {};
};

/// What came of it. The handshakes are not in the times.
struct LoadResult {
    std::vector<std::chrono::nanoseconds> latencies; ///< One for each answer, in order of answering.
    std::map<int, std::size_t> statuses;             ///< How often each was answered.
    std::chrono::nanoseconds elapsed{};              ///< From the first request to the last answer.
    std::size_t broken = 0;                          ///< Connections lost on the way, each with its one request.

    [[nodiscard]] double per_second() const;
    /// The latency that `share` (0 to 1) of all answers kept within. Precondition: there is an answer.
    [[nodiscard]] std::chrono::nanoseconds within(double share) const;
};

/// Connects, asks until `load` is done, and closes. Waits at most `at_most` and ten seconds more for the last answers.
/// Throws std::runtime_error when a connection cannot be made.
[[nodiscard]] LoadResult put_on(const Load& load);

} // namespace verandah::test
