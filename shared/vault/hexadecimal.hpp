// SPDX-License-Identifier: Apache-2.0
// Bytes as lower-case hexadecimal digits and back, by libsodium, whose time does not tell what they are.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace verandah::vault {

[[nodiscard]] std::string hexadecimal(std::span<const std::byte> bytes);

/// Appends two digits for each byte. No copy is left elsewhere when `text` has reserved enough.
void append_hexadecimal(std::string& text, std::span<const std::byte> bytes);

/// Whether `text` is just as many lower-case digits as `bytes` hold; they are then its bytes.
[[nodiscard]] bool read_hexadecimal(std::string_view text, std::span<std::byte> bytes);

template <std::size_t size>
[[nodiscard]] std::optional<std::array<std::byte, size>> bytes_in(std::string_view text)
{
    std::array<std::byte, size> bytes{};
    return read_hexadecimal(text, bytes) ? std::optional{bytes} : std::nullopt;
}

} // namespace verandah::vault
