// SPDX-License-Identifier: Apache-2.0
// Who asks at a kiosk to be forgotten, until somebody of the staff has seen to it. In memory only: that somebody asked
// is written down nowhere.
#pragma once

#include "clinic/hub/desks/kept_hash.hpp"
#include "shared/domain/request_key.hpp"
#include "shared/wire/messages/forgetting_messages.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace verandah::hub {

/// At most one request a kiosk, ForgettingRequestsView::most in all, each for ten minutes. Of a card it keeps the keyed
/// hash alone. Time is passed in. Not for several threads at once.
class ForgettingRequests {
public:
    static constexpr std::chrono::minutes lasts{10};

    struct Request {
        wire::ForgettingRequest told;
        domain::RequestKey key; ///< That it was made with.
        KeptHash card;
    };

    enum class Went { some, none };

    /// What became of a request that was made.
    enum class Taken { anew, again, key_of_another };
    /// In place of the last one of the same kiosk; of too many in all, the oldest goes. The key of the one there is
    /// makes no other: for the same card it changes nothing.
    Taken take(const std::string& kiosk, const domain::RequestKey& key, const domain::CardHash& card,
               domain::Instant now);

    /// Oldest first.
    [[nodiscard]] wire::ForgettingRequestsView view() const;

    /// Takes one out, to be carried out or declined; nullopt when it is not there any more.
    [[nodiscard]] std::optional<Request> withdraw(domain::ForgettingRequestId request);
    /// Takes out what that kiosk asks for, if it does.
    Went withdraw_of(const std::string& kiosk);
    /// What could not be carried out is asked for still, unless its kiosk has asked anew meanwhile.
    void put_back(Request request);

    Went drop_all();
    /// Lets go of what has lasted long enough; also of what a clock that was set back would keep for longer.
    Went pass_time(domain::Instant now);

private:
    std::vector<Request> requests_; ///< Oldest first.
    std::int64_t last_{0};          ///< The last number given.
};

} // namespace verandah::hub
