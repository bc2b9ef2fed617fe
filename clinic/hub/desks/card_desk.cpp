// SPDX-License-Identifier: Apache-2.0
// The desk for cards and alerts.
#include "clinic/hub/desks/card_desk.hpp"

#include <functional>
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

/// The event `Happened` of its group, if that is what `event` is.
template <class Happened, class Group>
const Happened* in_group(const Event& event)
{
    const auto* group = std::get_if<Group>(&event);
    return group == nullptr ? nullptr : std::get_if<Happened>(group);
}

/// Hands out `receipt` when nothing had to change, or when the event is what was asked for: `is_it` says so.
template <class Group, class Happened, class Receipt>
auto receipt_if(std::function<bool(const Happened&)> is_it, Receipt receipt)
{
    return [is_it = std::move(is_it),
            receipt = std::move(receipt)](const store::Ledger&, const Event* event) -> std::expected<Receipt, Refusal> {
        const auto* happened = event == nullptr ? nullptr : in_group<Happened, Group>(*event);
        if (event != nullptr && (happened == nullptr || !is_it(*happened))) {
            return key_of_something_else();
        }
        return receipt;
    };
}

/// What a locked hub says to everything about cards.
std::unexpected<Refusal> locked_for_cards()
{
    return domain::refuse(Refusal::Why::not_allowed, "the hub is locked");
}

/// Decides only on a ledger that knows cards. Between the question and the decision the hub may have been locked.
template <class Decide>
auto where_cards_are_known(Decide decide)
{
    return [decide = std::move(decide)](const store::Ledger& ledger, domain::Moment now) -> Events {
        return ledger.knows_people() ? decide(ledger, now) : Events{locked_for_cards()};
    };
}

} // namespace

void CardDesk::mint(const wire::CardRequest& request, const Asker& asker, Answer<wire::CardReceipt> answer)
{
    const auto cards = hub_.own_cards();
    if (!cards) {
        answer(std::unexpected{NoReceipt{locked_for_cards().error()}});
        return;
    }
    const auto card = cards->mint(request.token);
    const auto hash = cards->lookup(card);
    ask<wire::CardReceipt>(
        writer_, asker, where_cards_are_known([hash](const store::Ledger& ledger, domain::Moment now) {
            return at_most_one(ledger.cards().mint(hash, now.at));
        }),
        receipt_if<domain::CardEvent, domain::CardMinted>(
            [hash](const domain::CardMinted& minted) { return minted.card == hash; }, wire::CardReceipt{card}),
        std::move(answer));
}

void CardDesk::replace(const wire::ReplaceCardRequest& request, const Asker& asker, Answer<wire::CardReceipt> answer)
{
    const auto cards = hub_.own_cards();
    if (!cards) {
        answer(std::unexpected{NoReceipt{locked_for_cards().error()}});
        return;
    }
    const auto fresh = cards->mint(request.token);
    const auto old_card = cards->lookup(request.card);
    const auto new_card = cards->lookup(fresh);
    ask<wire::CardReceipt>(writer_, asker,
                           where_cards_are_known([old_card, new_card](const store::Ledger& ledger, domain::Moment now) {
                               return at_most_one(ledger.cards().replace(old_card, new_card, now.at));
                           }),
                           receipt_if<domain::CardEvent, domain::CardReplaced>(
                               [old_card, new_card](const domain::CardReplaced& replaced) {
                                   return replaced.old_card == old_card && replaced.new_card == new_card;
                               },
                               wire::CardReceipt{fresh}),
                           std::move(answer));
}

void CardDesk::revoke(const wire::RevokeCardRequest& request, const Asker& asker, Answer<wire::EmptyRequest> answer)
{
    const auto cards = hub_.own_cards();
    if (!cards) {
        answer(std::unexpected{NoReceipt{locked_for_cards().error()}});
        return;
    }
    const auto hash = cards->lookup(request.card);
    ask<wire::EmptyRequest>(
        writer_, asker, where_cards_are_known([hash](const store::Ledger& ledger, domain::Moment now) {
            return exactly_one(ledger.cards().revoke(hash, now.at));
        }),
        receipt_if<domain::CardEvent, domain::CardRevoked>(
            [hash](const domain::CardRevoked& revoked) { return revoked.card == hash; }, wire::EmptyRequest{}),
        std::move(answer));
}

void AlertDesk::raise(const wire::AlertRequest& request, const Asker& asker, Answer<wire::EmptyRequest> answer)
{
    ask<wire::EmptyRequest>(
        writer_, asker,
        [kind = request.kind, device = asker.device](const store::Ledger& ledger, domain::Moment now) {
            return at_most_one(
                std::expected<std::optional<domain::AlertEvent>, Refusal>{ledger.alerts().raise(kind, device, now.at)});
        },
        receipt_if<domain::AlertEvent, domain::AlertRaised>(
            [kind = request.kind, device = asker.device](const domain::AlertRaised& raised) {
                return raised.kind == kind && raised.device == device;
            },
            wire::EmptyRequest{}),
        std::move(answer));
}

void AlertDesk::answer(domain::AlertId alert, const Asker& asker, Answer<wire::EmptyRequest> answer)
{
    ask<wire::EmptyRequest>(
        writer_, asker,
        [alert](const store::Ledger& ledger, domain::Moment now) {
            return exactly_one(ledger.alerts().answer(alert, now.at));
        },
        receipt_if<domain::AlertEvent, domain::AlertAnswered>(
            [alert](const domain::AlertAnswered& answered) { return answered.alert == alert; }, wire::EmptyRequest{}),
        std::move(answer));
}

} // namespace verandah::hub
