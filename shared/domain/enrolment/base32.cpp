// SPDX-License-Identifier: Apache-2.0
// Base32 (RFC 4648) and CRC-10.
#include "shared/domain/enrolment/base32.hpp"

#include <algorithm>

namespace verandah::domain {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"; // RFC 4648, section 6
constexpr unsigned bits_per_character = 5;
constexpr unsigned character_mask = 0x1f;
constexpr unsigned check_bits = 10;
constexpr unsigned check_mask = 0x3ff;
constexpr unsigned polynomial = 0x233; // CRC-10 of ITU-T I.610: x^10 + x^9 + x^5 + x^4 + x + 1

std::optional<unsigned> value_of(char character)
{
    const auto place = alphabet.find(character);
    return place == std::string_view::npos ? std::nullopt : std::optional{static_cast<unsigned>(place)};
}

unsigned crc_after(unsigned crc, unsigned value, unsigned bits)
{
    for (unsigned bit = bits; bit-- > 0;) {
        const unsigned out = (crc >> (check_bits - 1) & 1U) ^ (value >> bit & 1U);
        crc = crc << 1U & check_mask;
        crc ^= out != 0 ? polynomial : 0U;
    }
    return crc;
}

} // namespace

std::string base32(std::span<const std::byte> bytes)
{
    std::string text;
    unsigned pending = 0;
    unsigned pending_bits = 0;
    for (const auto byte : bytes) {
        pending = pending << 8U | std::to_integer<unsigned>(byte);
        pending_bits += 8;
        while (pending_bits >= bits_per_character) {
            pending_bits -= bits_per_character;
            text += alphabet[pending >> pending_bits & character_mask];
        }
        pending &= (1U << pending_bits) - 1U;
    }
    if (pending_bits != 0) {
        text += alphabet[pending << (bits_per_character - pending_bits) & character_mask];
    }
    return text;
}

bool read_base32(std::string_view text, std::span<std::byte> bytes)
{
    if (text.size() != (bytes.size() * 8 + bits_per_character - 1) / bits_per_character) {
        return false;
    }
    auto next = bytes.begin();
    unsigned pending = 0;
    unsigned pending_bits = 0;
    for (const char character : text) {
        const auto value = value_of(character);
        if (!value) {
            return false;
        }
        pending = pending << bits_per_character | *value;
        pending_bits += bits_per_character;
        if (pending_bits >= 8) {
            pending_bits -= 8;
            *next++ = static_cast<std::byte>(pending >> pending_bits);
            pending &= (1U << pending_bits) - 1U;
        }
    }
    return pending == 0;
}

std::string as_base32(std::string_view typed)
{
    std::string text;
    for (const char character : typed) {
        switch (character) {
        case ' ':
        case '-':
        case '\t':
        case '\r':
        case '\n': break;
        case '0': text += 'O'; break;
        case '1': text += 'I'; break;
        case '8': text += 'B'; break;
        default: text += character >= 'a' && character <= 'z' ? static_cast<char>(character - 'a' + 'A') : character;
        }
    }
    return text;
}

std::string check_characters(std::string_view text)
{
    unsigned crc = check_mask; // so that characters missing in front are noticed
    for (const char character : text) {
        const auto value = value_of(character);
        // A character of the alphabet is the five bits that it stands for; any other its own eight.
        crc = value ? crc_after(crc, *value, bits_per_character)
                    : crc_after(crc, static_cast<unsigned char>(character), 8);
    }
    return {alphabet[crc >> bits_per_character], alphabet[crc & character_mask]};
}

} // namespace verandah::domain
