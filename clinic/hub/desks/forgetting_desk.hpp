// SPDX-License-Identifier: Apache-2.0
// The desk for being forgotten: asked for at a kiosk with the card, done by staff.
#pragma once

#include "clinic/hub/desks/answered_keys.hpp"
#include "clinic/hub/desks/forgetting_requests.hpp"
#include "clinic/hub/lock/hub_state.hpp"

#include <functional>
#include <mutex>
#include <optional>
#include <string>

namespace verandah::hub {

/// Any thread. A kiosk learns nothing from it: whatever card is held to it, known, unknown, foreign or revoked, and
/// whether the hub is open or locked, the same is done and the same is said. Only whoever may forget learns, at a
/// console, whether anything was kept.
class ForgettingDesk {
public:
    using Done = std::function<void(const AnsweredKeys::Outcome&)>; ///< On any thread, once.
    struct Options {
        /// Removes what the centre keeps of the holder of a card; conflict while the hub is locked.
        std::function<void(const domain::CardHash& card, const Asker& asker, Done done)> forget;
        std::function<domain::Instant()> now;
        std::function<void()> changed; ///< A request came or went. On the thread that did it.
    };
    /// Borrows the hub's state for its whole life.
    ForgettingDesk(const HubState& hub, Options options) : hub_{hub}, options_{std::move(options)} {}

    /// At a kiosk.
    void ask(const wire::ForgetRequest& request, const Asker& asker, const Answer<wire::EmptyRequest>& answer);

    /// At a kiosk at which she went back. The same is said whether anything was asked for there.
    void take_back(const Asker& asker, const Answer<wire::EmptyRequest>& answer);

    [[nodiscard]] wire::ForgettingRequestsView view();
    /// Refuses with not_found when the request is not there any more, or a colleague is about it already.
    void carry_out(domain::ForgettingRequestId request, const Asker& asker,
                   const Answer<wire::ForgettingReceipt>& answer);
    /// One that is gone is as good as declined.
    void decline(domain::ForgettingRequestId request, const Answer<wire::EmptyRequest>& answer);
    /// Whoever holds the card that was scanned at the console.
    void forget(const wire::ForgetRequest& request, const Asker& asker, const Answer<wire::ForgettingReceipt>& answer);

    void let_go();    ///< The hub was locked, or opened: what was hashed with the keys of before means nothing now.
    void pass_time(); ///< Called every second.

private:
    /// Whether this is the first request with its key; otherwise it is, or will be, answered.
    [[nodiscard]] bool is_first(const WhomToForget& whom, const Asker& asker,
                                const Answer<wire::ForgettingReceipt>& answer);
    void forget_holder_of(const KeptHash& card, const Asker& asker, std::optional<ForgettingRequests::Request> request);
    void tell(const domain::RequestKey& key, const AnsweredKeys::Outcome& outcome);

    const HubState& hub_;
    Options options_;
    std::mutex mutex_;
    ForgettingRequests requests_;
    AnsweredKeys keys_;
};

} // namespace verandah::hub
