// SPDX-License-Identifier: Apache-2.0
// Forgetting a visitor over the wire: asked for at a kiosk, seen and done at a console.
#pragma once

#include "shared/domain/card/card_code.hpp"
#include "shared/domain/id.hpp"
#include "shared/domain/time.hpp"
#include "shared/wire/messages/queue_messages.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::wire {

/// POST /v1/forgetting-requests {"card":"…"} at a kiosk, answered by an empty object whatever card it is; and
/// POST /v1/visitors/forget {"card":"…"} at a console, answered by a ForgettingReceipt.
struct ForgetRequest {
    domain::CardCode card;
};

/// 200 {"outcome":"forgotten"|"nothing_kept"}: told at consoles only.
/// Of POST /v1/visitors/forget and POST /v1/forgetting-requests/{request}/carry-out {}.
/// POST /v1/forgetting-requests/{request}/decline {} is answered by an empty object.
struct ForgettingReceipt {
    enum class Outcome { forgotten, nothing_kept };
    Outcome outcome;
    friend bool operator==(const ForgettingReceipt&, const ForgettingReceipt&) = default;
};

/// Somebody who holds a card has asked at a kiosk to be forgotten. Whose card it is, nobody is told.
struct ForgettingRequest {
    domain::ForgettingRequestId request;
    std::string device; ///< The kiosk's name, such as "kiosk-1".
    domain::Instant at;
    friend bool operator==(const ForgettingRequest&, const ForgettingRequest&) = default;
};

/// GET /v1/forgetting-requests {"requests":[{"request":…,"device":"…","at":…}]}, oldest first.
struct ForgettingRequestsView {
    static constexpr std::size_t most = 32;
    std::vector<ForgettingRequest> requests{};
    friend bool operator==(const ForgettingRequestsView&, const ForgettingRequestsView&) = default;
};

[[nodiscard]] std::string encode(const ForgetRequest& message);
[[nodiscard]] std::string encode(const ForgettingReceipt& message);
[[nodiscard]] std::string encode(const ForgettingRequestsView& view);

[[nodiscard]] Decoded<ForgetRequest> decode_forget_request(std::string_view body);
[[nodiscard]] Decoded<ForgettingReceipt> decode_forgetting_receipt(std::string_view body);
[[nodiscard]] Decoded<ForgettingRequestsView> decode_forgetting_requests_view(std::string_view body);

} // namespace verandah::wire
