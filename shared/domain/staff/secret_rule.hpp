// SPDX-License-Identifier: Apache-2.0
// What a member of staff may choose as her passphrase and as her PIN.
#pragma once

#include "shared/domain/refusal.hpp"

#include <cstddef>
#include <expected>
#include <string_view>

namespace verandah::domain {

inline constexpr std::size_t shortest_passphrase = 15; ///< Characters. Four generated words never have fewer.
inline constexpr std::size_t longest_passphrase = 256; ///< Bytes.
inline constexpr std::size_t pin_digits = 6;

/// invalid_input, never repeating it, for a passphrase that is too short (fewer than 15 characters of any script), too
/// long (over 256 bytes), or has fewer than 6 different characters. No rule about capitals, digits and signs: they make
/// passphrases harder to keep in mind than to guess. Source: NIST SP 800-63B, 5.1.1.2.
[[nodiscard]] std::expected<void, Refusal> check_passphrase(std::string_view passphrase);

/// invalid_input, never repeating it, for a PIN that is not six digits or is among those people choose: a pattern that
/// repeats (777777, 121212, 123123), steps (123456, 975310), doubles (112233) or mirrors itself (123321); a date in
/// any usual order; a year in front or behind; a way across the keypad.
///
/// That is a seventh of all PINs. Source: Markert, Bailey, Golla, Dürmuth and Aviv, "This PIN Can Be Easily Guessed"
/// (IEEE S&P 2020), who found small lists to be of no use, and a tenth of all PINs about right.
[[nodiscard]] std::expected<void, Refusal> check_pin(std::string_view pin);

} // namespace verandah::domain
