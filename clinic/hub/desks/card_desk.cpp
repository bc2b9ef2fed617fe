// SPDX-License-Identifier: Apache-2.0
// The desk for cards and alerts.
#include "clinic/hub/desks/card_desk.hpp"

#include <utility>

namespace verandah::hub {

namespace {

using domain::Event;
using domain::Refusal;
using Events = std::expected<std::vector<Event>, Refusal>;

/// A decision that may find that nothing has to change.
template <class Kind>
Events at_most_one(std::expected<std::optional<Kind>, Refusal> decision)
{
    if (!decision) {
        return std::unexpected{std::move(decision).error()};
    }
    return *decision ? std::vector<Event>{Event{**std::move(decision)}} : std::vector<Event>{};
}

template <class Kind>
Events exactly_one(std::expected<Kind, Refusal> decision)
{
    if (!decision) {
        return std::unexpected{std::move(decision).error()};
    }
    return std::vector<Event>{Event{*std::move(decision)}};
}

template <class Kind>
bool is_of(const Event* event)
{
    return event == nullptr || std::holds_alternative<Kind>(*event); // nullptr: nothing had to change
}

template <class Kind, class Receipt>
auto receipt_if(Receipt receipt)
{
    return [receipt = std::move(receipt)](const store::Ledger&, const Event* event) -> std::expected<Receipt, Refusal> {
        if (!is_of<Kind>(event)) {
            return key_of_something_else();
        }
        return receipt;
    };
}

} // namespace

void CardDesk::mint(const wire::CardRequest& request, const Asker& asker, Answer<wire::CardReceipt> answer)
{
    const auto card = cards_.mint(request.token);
    ask<wire::CardReceipt>(
        writer_, asker,
        [hash = cards_.lookup(card)](const store::Ledger& ledger, domain::Moment now) {
            return at_most_one(ledger.cards().mint(hash, now.at));
        },
        receipt_if<domain::CardEvent>(wire::CardReceipt{card}), std::move(answer));
}

void CardDesk::replace(const wire::ReplaceCardRequest& request, const Asker& asker, Answer<wire::CardReceipt> answer)
{
    const auto fresh = cards_.mint(request.token);
    ask<wire::CardReceipt>(
        writer_, asker,
        [old_card = cards_.lookup(request.card), new_card = cards_.lookup(fresh)](const store::Ledger& ledger,
                                                                                  domain::Moment now) {
            return at_most_one(ledger.cards().replace(old_card, new_card, now.at));
        },
        receipt_if<domain::CardEvent>(wire::CardReceipt{fresh}), std::move(answer));
}

void CardDesk::revoke(const wire::RevokeCardRequest& request, const Asker& asker, Answer<wire::EmptyRequest> answer)
{
    ask<wire::EmptyRequest>(
        writer_, asker,
        [hash = cards_.lookup(request.card)](const store::Ledger& ledger, domain::Moment now) {
            return exactly_one(ledger.cards().revoke(hash, now.at));
        },
        receipt_if<domain::CardEvent>(wire::EmptyRequest{}), std::move(answer));
}

void AlertDesk::raise(const wire::AlertRequest& request, const Asker& asker, Answer<wire::EmptyRequest> answer)
{
    ask<wire::EmptyRequest>(
        writer_, asker,
        [kind = request.kind, device = asker.device](const store::Ledger& ledger, domain::Moment now) {
            return at_most_one(
                std::expected<std::optional<domain::AlertEvent>, Refusal>{ledger.alerts().raise(kind, device, now.at)});
        },
        receipt_if<domain::AlertEvent>(wire::EmptyRequest{}), std::move(answer));
}

void AlertDesk::answer(domain::AlertId alert, const Asker& asker, Answer<wire::EmptyRequest> answer)
{
    ask<wire::EmptyRequest>(
        writer_, asker,
        [alert](const store::Ledger& ledger, domain::Moment now) {
            return exactly_one(ledger.alerts().answer(alert, now.at));
        },
        receipt_if<domain::AlertEvent>(wire::EmptyRequest{}), std::move(answer));
}

} // namespace verandah::hub
