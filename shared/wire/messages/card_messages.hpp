// SPDX-License-Identifier: Apache-2.0
// Cards, alerts and refusals over the wire.
#pragma once

#include "shared/domain/alert/alert_book.hpp"
#include "shared/domain/card/card_code.hpp"
#include "shared/wire/messages/queue_messages.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace verandah::wire {

/// POST /v1/cards {"token":"<32 hexadecimal digits>"}. The device makes the random token, so that asking twice makes
/// one card.
struct CardRequest {
    domain::CardCode::Token token;
};
/// 201 {"card":"<39 base32 characters>"}
struct CardReceipt {
    domain::CardCode card;
};
/// POST /v1/cards/replace {"card":"…","token":"…"}; answered by a CardReceipt.
struct ReplaceCardRequest {
    domain::CardCode card;
    domain::CardCode::Token token;
};
/// POST /v1/cards/revoke {"card":"…"}; answered by an empty object.
struct RevokeCardRequest {
    domain::CardCode card;
};

/// POST /v1/alerts {"kind":"help"|"person"}; answered by an empty object. POST /v1/alerts/{alert}/answer {}.
struct AlertRequest {
    domain::AlertKind kind;
};

/// The body of a refusal: {"error":{"why":"not_allowed","detail":"…","wait_seconds":5}}. The last only when the same
/// may be asked again after a while, and not before.
struct RefusalBody {
    domain::Refusal refusal;
    std::optional<std::chrono::seconds> wait{};
    friend bool operator==(const RefusalBody&, const RefusalBody&) = default;
};

[[nodiscard]] std::string encode(const CardRequest& message);
[[nodiscard]] std::string encode(const CardReceipt& message);
[[nodiscard]] std::string encode(const ReplaceCardRequest& message);
[[nodiscard]] std::string encode(const RevokeCardRequest& message);
[[nodiscard]] std::string encode(const AlertRequest& message);
[[nodiscard]] std::string encode(const RefusalBody& body);
[[nodiscard]] std::string encode(const domain::Refusal& refusal); ///< The body of one that no waiting helps.

[[nodiscard]] Decoded<CardRequest> decode_card_request(std::string_view body);
[[nodiscard]] Decoded<CardReceipt> decode_card_receipt(std::string_view body);
[[nodiscard]] Decoded<ReplaceCardRequest> decode_replace_card_request(std::string_view body);
[[nodiscard]] Decoded<RevokeCardRequest> decode_revoke_card_request(std::string_view body);
[[nodiscard]] Decoded<AlertRequest> decode_alert_request(std::string_view body);
/// What a refusing answer says. An answer that is no such body becomes a `conflict` that says so.
[[nodiscard]] RefusalBody decode_refusal_body(std::string_view body);
[[nodiscard]] domain::Refusal decode_refusal(std::string_view body); ///< The same without the wait.

} // namespace verandah::wire
