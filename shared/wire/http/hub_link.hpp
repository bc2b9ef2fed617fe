// SPDX-License-Identifier: Apache-2.0
// A device's link to the hub: asks in order, asks again when the connection breaks, and follows the live feed by
// itself.
#pragma once

#include "shared/wire/http/client.hpp"
#include "shared/wire/http/message.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace verandah::wire {

/// Which ask an answer belongs to; 1, 2, 3 … in order of asking.
enum class AskId : std::uint64_t {};

// What comes in.
struct LinkUp {}; ///< The feed is connected.
struct LinkDown {
    std::string why;
}; ///< It broke, or never was; it is being tried again. Said once for each reason.
struct Answered {
    AskId id;
    Response response;
}; ///< Refusals of the hub are answers, too. 503 is none: it means later, and is asked again.
struct Unanswered {
    AskId id;
    std::string why;
}; ///< Not until the deadline. The same key may be asked again.
struct FeedEvent {
    std::uint64_t id;
    std::string name, data;
};
using Incoming = std::variant<LinkUp, LinkDown, Answered, Unanswered, FeedEvent>;

class HubLink {
public:
    enum class Feed { followed, not_followed };
    struct Options {
        HubAddress hub;
        TlsIdentity identity;
        Feed feed{Feed::followed};
        std::function<void()> wake = [] {}; ///< Called on the link's thread when something came in.
    };

    explicit HubLink(Options options); ///< Begins to connect at once, on a thread of its own.
    ~HubLink();                        ///< Ends within a second, whatever is under way.
    HubLink(const HubLink&) = delete;
    HubLink& operator=(const HubLink&) = delete;

    /// Asks as soon as the asks before it are answered. A connection that breaks is made anew and the same request is
    /// sent again, with the same idempotency key, until `patience` is over.
    AskId ask(Request request, std::chrono::milliseconds patience = std::chrono::seconds{20});

    /// Shows this certificate from the next connection on, and makes new ones as soon as nothing is under way: the feed
    /// goes on where it was, without a LinkDown. Throws std::runtime_error when its parts do not fit.
    void present(const TlsIdentity& identity);

    /// Everything that came in since the last call, in order.
    [[nodiscard]] std::vector<Incoming> take();

private:
    class Loop;
    std::unique_ptr<Loop> loop_;
};

} // namespace verandah::wire
