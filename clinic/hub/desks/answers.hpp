// SPDX-License-Identifier: Apache-2.0
// How a refusal, a receipt or not knowing becomes a response. The one place where Refusal becomes a status.
#pragma once

#include "clinic/hub/desks/asker.hpp"
#include "shared/wire/http/server.hpp"
#include "shared/wire/messages/audit_messages.hpp"
#include "shared/wire/messages/card_messages.hpp"
#include "shared/wire/messages/care/care_list_messages.hpp"
#include "shared/wire/messages/care/file_messages.hpp"
#include "shared/wire/messages/device_messages.hpp"
#include "shared/wire/messages/forgetting_messages.hpp"
#include "shared/wire/messages/staff_messages.hpp"
#include "shared/wire/messages/stock_messages.hpp"

#include <utility>

namespace verandah::hub {

[[nodiscard]] wire::Response response_of(const domain::Refusal& refusal); ///< 400, 403, 404, 409, 410.
[[nodiscard]] wire::Response response_of(const NoReceipt& no_receipt);    ///< Those, or 503 for not knowing.

inline constexpr int created = 201;
inline constexpr int ok = 200;

/// An Answer that replies with the encoded receipt and `status`.
template <class Receipt>
[[nodiscard]] Answer<Receipt> replying(wire::Reply reply, int status)
{
    return [reply = std::move(reply), status](const std::expected<Receipt, NoReceipt>& receipt) {
        reply(receipt ? wire::Response{status, wire::encode(*receipt)} : response_of(receipt.error()));
    };
}

} // namespace verandah::hub
