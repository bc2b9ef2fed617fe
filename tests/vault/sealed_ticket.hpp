// SPDX-License-Identifier: Apache-2.0
// A small content that is sealed for its place, whatever seals it, and opened again.
#pragma once

#include "tests/vault/bytes.hpp"

#include <optional>
#include <string>

namespace verandah::test {

inline constexpr std::size_t block = 64;
inline constexpr std::string_view content = "ticket taken";
inline constexpr std::string_view place = "journal row 7";

[[nodiscard]] std::vector<std::byte> sealed(const auto& sealer, std::string_view text = content)
{
    std::vector<std::byte> box;
    sealer.seal(bytes(text), bytes(place), box);
    return box;
}

[[nodiscard]] std::optional<std::string> opened(const auto& opener, std::span<const std::byte> box,
                                                std::string_view where = place)
{
    std::vector<std::byte> scratch;
    const auto found = opener.open(box, bytes(where), scratch);
    if (!found) {
        return std::nullopt;
    }
    return std::string{reinterpret_cast<const char*>(found->data()), found->size()};
}

} // namespace verandah::test
