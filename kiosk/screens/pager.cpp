// SPDX-License-Identifier: Apache-2.0
#include "kiosk/screens/pager.hpp"

#include "kiosk/screens/measures.hpp"

namespace verandah::kiosk {
namespace {

bool draw_step(ui::Frame& frame, const ui::Rect& place, std::string_view label, const ui::Icon& icon)
{
    const float text_size = frame.capitals_mm(measures::body);
    return frame.button(place, {.label = label,
                                .icon = icon,
                                .text_size = text_size,
                                .icon_size = text_size * 1.3F,
                                .radius = place.height / 2});
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
    if (pages.page > 0 && draw_step(frame, earlier, pages.earlier, ui::icon::chevron_left)) {
        touch = ShowPage{pages.page - 1};
    }
    if (pages.page + 1 < pages.count && draw_step(frame, more, pages.more, ui::icon::chevron_right)) {
        touch = ShowPage{pages.page + 1};
    }
    return touch;
}

} // namespace verandah::kiosk
