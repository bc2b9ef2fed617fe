// SPDX-License-Identifier: Apache-2.0
// Digits, strictly: one way to write each byte, so that a text that was read is written as the same text.
#include "shared/vault/hexadecimal.hpp"

namespace verandah::vault {

namespace {

constexpr std::string_view digits = "0123456789abcdef";

} // namespace

std::string hexadecimal(std::span<const std::byte> bytes)
{
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const auto byte : bytes) {
        const auto value = std::to_integer<std::size_t>(byte);
        text.push_back(digits[value >> 4U]);
        text.push_back(digits[value & 15U]);
    }
    return text;
}

bool read_hexadecimal(std::string_view text, std::span<std::byte> bytes)
{
    if (text.size() != bytes.size() * 2) {
        return false;
    }
    for (std::size_t index = 0; index < bytes.size(); ++index) {
        const auto high = digits.find(text[2 * index]);
        const auto low = digits.find(text[2 * index + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos) {
            return false;
        }
        bytes[index] = static_cast<std::byte>(high << 4U | low);
    }
    return true;
}

} // namespace verandah::vault
