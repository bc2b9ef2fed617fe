// SPDX-License-Identifier: Apache-2.0
// The code on a counterfoil: random bytes, and nothing else. Whoever finds one has found nothing.
#pragma once

#include "shared/domain/refusal.hpp"

#include <array>
#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

namespace verandah::domain {

/// What the part of a slip says that comes back. Alike on slips for a provider and for a partner: the paper does not
/// tell which.
///
/// Text: "9", 26 characters of base32 (A–Z and 2–7), 2 of a check over them: 29, all in QR's alphanumeric mode. A card
/// has no 9 in it and another length, so neither is taken for the other.
class CounterfoilCode {
public:
    using Token = std::array<std::byte, 16>;
    static constexpr std::size_t text_size = 29;

    explicit CounterfoilCode(const Token& token) : token_{token} {}

    /// Reads what was scanned or typed: case, white space, hyphens, and 0, 1, 8 for O, I, B make no difference. Refuses
    /// with invalid_input another length, beginning or character, and with conflict when its check says that a
    /// character is wrong. The refusal never repeats the input.
    [[nodiscard]] static std::expected<CounterfoilCode, Refusal> parse(std::string_view text);

    [[nodiscard]] const Token& token() const { return token_; }
    [[nodiscard]] std::string text() const;
    [[nodiscard]] std::string
    grouped() const; ///< "9ABCD-EFGHI-JKLMN-OPQRS-TUVWX-YZ23", to type when no scanner reads it.
    friend bool operator==(const CounterfoilCode&, const CounterfoilCode&) = default;

private:
    Token token_;
};

/// ISO/IEC 18004, table 7: a version 2 symbol at level Q holds 29 alphanumeric characters.
inline constexpr std::size_t qr_version_2_level_q_characters = 29;
static_assert(CounterfoilCode::text_size <= qr_version_2_level_q_characters, "the slip's QR code would have to grow");

/// Whether a scanner's text is meant as a counterfoil, whole or not.
[[nodiscard]] bool looks_like_counterfoil(std::string_view scanned);

} // namespace verandah::domain
