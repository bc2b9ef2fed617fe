// SPDX-License-Identifier: Apache-2.0
// The code on paper that opens the hub when every passphrase is forgotten.
#pragma once

#include "shared/domain/refusal.hpp"
#include "shared/files/secret_text.hpp"
#include "shared/vault/secret_key.hpp"

#include <cstddef>
#include <expected>
#include <string_view>

namespace verandah::vault {

/// 26 random letters and digits (130 bits: too many to try, so no Argon2id is needed) and 2 that prove it was typed as
/// printed: seven groups of four, such as "7K2M-…". The alphabet is Crockford's base 32, which has no I, L, O and U.
///
/// The last two are those of a Reed–Solomon code over GF(32): any one or two wrong characters are noticed, and so are
/// any two that changed places. A code that was mistyped is thus told apart from one that is right and opens nothing.
class RecoveryCode {
public:
    static constexpr std::size_t size = 28;

    [[nodiscard]] static RecoveryCode make(); ///< By chance.

    /// Reads what was typed: small letters, O for 0, I and L for 1, any hyphens and white space. invalid_input, saying
    /// what is wrong and never what was typed, when it has another length, a character no code has, or was mistyped.
    [[nodiscard]] static std::expected<RecoveryCode, domain::Refusal> parse(std::string_view typed);

    [[nodiscard]] files::SecretText text() const; ///< In groups of four; parse() gives back the same code.
    [[nodiscard]] SecretBytes key() const;        ///< BLAKE2b-256 of the 26 characters' values.

private:
    RecoveryCode() = default;
    SecretBytes values_; ///< 0..31 each, in its first `size` bytes.
};

} // namespace verandah::vault
