// SPDX-License-Identifier: Apache-2.0
// How one row of the journal is sealed: a mark that says in which way, then the box; before both, in the row of a
// forgetting, what it took away (blotted_rows.hpp). For clinic/store/*.cpp only.
#pragma once

#include "clinic/store/chain.hpp"
#include "shared/vault/hub_key.hpp"
#include "shared/vault/public_seal.hpp"
#include "shared/vault/seal.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace verandah::store {

/// Rows are padded to this, so that neither the kind of an event nor whether a card was known shows in its length.
inline constexpr std::size_t row_padding = 256;

/// Seals rows, and opens them when it has the key. With the key a row is sealed under the journal key, and both ways
/// are opened; without it a row is sealed to the hub's public key, and none is opened.
class RowSeal {
public:
    explicit RowSeal(const vault::HubKey& key);
    explicit RowSeal(const vault::PublicKey& hub);

    [[nodiscard]] bool opens() const { return std::holds_alternative<WithKey>(way_); }

    /// Replaces `row`.
    void seal(domain::Sequence sequence, std::span<const std::byte> content, std::vector<std::byte>& row) const;

    /// What a row holds; nullopt when it was not sealed for this hub and this place, or was damaged. Lies in `scratch`
    /// until that is used again. Precondition: opens().
    [[nodiscard]] std::optional<std::span<const std::byte>>
    open(domain::Sequence sequence, std::span<const std::byte> row, std::vector<std::byte>& scratch) const;

private:
    struct WithKey {
        vault::Sealer sealer;
        vault::PublicSealOpener opener;
    };
    std::variant<WithKey, vault::PublicSealer> way_;
};

} // namespace verandah::store
