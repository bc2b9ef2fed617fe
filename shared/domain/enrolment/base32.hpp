// SPDX-License-Identifier: Apache-2.0
// RFC 4648 base32 as enrolment codes use it, and the check that finds a slip of the finger.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace verandah::domain {

/// Upper case, no padding. Precondition: the bytes' bits are a multiple of five, or the last character is filled with
/// zero bits.
[[nodiscard]] std::string base32(std::span<const std::byte> bytes);

/// Whether `text` is just the characters of `bytes`, which it then fills; bits left over have to be zero. Upper case
/// only.
[[nodiscard]] bool read_base32(std::string_view text, std::span<std::byte> bytes);

/// What somebody meant who typed it: in upper case, without spaces and hyphens, 0 as O, 1 as I and 8 as B, which the
/// alphabet does not have.
[[nodiscard]] std::string as_base32(std::string_view typed);

/// Two characters over `text`: a CRC of ten bits. It finds every wrong character, and every two beside each other that
/// are wrong or exchanged, since either lies within ten bits; of anything else it misses one in 1,024.
[[nodiscard]] std::string check_characters(std::string_view text);

} // namespace verandah::domain
