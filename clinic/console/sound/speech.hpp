// SPDX-License-Identifier: Apache-2.0
// Speaking without a network: espeak-ng's voices, turned into samples.
#pragma once

#include "clinic/console/sound/samples.hpp"
#include "clinic/console/wording/board_words.hpp"

#include <optional>
#include <span>

namespace verandah::console {

/// The speaking engine, which exists once in a process and stays until its end; use it on one thread. Without its
/// voices it is mute.
class Speech {
public:
    Speech();

    [[nodiscard]] bool can_speak() const { return rate_ > 0; }
    /// Nothing when there is no voice for the language.
    [[nodiscard]] std::optional<Samples> speak(const Utterance& utterance) const;

private:
    int rate_; ///< The engine's own; not above 0 when it is missing.
};

/// The chime, then every utterance with a breath between them.
[[nodiscard]] Samples announcement(const Speech& speech, std::span<const Utterance> utterances);

} // namespace verandah::console
