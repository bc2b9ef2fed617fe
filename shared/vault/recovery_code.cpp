// SPDX-License-Identifier: Apache-2.0
// Crockford's base 32 with two check characters over GF(32).
#include "shared/vault/recovery_code.hpp"

#include "shared/vault/random.hpp"
#include "shared/vault/sodium_view.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <string>

namespace verandah::vault {

namespace {

using Why = domain::Refusal::Why;
using Value = unsigned; // 0..31, an element of GF(32)

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's
constexpr std::size_t chosen = 26;
constexpr std::size_t group = 4;
constexpr std::string_view passed_over = "- \t\r\n";

static_assert(RecoveryCode::size <= key_size, "the code has to fit its guarded bytes");
static_assert(RecoveryCode::size <= 31, "a code over GF(32) with two checks notices two errors only up to here");

/// Twice `value` in GF(32) by x⁵ + x² + 1.
constexpr Value doubled(Value value)
{
    return value < 16 ? value << 1U : (value << 1U) ^ 0b10'0101U;
}

/// What is left of the characters' polynomial divided by (x + 1)(x + 2) = x² + 3x + 2: the two that follow them.
std::array<std::byte, RecoveryCode::size - chosen> checks_for(std::span<const std::byte> values)
{
    Value high = 0;
    Value low = 0;
    for (const auto value : values) {
        const auto carried = std::to_integer<Value>(value) ^ high;
        high = low ^ carried ^ doubled(carried);
        low = doubled(carried);
    }
    return {static_cast<std::byte>(high), static_cast<std::byte>(low)};
}

/// The value of a character as somebody typed it; the size of the alphabet when it is none.
std::size_t value_of(char character)
{
    const bool is_small = character >= 'a' && character <= 'z';
    auto letter = is_small ? static_cast<char>(character - 'a' + 'A') : character;
    if (letter == 'O') {
        letter = '0';
    } else if (letter == 'I' || letter == 'L') {
        letter = '1';
    }
    return std::min(alphabet.find(letter), alphabet.size());
}

} // namespace

RecoveryCode RecoveryCode::make()
{
    RecoveryCode code;
    const auto values = code.values_.bytes();
    for (auto& value : values.first<chosen>()) {
        value = static_cast<std::byte>(random_below(static_cast<std::uint32_t>(alphabet.size())));
    }
    std::ranges::copy(checks_for(values.first<chosen>()), values.subspan<chosen>().begin());
    return code;
}

std::expected<RecoveryCode, domain::Refusal> RecoveryCode::parse(std::string_view typed)
{
    RecoveryCode code;
    const auto values = code.values_.bytes();
    std::size_t read = 0;
    for (const char character : typed) {
        if (passed_over.contains(character)) {
            continue;
        }
        const auto value = value_of(character);
        if (value == alphabet.size()) {
            return domain::refuse(Why::invalid_input, "a recovery code has only digits and letters, and no U");
        }
        if (read == size) {
            return domain::refuse(Why::invalid_input, "too long: a recovery code has seven groups of four");
        }
        values[read++] = static_cast<std::byte>(value);
    }
    if (read < size) {
        return domain::refuse(Why::invalid_input, "too short: a recovery code has seven groups of four");
    }
    if (!std::ranges::equal(checks_for(values.first<chosen>()), values.subspan<chosen, size - chosen>())) {
        return domain::refuse(Why::invalid_input,
                              "mistyped: compare it with the paper, one group of four after the other");
    }
    return code;
}

files::SecretText RecoveryCode::text() const
{
    std::string text;
    text.reserve(size + size / group);
    for (std::size_t index = 0; index < size; ++index) {
        text += index != 0 && index % group == 0 ? "-" : "";
        text += alphabet[std::to_integer<std::size_t>(values_.bytes()[index])];
    }
    return files::SecretText{std::move(text)};
}

SecretBytes RecoveryCode::key() const
{
    SecretBytes key;
    crypto_generichash(sodium_view(key.bytes()), key_size, sodium_view(values_.bytes()), chosen, nullptr, 0);
    return key;
}

} // namespace verandah::vault
