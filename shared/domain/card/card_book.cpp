// SPDX-License-Identifier: Apache-2.0
// Which cards are known: minting, revoking, replacing.
#include "shared/domain/card/card_book.hpp"

#include <algorithm>

namespace verandah::domain {

namespace {

using enum Refusal::Why;

} // namespace

bool is_about(const CardEvent& event, const CardHash& card)
{
    if (const auto* replaced = std::get_if<CardReplaced>(&event)) {
        return replaced->old_card == card || replaced->new_card == card;
    }
    const auto* minted = std::get_if<CardMinted>(&event);
    return (minted != nullptr ? minted->card : std::get<CardRevoked>(event).card) == card;
}

const CardBook::Entry* CardBook::known(const CardHash& card) const
{
    const auto entry = entries_.find(card);
    return entry == entries_.end() || entry->second.revoked_at ? nullptr : &entry->second;
}

std::optional<VisitorId> CardBook::visitor_of(const CardHash& card) const
{
    const auto* entry = known(card);
    return entry == nullptr ? std::nullopt : std::optional{entry->visitor};
}

std::expected<std::optional<CardEvent>, Refusal> CardBook::mint(const CardHash& card, Instant at) const
{
    if (known(card) != nullptr) {
        return std::optional<CardEvent>{};
    }
    if (entries_.contains(card)) {
        return refuse(conflict, "that card was revoked");
    }
    return std::optional<CardEvent>{CardMinted{card, next_visitor_, at}};
}

std::expected<CardEvent, Refusal> CardBook::revoke(const CardHash& card, Instant at) const
{
    if (known(card) == nullptr) {
        return refuse(not_found, "no such card");
    }
    return CardRevoked{card, at};
}

std::expected<std::optional<CardEvent>, Refusal> CardBook::replace(const CardHash& old_card, const CardHash& new_card,
                                                                   Instant at) const
{
    const auto old_entry = entries_.find(old_card);
    const auto* new_entry = known(new_card);
    if (old_entry != entries_.end() && old_entry->second.revoked_at && new_entry != nullptr &&
        new_entry->visitor == old_entry->second.visitor) {
        return std::optional<CardEvent>{};
    }
    if (known(old_card) == nullptr) {
        return refuse(not_found, "no such card");
    }
    if (entries_.contains(new_card)) {
        return refuse(conflict, "the new card is in use");
    }
    return std::optional<CardEvent>{CardReplaced{old_card, new_card, old_entry->second.visitor, at}};
}

std::vector<CardHash> CardBook::cards_of(VisitorId visitor) const
{
    std::vector<CardHash> cards;
    for (const auto& [card, entry] : entries_) {
        if (entry.visitor == visitor) {
            cards.push_back(card);
        }
    }
    return cards;
}

void CardBook::forget(VisitorId visitor)
{
    std::erase_if(entries_, [visitor](const auto& entry) { return entry.second.visitor == visitor; });
    next_visitor_ = std::max(next_visitor_, VisitorId{visitor.value() + 1});
}

void apply(CardBook& book, const CardEvent& event)
{
    const auto add = [&](const CardHash& card, VisitorId visitor) {
        book.entries_.insert_or_assign(card, CardBook::Entry{visitor, std::nullopt});
        book.next_visitor_ = std::max(book.next_visitor_, VisitorId{visitor.value() + 1});
    };
    const auto revoke = [&](const CardHash& card, Instant at) {
        if (const auto entry = book.entries_.find(card); entry != book.entries_.end()) {
            entry->second.revoked_at = at;
        }
    };
    if (const auto* minted = std::get_if<CardMinted>(&event)) {
        add(minted->card, minted->visitor);
    } else if (const auto* revoked = std::get_if<CardRevoked>(&event)) {
        revoke(revoked->card, revoked->at);
    } else if (const auto* replaced = std::get_if<CardReplaced>(&event)) {
        revoke(replaced->old_card, replaced->at);
        add(replaced->new_card, replaced->visitor);
    }
}

} // namespace verandah::domain
