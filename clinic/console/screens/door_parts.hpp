// SPDX-License-Identifier: Apache-2.0
// Pieces of everything that stands before the pages: ground, small words, a band for an alert.
#pragma once

#include "clinic/console/screens/parts.hpp"

#include <cstddef>

namespace verandah::console {

/// More than any code of a card has: what its field takes.
inline constexpr std::size_t most_card_bytes = 100;

/// The calm ground of whatever hides the pages.
void draw_door_ground(ui::Frame& frame);
/// That somebody asks for help, not where.
void draw_quiet_alert(ui::Frame& frame, const std::string& words);
/// A small word at the foot of the screen, over whatever is there.
void draw_quiet_note(ui::Frame& frame, const std::string& words);
/// What went wrong and what to do now.
void draw_notice(ui::Frame& frame, const ui::Rect& rect, const std::string& words);
/// How high words of this size are in that width; 0 for none.
[[nodiscard]] float height_of(ui::Frame& frame, const std::string& words, float size, float width);

} // namespace verandah::console
