// SPDX-License-Identifier: Apache-2.0
// What the board writes and says.
#pragma once

#include "clinic/console/board/board.hpp"
#include "clinic/console/board/board_screen.hpp"
#include "shared/ui/language.hpp"

#include <span>
#include <string>
#include <vector>

namespace verandah::console {

enum class Sound { there, missing, off };

/// `words` writes this turn's language.
[[nodiscard]] BoardModel board_words(const Board& board, const ui::Translator& words, Sound sound, domain::Instant now);

/// One sentence and the language it is spoken in.
struct Utterance {
    std::string language;
    std::string words;
    friend bool operator==(const Utterance&, const Utterance&) = default;
};
/// The call in every language; in two rounds, whoever missed it the first time hears it the second.
[[nodiscard]] std::vector<Utterance> spoken_words(const Announce& announce, std::span<const ui::Translator> languages);

} // namespace verandah::console
