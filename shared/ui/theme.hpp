// SPDX-License-Identifier: Apache-2.0
// The named colours of the house. Three themes have the same names, so a screen never asks which one is on.
#pragma once

#include "shared/ui/colour.hpp"

#include <string_view>
#include <vector>

namespace verandah::ui {

/// What a coloured thing is about. Always shown with an icon or a word, never by colour alone.
enum class Tone { plain, quiet, teal, deep, mist, care, soon, plum, sky, leaf };

/// A ground and what may stand on it.
struct Swatch {
    Colour ground;
    Colour ink;  ///< Text and icons, 4.5:1 or better on `ground`.
    Colour soft; ///< Second text, 4.5:1 or better on `ground`.
    Colour edge; ///< The outline of a control of this tone.
};

struct Theme {
    Colour paper;       ///< The kiosk's ground.
    Colour desk;        ///< The console's ground, a shade cooler.
    Colour card;        ///< Panels and outlined controls.
    Colour ink;         ///< Text.
    Colour soft;        ///< Second text.
    Colour line;        ///< Hairlines: decoration only.
    Colour edge;        ///< A control's outline where the face alone does not tell it apart, 3:1 on paper and card.
    Colour teal;        ///< The one main action of a screen.
    Colour on_teal;     ///< Text on teal.
    Colour deep;        ///< Big numbers, chosen text.
    Colour mist;        ///< Chosen ground.
    Colour sun;         ///< Progress.
    Colour track;       ///< What progress runs on.
    Colour focus;       ///< The focus ring, 3:1 on every ground.
    Colour shadow;      ///< With its alpha.
    Colour veil;        ///< Laid over a screen behind a question.
    Colour rail;        ///< The console's side rail.
    Colour rail_chosen; ///< The chosen place on the rail.
    Colour on_rail;     ///< Text on both.
    Colour night;       ///< The board's ground.
    Colour night_high;  ///< The board's ground where it is lightest.
    Colour marigold;    ///< The board's number.
    Colour board_mist;  ///< The board's second text.
    Colour board_ink;   ///< The board's text.
    Colour board_line;  ///< The board's hairlines.
    Colour arch_outer;  ///< The house mark, from outside in.
    Colour arch_middle;
    Colour arch_inner;

    [[nodiscard]] Swatch swatch(Tone tone) const;

    [[nodiscard]] static const Theme& light();
    [[nodiscard]] static const Theme& high_contrast();
    [[nodiscard]] static const Theme& night_time();

    Swatch care, soon, plum, sky, leaf, quiet;
};

/// One pair that some screen puts together, for the contrast test.
struct ContrastPair {
    std::string_view name;
    Colour ink;
    Colour ground;
    double least; ///< 4.5 for text, 3.0 for large text, icons and the edges of controls.
};

/// Every pair of text and ground the widgets use.
[[nodiscard]] std::vector<ContrastPair> contrast_pairs(const Theme& theme);

} // namespace verandah::ui
