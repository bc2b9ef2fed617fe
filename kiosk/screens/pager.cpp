// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/pager.hpp"

#include "kiosk/screens/measures.hpp"

namespace verandah::kiosk {
namespace {

enum class Way { earlier, more };

/// The arrow stands on the side to which it leads.
bool draw_step(ui::Frame& frame, const ui::Rect& place, std::string_view label, Way way)
{
    const float text_size = frame.capitals_mm(measures::body);
    const bool pressed = frame.button(place, {.label = label, .text_size = text_size, .radius = place.height / 2});
    ui::Rect inner = place.inset(text_size * 0.6F, 0);
    const ui::Rect arrow = way == Way::more ? inner.cut_end(text_size * 1.3F) : inner.cut_start(text_size * 1.3F);
    frame.icon(arrow, way == Way::more ? ui::icon::chevron_right : ui::icon::chevron_left, frame.theme().teal);
    return pressed;
}

} // namespace

std::optional<Touch> draw_pager(ui::Frame& frame, ui::Rect& rest, const Pages& pages)
{
    if (pages.count < 2) {
        return std::nullopt;
    }
    ui::Rect row = rest.cut_bottom(frame.mm(24), frame.mm(measures::gap));
    const float width = row.width * 0.34F;
    const ui::Rect earlier = row.cut_start(width);
    const ui::Rect more = row.cut_end(width);
    frame.text(row, pages.place,
               {.size = frame.capitals_mm(measures::body), .colour = frame.theme().soft, .align = ui::Align::centre});
    std::optional<Touch> touch;
    if (pages.page > 0 && draw_step(frame, earlier, pages.earlier, Way::earlier)) {
        touch = ShowPage{pages.page - 1};
    }
    if (pages.page + 1 < pages.count && draw_step(frame, more, pages.more, Way::more)) {
        touch = ShowPage{pages.page + 1};
    }
    return touch;
}

} // namespace verandah::kiosk
