// SPDX-License-Identifier: Apache-2.0
// What a visitor's card says: random bytes and a tag, as text that fits a small QR code.
#pragma once

#include "shared/domain/refusal.hpp"

#include <array>
#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

namespace verandah::domain {

/// The code on a card. It says nothing about the person, the centre or any visit.
///
/// Shape: 16 random token bytes, then an 8-byte tag by which the centre that made it knows its own (vault::CardKeeper).
/// Text: RFC 4648 base32 of those 24 bytes, upper case, no padding: 39 characters, all of them in QR's alphanumeric
/// mode. A code is a secret of whoever carries the card: it is shown, scanned and hashed, never stored and never
/// logged.
class CardCode {
public:
    using Token = std::array<std::byte, 16>;
    using Tag = std::array<std::byte, 8>;
    static constexpr std::size_t text_size = 39;

    CardCode(const Token& token, const Tag& tag) : token_{token}, tag_{tag} {}

    /// Reads what a scanner or a person typed. Lower case and surrounding white space (a scanner's CR, LF or TAB) are
    /// taken; any other length or character is invalid_input, and so are last bits that text() would never write.
    /// The refusal never repeats the input.
    [[nodiscard]] static std::expected<CardCode, Refusal> parse(std::string_view text);

    [[nodiscard]] const Token& token() const { return token_; }
    [[nodiscard]] const Tag& tag() const { return tag_; }
    [[nodiscard]] std::string text() const; ///< Exactly text_size characters; parse() gives back an equal code.

    /// Not in constant time; the tag is checked by vault::CardKeeper, which is.
    friend bool operator==(const CardCode&, const CardCode&) = default;

private:
    Token token_;
    Tag tag_;
};

/// ISO/IEC 18004, table 7: a version 3 symbol at level Q holds 47 alphanumeric characters.
inline constexpr std::size_t qr_version_3_level_q_characters = 47;
static_assert(CardCode::text_size <= qr_version_3_level_q_characters, "the card's QR code would have to grow");

} // namespace verandah::domain
