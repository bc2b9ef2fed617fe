// SPDX-License-Identifier: Apache-2.0
// Which cards are known, and to which visitor a card belongs. Holds hashes only; a hash leads back to no card.
#pragma once

#include "shared/domain/card/card_hash.hpp"
#include "shared/domain/id.hpp"
#include "shared/domain/refusal.hpp"
#include "shared/domain/time.hpp"

#include <expected>
#include <map>
#include <optional>
#include <unordered_map>
#include <variant>
#include <vector>

namespace verandah::domain {

/// A card was made for a new visitor.
struct CardMinted {
    CardHash card;
    VisitorId visitor;
    Instant at;
    friend bool operator==(const CardMinted&, const CardMinted&) = default;
};
/// A card was lost or given back. It takes a place in line like any unknown card, and leads to nobody.
struct CardRevoked {
    CardHash card;
    Instant at;
    friend bool operator==(const CardRevoked&, const CardRevoked&) = default;
};
/// A visitor got a new card; the old one is revoked with the same stroke.
struct CardReplaced {
    CardHash old_card;
    CardHash new_card;
    VisitorId visitor;
    Instant at;
    friend bool operator==(const CardReplaced&, const CardReplaced&) = default;
};
using CardEvent = std::variant<CardMinted, CardRevoked, CardReplaced>;

/// Whether it happened to this card.
[[nodiscard]] bool is_about(const CardEvent& event, const CardHash& card);

/// All cards ever made here. A card is known or revoked; one never seen is neither.
class CardBook {
public:
    struct Entry {
        VisitorId visitor;
        std::optional<Instant> revoked_at;
        friend bool operator==(const Entry&, const Entry&) = default;
    };

    /// Whose card this is; nullopt for an unknown one and for a revoked one alike.
    [[nodiscard]] std::optional<VisitorId> visitor_of(const CardHash& card) const;
    [[nodiscard]] std::size_t size() const { return entries_.size(); }
    /// All of them, ordered by hash: the same book always lists alike.
    [[nodiscard]] std::map<CardHash, Entry> in_order() const { return {entries_.begin(), entries_.end()}; }

    /// A new card for a new visitor. The same card again is no event but the same answer: `nullopt` inside the
    /// expected. Refuses with conflict when the card was revoked.
    [[nodiscard]] std::expected<std::optional<CardEvent>, Refusal> mint(const CardHash& card, Instant at) const;
    /// Refuses with not_found for a card that is not known, or revoked already.
    [[nodiscard]] std::expected<CardEvent, Refusal> revoke(const CardHash& card, Instant at) const;
    /// Refuses like revoke(), and with conflict when the new card is known. The same replacement again is `nullopt`.
    [[nodiscard]] std::expected<std::optional<CardEvent>, Refusal> replace(const CardHash& old_card,
                                                                           const CardHash& new_card, Instant at) const;

    /// Every card this visitor ever had, the revoked ones too.
    [[nodiscard]] std::vector<CardHash> cards_of(VisitorId visitor) const;
    /// Her cards are cards never seen here from now on. Her id is given to nobody else.
    void forget(VisitorId visitor);

    friend void apply(CardBook& book, const CardEvent& event);
    friend bool operator==(const CardBook&, const CardBook&) = default;

private:
    [[nodiscard]] const Entry* known(const CardHash& card) const;

    std::unordered_map<CardHash, Entry> entries_;
    VisitorId next_visitor_{1};
};

void apply(CardBook& book, const CardEvent& event);

} // namespace verandah::domain
