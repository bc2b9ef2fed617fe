// SPDX-License-Identifier: Apache-2.0
// Talking with somebody at a terminal: secrets are typed unseen.
#pragma once

#include "shared/files/secret_text.hpp"

#include <optional>
#include <string_view>

namespace verandah::hub {

[[nodiscard]] bool is_terminal(); ///< Whether somebody can be asked on standard input.

/// One line of standard input, its end left out. At a terminal `prompt` is shown and what is typed is not; Ctrl-C and
/// Ctrl-D give up. nullopt at the end of the input, or for a line longer than any words are.
[[nodiscard]] std::optional<files::SecretText> read_secret_line(std::string_view prompt);

/// Shows the words of a new slot, once, and what to do with them.
void show_words(const files::SecretText& words);
/// The same for a recovery code.
void show_code(const files::SecretText& code);

/// At a terminal asks for two of the words until they are right; false when whoever is asked gives up. Elsewhere true.
[[nodiscard]] bool have_been_written_down(const files::SecretText& words);

} // namespace verandah::hub
