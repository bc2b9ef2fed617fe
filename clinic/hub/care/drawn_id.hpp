// SPDX-License-Identifier: Apache-2.0
// Ids that are drawn by chance: they say nothing, and are never given again.
#pragma once

#include "shared/vault/random.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace verandah::hub {

/// A count would be given again once what it was given to is forgotten.
template <class Id>
[[nodiscard]] Id drawn_id()
{
    constexpr std::uint64_t largest = (std::uint64_t{1} << 52U) - 1; // so that JSON holds it exactly
    std::array<std::byte, 8> bytes{};
    vault::fill_random(bytes);
    const auto number = std::bit_cast<std::uint64_t>(bytes) & largest;
    return Id{static_cast<std::int64_t>(std::max<std::uint64_t>(number, 1))};
}

} // namespace verandah::hub
