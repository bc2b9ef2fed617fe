// SPDX-License-Identifier: Apache-2.0
// How a refusal, a receipt or not knowing becomes a response.
#include "clinic/hub/desks/answers.hpp"

namespace verandah::hub {

namespace {

int status_of(domain::Refusal::Why why)
{
    switch (why) {
    case domain::Refusal::Why::invalid_input: return 400;
    case domain::Refusal::Why::not_allowed: return 403;
    case domain::Refusal::Why::not_found: return 404;
    case domain::Refusal::Why::conflict: return 409;
    case domain::Refusal::Why::not_open: return 410;
    }
    std::unreachable();
}

} // namespace

wire::Response response_of(const domain::Refusal& refusal)
{
    return {status_of(refusal.why), wire::encode(refusal)};
}

wire::Response response_of(const NoReceipt& no_receipt)
{
    if (const auto* refusal = std::get_if<domain::Refusal>(&no_receipt)) {
        return response_of(*refusal);
    }
    if (const auto* too_soon = std::get_if<TooSoon>(&no_receipt)) {
        const domain::Refusal refusal{domain::Refusal::Why::not_allowed, "too soon after wrong tries"};
        return {status_of(refusal.why), wire::encode(wire::RefusalBody{refusal, too_soon->wait})};
    }
    constexpr int unavailable = 503;
    return {unavailable,
            wire::encode(domain::Refusal{domain::Refusal::Why::conflict,
                                         "the disk failed just then; ask again with the same Idempotency-Key"})};
}

} // namespace verandah::hub
