// SPDX-License-Identifier: Apache-2.0
// Sample screens that put every widget together the way the kiosk and the console do.
#pragma once

#include "shared/ui/frame.hpp"

#include <string>
#include <vector>

namespace verandah::ui {

/// The words of the samples in one language.
struct GalleryWords {
    std::string listen, easier, hide, welcome, promise, card, card_note, no_card, no_card_note, person, help;
    std::string what, choose, back, go;
    std::vector<std::string> needs;
    std::string your_number, sit, sit_note, wait, before, want_card, card_promise, print, done, clears;
    std::string waiting, number, here_for, why, urgent, standard, soon, call_next, again, add_one, undo, find;
};

[[nodiscard]] GalleryWords english();
[[nodiscard]] GalleryWords hindi();
[[nodiscard]] GalleryWords arabic();

void draw_gallery_welcome(Frame& frame, const GalleryWords& words);
void draw_gallery_needs(Frame& frame, const GalleryWords& words);
void draw_gallery_ticket(Frame& frame, const GalleryWords& words);
void draw_gallery_console(Frame& frame, const GalleryWords& words);
void draw_gallery_board(Frame& frame, const GalleryWords& words);
void draw_gallery_states(Frame& frame, const GalleryWords& words); ///< Every look of a control, at rest, off, chosen.

} // namespace verandah::ui
