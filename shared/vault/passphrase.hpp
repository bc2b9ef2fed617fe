// SPDX-License-Identifier: Apache-2.0
// Passphrases of words: made by chance, and read as people type them.
#pragma once

#include "shared/files/secret_text.hpp"

#include <cstddef>
#include <string_view>

namespace verandah::vault {

/// One word of the list is worth 12.9 bits: nobody ever tries out six (77 bits), and nobody does four (51 bits) at
/// Argon2id's pace.
inline constexpr std::size_t hub_words = 6;
inline constexpr std::size_t most_hub_words = 7;
inline constexpr std::size_t staff_words = 4;

/// So many words of the list, each by chance, with a space between: "river lantern mosaic thunder". As
/// read_passphrase() would give it.
[[nodiscard]] files::SecretText make_passphrase(std::size_t words);

/// What was typed as every passphrase is before it becomes a key: A–Z in lower case; white space at the ends gone, and
/// elsewhere one space, however much was typed. Anything else, other scripts too, is taken byte for byte.
[[nodiscard]] files::SecretText read_passphrase(std::string_view typed);

/// How many of the passphrase's words are in the list, and how many there are: tells a slip of the pen from another
/// passphrase. Says nothing about whether it opens anything.
struct KnownWords {
    std::size_t known;
    std::size_t all;
};
[[nodiscard]] KnownWords known_words(std::string_view passphrase);

/// The list: 7,776 words, one a line (EFF's large word list, CC BY 3.0; made for being remembered and typed).
[[nodiscard]] std::string_view passphrase_words();

} // namespace verandah::vault
