// SPDX-License-Identifier: Apache-2.0
// A card's keyed hash for as long as somebody waits to be forgotten, and no longer.
#pragma once

#include "shared/domain/card/card_hash.hpp"

namespace verandah::hub {

/// Overwrites the hash when it goes: what was erased from the journal is not left in memory either.
class KeptHash {
public:
    explicit KeptHash(const domain::CardHash& hash) : hash_{hash} {}
    KeptHash(const KeptHash&) = default;
    KeptHash& operator=(const KeptHash&) = default;
    ~KeptHash();

    [[nodiscard]] const domain::CardHash& hash() const { return hash_; }
    friend bool operator==(const KeptHash&, const KeptHash&) = default;

private:
    domain::CardHash hash_;
};

} // namespace verandah::hub
