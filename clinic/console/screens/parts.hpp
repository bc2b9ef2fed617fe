// SPDX-License-Identifier: Apache-2.0
// Pieces that several screens of the console are made of.
#pragma once

#include "clinic/console/screens/models.hpp"
#include "shared/ui/frame.hpp"

#include <optional>
#include <span>

namespace verandah::console {

using Answer = std::optional<Wish>;

/// The first of several answers that says something.
inline void note(Answer& answer, Answer other)
{
    if (!answer) {
        answer = std::move(other);
    }
}

/// A deed's sign and key, the same wherever it stands.
struct DeedSign {
    ui::Icon icon;
    ui::Shortcut key;
};
[[nodiscard]] DeedSign sign_of(Deed deed);

enum class Standing { main, usual, quiet };
/// A button with its key. One that is hindered is pale, and pressing it asks all the same, so that it can say why.
[[nodiscard]] Answer draw_deed(ui::Frame& frame, const ui::Rect& rect, const DeedModel& deed,
                               Standing standing = Standing::usual);

[[nodiscard]] Answer draw_rail(ui::Frame& frame, const ui::Rect& rect, std::span<const RailPlace> places);
[[nodiscard]] Answer draw_head(ui::Frame& frame, const ui::Rect& rect, const HeadModel& head);
/// The alert in its own area: it breathes softly until somebody goes.
[[nodiscard]] Answer draw_alert(ui::Frame& frame, const ui::Rect& rect, const AlertModel& alert);
void draw_figures(ui::Frame& frame, const ui::Rect& rect, std::span<const Figure> figures);

/// 0..1 and back, a breath in three seconds; 1 in reduced motion. Asks for the frames it needs.
[[nodiscard]] float breath(ui::Frame& frame);

} // namespace verandah::console
