// SPDX-License-Identifier: Apache-2.0
// From a permanent word back to what it means, for every enumeration that has word().
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace verandah::domain {

/// The one of `every` whose word is `text`; nullopt when none is.
template <class Enum, std::size_t count>
[[nodiscard]] std::optional<Enum> with_word(const std::array<Enum, count>& every, std::string_view text)
{
    for (const auto each : every) {
        if (word(each) == text) {
            return each;
        }
    }
    return std::nullopt;
}

} // namespace verandah::domain
