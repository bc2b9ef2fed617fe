// SPDX-License-Identifier: Apache-2.0
// Cards: a tag by which they are known as ours, and a hash by which they are found.
#include "shared/vault/card_keeper.hpp"

#include "shared/vault/hash.hpp"

#include <algorithm>
#include <array>

namespace verandah::vault {

using domain::CardCode;

CardKeeper::CardKeeper(const HubKey& hub_key) : tag_key_{hub_key.card_tag_key()}, lookup_key_{hub_key.card_lookup_key()}
{
}

CardCode CardKeeper::mint(const CardCode::Token& token) const
{
    return CardCode{token, tag_of(token)};
}

bool CardKeeper::is_ours(const CardCode& card) const
{
    return equal_in_constant_time(card.tag(), tag_of(card.token()));
}

domain::CardHash CardKeeper::lookup(const CardCode& card) const
{
    std::array<std::byte, sizeof(CardCode::Token) + sizeof(CardCode::Tag)> whole;
    const auto [unused, after_token] = std::ranges::copy(card.token(), whole.begin());
    std::ranges::copy(card.tag(), after_token);
    return domain::CardHash{keyed_hash(lookup_key_.bytes(), whole)};
}

CardCode::Tag CardKeeper::tag_of(const CardCode::Token& token) const
{
    const auto digest = keyed_hash(tag_key_.bytes(), token);
    CardCode::Tag tag;
    std::ranges::copy_n(digest.begin(), tag.size(), tag.begin());
    return tag;
}

} // namespace verandah::vault
