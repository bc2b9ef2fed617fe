// SPDX-License-Identifier: Apache-2.0
// The larger parts that several screens are made of.
#pragma once

#include "shared/ui/frame.hpp"

#include <optional>
#include <string>

namespace verandah::kiosk {

/// The least size of any text, also when a visitor asked for larger text and there is no room for all of it.
[[nodiscard]] float least_text(const ui::Frame& frame);

/// A picture, a title and a sentence, set in the middle of their room. Portrait: above what can be done; landscape:
/// beside it.
struct Greeting {
    std::optional<ui::Icon> sign = {}; ///< None: the house mark, and the largest title of all.
    ui::Tone tone = ui::Tone::teal;
    std::string title = {};
    std::string note = {};
};

/// Draws the greeting and answers the room left for what can be done, `controls` high (portrait) or half as wide
/// (landscape). With no controls the greeting has it all.
[[nodiscard]] ui::Rect draw_greeting(ui::Frame& frame, ui::Rect rest, const Greeting& greeting, float controls);

/// One of two or three ways on, large: an icon, words, and what comes of it.
struct Choice {
    std::string_view label = {};
    std::string_view note = {};
    ui::Icon icon = {};
    ui::Look look = ui::Look::outlined;
    ui::Tone tone = ui::Tone::teal;
    bool chosen = false;
};
[[nodiscard]] bool draw_choice(ui::Frame& frame, const ui::Rect& rect, const Choice& choice);

/// Title and sentence at the start of a screen; answers what is left below.
[[nodiscard]] ui::Rect draw_heading(ui::Frame& frame, ui::Rect rest, std::string_view title, std::string_view note);

/// The thin bar that runs out, and what it means.
void draw_countdown(ui::Frame& frame, const ui::Rect& rect, float left, std::string_view words);
[[nodiscard]] float countdown_height(const ui::Frame& frame);

} // namespace verandah::kiosk
