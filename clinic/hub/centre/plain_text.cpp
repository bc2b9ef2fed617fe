// SPDX-License-Identifier: Apache-2.0
// One decoder, three questions.
#include "clinic/hub/centre/plain_text.hpp"

#include <algorithm>
#include <cstdint>

namespace verandah::hub {
namespace {

struct Decoded {
    char32_t character;
    std::size_t length;
};

/// How many bytes a character takes by its first byte, and the least character that needs as many; 0 for no first byte.
struct Form {
    std::size_t length;
    char32_t first_bits;
    char32_t least;
};

Form form_of(std::uint8_t first)
{
    if (first < 0x80) {
        return {1, first, 0};
    }
    if (first >= 0xC2 && first < 0xE0) {
        return {2, first & 0x1FU, 0x80};
    }
    if (first >= 0xE0 && first < 0xF0) {
        return {3, first & 0x0FU, 0x800};
    }
    if (first >= 0xF0 && first < 0xF5) {
        return {4, first & 0x07U, 0x10000};
    }
    return {0, 0, 0};
}

/// The first character of `text`, which is not empty; nothing when it is no UTF-8.
std::optional<Decoded> decode(std::string_view text)
{
    const auto form = form_of(static_cast<std::uint8_t>(text.front()));
    if (form.length == 0 || text.size() < form.length) {
        return std::nullopt;
    }
    char32_t character = form.first_bits;
    for (const char byte : text.substr(1, form.length - 1)) {
        const auto bits = static_cast<std::uint8_t>(byte);
        if ((bits & 0xC0U) != 0x80) {
            return std::nullopt;
        }
        character = character << 6U | (bits & 0x3FU);
    }
    const bool is_surrogate = character >= 0xD800 && character <= 0xDFFF;
    if (character < form.least || character > 0x10FFFF || is_surrogate) {
        return std::nullopt;
    }
    return Decoded{character, form.length};
}

bool is_invisible_control(char32_t character)
{
    return character < 0x20 || (character >= 0x7F && character < 0xA0) // C0, delete, C1
           || character == 0x2028 || character == 0x2029               // line and paragraph separator
           || (character >= 0x202A && character <= 0x202E)             // embeddings and overrides of direction
           || (character >= 0x2066 && character <= 0x2069);            // isolates
}

} // namespace

std::optional<Place> first_invalid_utf8(std::string_view text)
{
    Place place{1, 1};
    while (!text.empty()) {
        const auto decoded = decode(text);
        if (!decoded) {
            return place;
        }
        if (decoded->character == U'\n') {
            place = {place.line + 1, 1};
        } else {
            ++place.column;
        }
        text.remove_prefix(decoded->length);
    }
    return std::nullopt;
}

bool has_invisible_control(std::string_view text)
{
    while (!text.empty()) {
        const auto decoded = decode(text);
        if (!decoded || is_invisible_control(decoded->character)) {
            return true;
        }
        text.remove_prefix(decoded->length);
    }
    return false;
}

std::size_t count_characters(std::string_view text)
{
    const auto begins_one = [](char byte) { return (static_cast<std::uint8_t>(byte) & 0xC0U) != 0x80; };
    return static_cast<std::size_t>(std::ranges::count_if(text, begins_one));
}

} // namespace verandah::hub
