// SPDX-License-Identifier: Apache-2.0
// Makes cards, knows its own cards again, and turns a card into the one thing the hub keeps of it.
#pragma once

#include "shared/domain/card/card_code.hpp"
#include "shared/domain/card/card_hash.hpp"
#include "shared/vault/hub_key.hpp"
#include "shared/vault/secret_key.hpp"

namespace verandah::vault {

/// The hub's side of cards. Any thread may use a const CardKeeper. The hub key need not outlive it.
class CardKeeper {
public:
    explicit CardKeeper(const HubKey& hub_key);

    /// The card for `token`, 16 bytes from random_bytes(). Its tag: the first 8 bytes of BLAKE2b-256(token, tag key).
    [[nodiscard]] domain::CardCode mint(const domain::CardCode::Token& token) const;

    /// Whether this centre minted `card`. Takes the same time for every card.
    /// A yes opens no record: a card only takes a place in line.
    [[nodiscard]] bool is_ours(const domain::CardCode& card) const;

    /// What the hub keeps and looks a card up by: BLAKE2b-256(token ‖ tag, lookup key). The same for ever.
    [[nodiscard]] domain::CardHash lookup(const domain::CardCode& card) const;

private:
    [[nodiscard]] domain::CardCode::Tag tag_of(const domain::CardCode::Token& token) const;

    CardTagKey tag_key_;
    CardLookupKey lookup_key_;
};

} // namespace verandah::vault
