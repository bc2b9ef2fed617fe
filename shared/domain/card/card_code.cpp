// SPDX-License-Identifier: Apache-2.0
// Base32 of a card's 24 bytes (RFC 4648), written one way and read strictly.
#include "shared/domain/card/card_code.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>

namespace verandah::domain {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"; // RFC 4648, section 6
constexpr std::string_view white_space = " \t\r\n";
constexpr unsigned bits_per_character = 5;
constexpr unsigned character_mask = 0x1f;
constexpr std::size_t code_size = std::tuple_size_v<CardCode::Token> + std::tuple_size_v<CardCode::Tag>;
static_assert((code_size * 8 + bits_per_character - 1) / bits_per_character == CardCode::text_size);

using Bytes = std::array<std::byte, code_size>;

std::string_view without_surrounding_white_space(std::string_view text)
{
    const auto first = text.find_first_not_of(white_space);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(white_space) - first + 1);
}

/// The five bits a character stands for. Plain comparisons, not the alphabet's table: no locale has a say here.
std::optional<unsigned> value_of(char character)
{
    if (character >= 'A' && character <= 'Z') {
        return static_cast<unsigned>(character - 'A');
    }
    if (character >= 'a' && character <= 'z') {
        return static_cast<unsigned>(character - 'a');
    }
    if (character >= '2' && character <= '7') {
        return static_cast<unsigned>(character - '2') + 26U;
    }
    return std::nullopt;
}

} // namespace

std::expected<CardCode, Refusal> CardCode::parse(std::string_view text)
{
    const auto characters = without_surrounding_white_space(text);
    if (characters.size() != text_size) {
        return refuse(Refusal::Why::invalid_input, "a card code has 39 characters");
    }
    Bytes bytes;
    auto next = bytes.begin();
    std::uint32_t pending = 0;
    unsigned pending_bits = 0;
    for (const char character : characters) {
        const auto value = value_of(character);
        if (!value) {
            return refuse(Refusal::Why::invalid_input, "a card code has only A to Z and 2 to 7");
        }
        pending = pending << bits_per_character | *value;
        pending_bits += bits_per_character;
        if (pending_bits >= 8) {
            pending_bits -= 8;
            *next++ = static_cast<std::byte>(pending >> pending_bits);
            pending &= (1U << pending_bits) - 1U;
        }
    }
    if (pending != 0) {
        return refuse(Refusal::Why::invalid_input, "a card code's last bits are zero");
    }
    Token token;
    Tag tag;
    std::ranges::copy_n(bytes.begin(), token.size(), token.begin());
    std::ranges::copy(std::span{bytes}.subspan<std::tuple_size_v<Token>>(), tag.begin());
    return CardCode{token, tag};
}

std::string CardCode::text() const
{
    std::string text;
    text.reserve(text_size);
    std::uint32_t pending = 0;
    unsigned pending_bits = 0;
    const auto append = [&](std::byte byte) {
        pending = pending << 8U | std::to_integer<std::uint32_t>(byte);
        pending_bits += 8;
        while (pending_bits >= bits_per_character) {
            pending_bits -= bits_per_character;
            text += alphabet[pending >> pending_bits & character_mask];
        }
        pending &= (1U << pending_bits) - 1U;
    };
    std::ranges::for_each(token_, append);
    std::ranges::for_each(tag_, append);
    if (pending_bits != 0) {
        text += alphabet[pending << (bits_per_character - pending_bits) & character_mask];
    }
    return text;
}

} // namespace verandah::domain
