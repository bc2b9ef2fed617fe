// SPDX-License-Identifier: Apache-2.0
// Digits, strictly: one way to write each byte, so that a text that was read is written as the same text.
#include "shared/vault/hexadecimal.hpp"

#include "shared/vault/sodium_view.hpp"

#include <sodium.h>

namespace verandah::vault {

std::string hexadecimal(std::span<const std::byte> bytes)
{
    std::string text;
    append_hexadecimal(text, bytes);
    return text;
}

void append_hexadecimal(std::string& text, std::span<const std::byte> bytes)
{
    const auto begin = text.size();
    text.resize(begin + bytes.size() * 2 + 1); // libsodium ends its text with a zero
    sodium_bin2hex(text.data() + begin, bytes.size() * 2 + 1, sodium_view(bytes), bytes.size());
    text.pop_back();
}

bool read_hexadecimal(std::string_view text, std::span<std::byte> bytes)
{
    constexpr std::string_view digits = "0123456789abcdef"; // libsodium would take capitals, too
    std::size_t decoded = 0;
    return text.size() == bytes.size() * 2 && text.find_first_not_of(digits) == std::string_view::npos &&
           sodium_hex2bin(sodium_view(bytes), bytes.size(), text.data(), text.size(), nullptr, &decoded, nullptr) == 0;
}

} // namespace verandah::vault
