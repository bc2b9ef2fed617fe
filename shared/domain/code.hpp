// SPDX-License-Identifier: Apache-2.0
// Codes: the short permanent words by which centre.toml names a service, a station, a class, a skill; and by which an
// administrator names an account.
#pragma once

#include "shared/domain/refusal.hpp"

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <expected>
#include <functional>
#include <string>
#include <string_view>

namespace verandah::domain {

/// A short permanent word, such as "nurse" or "room-2". It stays the same on disk and on the wire for good.
/// Invariant: 1 to 15 characters of a–z, 0–9, '-' and '_'. Held in place: copying one allocates nothing.
template <class Tag>
class Code {
public:
    static constexpr std::size_t longest = 15;

    /// invalid_input when `text` is not such a word.
    [[nodiscard]] static std::expected<Code, Refusal> make(std::string_view text)
    {
        const auto allowed = [](char letter) {
            return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' ||
                   letter == '_';
        };
        if (text.empty() || text.size() > longest || !std::ranges::all_of(text, allowed)) {
            return refuse(Refusal::Why::invalid_input, "a code is 1 to 15 of a-z, 0-9, '-' and '_'");
        }
        Code code;
        std::ranges::copy(text, code.letters_.begin());
        return code;
    }

    [[nodiscard]] std::string_view view() const { return std::string_view{letters_.data()}; }
    [[nodiscard]] std::string text() const { return std::string{view()}; }
    friend auto operator<=>(const Code&, const Code&) = default;

private:
    Code() = default;
    std::array<char, longest + 1> letters_{}; ///< Ends in '\0'; unused letters are '\0', so that codes compare as text.
};

using ServiceCode = Code<struct ServiceTag>;
using StationCode = Code<struct StationTag>;
using PriorityCode = Code<struct PriorityTag>;
using SkillCode = Code<struct SkillTag>;
using AccountCode =
    Code<struct AccountTag>; ///< A member of staff, by a word of the house's choosing: no person's name.

} // namespace verandah::domain

template <class Tag>
struct std::hash<verandah::domain::Code<Tag>> {
    [[nodiscard]] std::size_t operator()(const verandah::domain::Code<Tag>& code) const noexcept
    {
        return std::hash<std::string_view>{}(code.view());
    }
};
