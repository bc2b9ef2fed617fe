// SPDX-License-Identifier: Apache-2.0
// A counterfoil that came back, over the wire.
#pragma once

#include "shared/domain/referral/counterfoil_code.hpp"
#include "shared/domain/referral/counterfoil_hash.hpp"
#include "shared/wire/messages/queue_messages.hpp"

#include <string>
#include <string_view>

namespace verandah::wire {

/// POST /v1/counterfoils/return {"code":"9…"} at a kiosk or a console, answered by an empty object whichever it is:
/// nobody learns from it whether the code is one of this centre's.
struct ReturnCounterfoilRequest {
    domain::CounterfoilCode code;
    friend bool operator==(const ReturnCounterfoilRequest&, const ReturnCounterfoilRequest&) = default;
};

/// What is kept of a counterfoil, in a file and in the journal: the first 16 bytes of SHA-256 over its random bytes.
/// Without a key, because the code is random and long, and because a locked hub takes counterfoils back like any other.
[[nodiscard]] domain::CounterfoilHash hash_of(const domain::CounterfoilCode& code);

[[nodiscard]] std::string encode(const ReturnCounterfoilRequest& message);
[[nodiscard]] Decoded<ReturnCounterfoilRequest> decode_return_counterfoil_request(std::string_view body);

} // namespace verandah::wire
