// SPDX-License-Identifier: Apache-2.0
// All the centre keeps of a card: a keyed hash, by which a returning card is found.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstring>
#include <functional>

namespace verandah::domain {

/// The keyed hash of one card (vault::CardKeeper::lookup). Without the hub's key it leads back to no card.
class CardHash {
public:
    using Bytes = std::array<std::byte, 32>;

    explicit constexpr CardHash(const Bytes& bytes) : bytes_{bytes} {}
    [[nodiscard]] constexpr const Bytes& bytes() const { return bytes_; }
    friend constexpr auto operator<=>(const CardHash&, const CardHash&) = default;

private:
    Bytes bytes_;
};

} // namespace verandah::domain

template <>
struct std::hash<verandah::domain::CardHash> {
    /// The bytes are a keyed hash already, spread evenly and not for an outsider to choose: the first few will do.
    [[nodiscard]] std::size_t operator()(const verandah::domain::CardHash& card) const noexcept
    {
        std::size_t first = 0;
        std::memcpy(&first, card.bytes().data(), sizeof first);
        return first;
    }
};
