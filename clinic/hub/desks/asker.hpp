// SPDX-License-Identifier: Apache-2.0
// Who asks a desk for something, and how the desk answers.
#pragma once

#include "clinic/store/writer.hpp"
#include "shared/domain/refusal.hpp"
#include "shared/domain/request_key.hpp"

#include <chrono>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <variant>

namespace verandah::hub {

/// The device that asks, the key of its request, and who is signed in there.
struct Asker {
    std::string device; ///< Its name, such as "kiosk-1": kept with what it did.
    std::optional<domain::RequestKey> key;
    std::optional<domain::AccountCode> staff{};
};

/// Refused for now: the same may be asked again after a while.
struct TooSoon {
    std::chrono::seconds wait;
};

/// Why there is no receipt: refused, or not known because the disk failed just then.
using NoReceipt = std::variant<domain::Refusal, store::Unknown, TooSoon>;

/// Called exactly once, after what it says is durable: on the writer's thread, or at once when nothing has to be asked.
template <class Receipt>
using Answer = std::function<void(std::expected<Receipt, NoReceipt>)>;

/// Submits one decision and answers with the receipt that `receipt_of(ledger, event)` makes of it; the event is nullptr
/// when nothing had to change. A repeated key brings the event it brought before.
template <class Receipt, class ReceiptOf>
// NOLINTNEXTLINE(performance-unnecessary-value-param): decide is moved on; in a template the check does not see it
void ask(store::Writer& writer, const Asker& asker, store::Write::Decide decide, ReceiptOf receipt_of,
         Answer<Receipt> answer)
{
    writer.submit({.actor = asker.device,
                   .key = asker.key,
                   .decide = std::move(decide),
                   .answer =
                       [receipt_of = std::move(receipt_of),
                        answer = std::move(answer)](const store::Ledger& ledger, const store::Write::Outcome& outcome) {
                           if (const auto* event = std::get_if<const domain::Event*>(&outcome)) {
                               std::expected<Receipt, domain::Refusal> receipt = receipt_of(ledger, *event);
                               answer(receipt ? std::expected<Receipt, NoReceipt>{*std::move(receipt)}
                                              : std::unexpected{NoReceipt{std::move(receipt).error()}});
                           } else if (const auto* refusal = std::get_if<domain::Refusal>(&outcome)) {
                               answer(std::unexpected{NoReceipt{*refusal}});
                           } else {
                               answer(std::unexpected{NoReceipt{store::Unknown{}}});
                           }
                       },
                   .staff = asker.staff});
}

/// For a key that was used before, for something else.
[[nodiscard]] inline std::unexpected<domain::Refusal> key_of_something_else()
{
    return domain::refuse(domain::Refusal::Why::conflict, "this Idempotency-Key was used for another request");
}

} // namespace verandah::hub
