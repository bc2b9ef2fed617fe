// SPDX-License-Identifier: Apache-2.0
// All that decides what is on the screen at one moment.
#pragma once

#include "kiosk/flow/flow.hpp"
#include "shared/domain/time.hpp"
#include "shared/ui/language.hpp"
#include "shared/wire/messages/views.hpp"

namespace verandah::kiosk {

enum class Link { up, down };
enum class Sound { none, ready };

/// Borrows everything for as long as one screen is being worded.
struct Scene {
    const Flow& flow;
    const wire::CentreView* centre; ///< Null until the hub has been reached once.
    const ui::Translator& words;
    Ticks now{};
    domain::Instant hub_now{}; ///< The hub's clock, for "tomorrow at 9:00".
    Link link = Link::up;
    Sound sound = Sound::none;
};

/// The language the visitor reads: the one chosen, else the centre's first, else English.
[[nodiscard]] ui::Language language_of(const Flow& flow, const wire::CentreView* centre);

/// What the public reads for `words` in `language`; in the centre's first language when nobody wrote it in that one.
[[nodiscard]] std::string public_words(const domain::Words& words, std::string_view language,
                                       const wire::CentreView& centre);

/// `text` with each {name} in it replaced. A translation that lost a name loses a word, never the screen.
[[nodiscard]] std::string filled(std::string text,
                                 std::initializer_list<std::pair<std::string_view, std::string_view>> values);

} // namespace verandah::kiosk
