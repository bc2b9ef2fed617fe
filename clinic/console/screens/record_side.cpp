// SPDX-License-Identifier: Apache-2.0
// Beside the form: the clock, what waits, what was before.
#include "clinic/console/screens/door_parts.hpp"
#include "clinic/console/screens/record_parts.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

using ui::Frame;
using ui::Rect;
using ui::Weight;

void draw_clock(Frame& frame, const Rect& rect, const SideItem& clock)
{
    const auto colours = frame.theme().swatch(clock.tone);
    frame.panel(rect, {.ground = colours.ground, .edge = colours.edge, .radius = frame.px(12)});
    Rect inner = rect.inset(frame.px(14), frame.px(8));
    frame.icon(inner.cut_start(frame.px(36), frame.px(12)), ui::icon::timer, colours.ink);
    frame.text(inner.cut_top(inner.height * 0.36F), clock.title,
               {.size = frame.px(14), .colour = colours.ink, .smallest = frame.px(10)});
    frame.text(inner, clock.note,
               {.size = frame.px(25), .weight = Weight::bold, .colour = colours.ink, .smallest = frame.px(13)});
}

void draw_item(Frame& frame, const Rect& rect, const SideItem& item)
{
    const auto colours = frame.theme().swatch(item.tone);
    frame.panel(rect, {.ground = colours.ground, .edge = colours.edge, .radius = frame.px(12)});
    Rect inner = rect.inset(frame.px(14), frame.px(7));
    frame.text(inner.cut_top(inner.height * 0.5F), item.title,
               {.size = frame.px(14.5F), .weight = Weight::bold, .colour = colours.ink, .smallest = frame.px(10)});
    frame.text(inner, item.note, {.size = frame.px(13.5F), .colour = colours.ink, .smallest = frame.px(10)});
}

void draw_before(Frame& frame, Rect rest, const SideModel& side)
{
    const auto& theme = frame.theme();
    frame.text(rest.cut_top(frame.px(30)), side.before_title,
               {.size = frame.px(15), .weight = Weight::bold, .smallest = frame.px(11)});
    if (side.before.empty()) {
        frame.text(rest.cut_top(frame.px(40)), side.before_empty,
                   {.size = frame.px(13.5F),
                    .colour = theme.soft,
                    .place = ui::Place::top,
                    .max_lines = 2,
                    .smallest = frame.px(10)});
    }
    for (const auto& row : side.before) {
        if (rest.height < frame.px(42)) {
            break;
        }
        const Rect box = rest.cut_top(frame.px(42));
        Rect line = box.inset(frame.px(2), 0);
        frame.text(line.cut_start(frame.px(78), frame.px(8)), row.day,
                   {.size = frame.px(13.5F), .smallest = frame.px(10)});
        frame.text(line, row.what,
                   {.size = frame.px(13.5F), .colour = theme.soft, .max_lines = 2, .smallest = frame.px(10)});
        frame.line({box.x, box.bottom() - 1}, box.width, theme.line);
    }
}

} // namespace

void draw_record_side(Frame& frame, const Rect& area, const SideModel& side)
{
    const auto& theme = frame.theme();
    frame.fill(area, theme.card);
    frame.fill({area.x, area.y, 1, area.height}, theme.line);
    Rect rest = area.inset(frame.px(16), frame.px(16));
    const float foot = height_of(frame, side.foot, frame.px(12.5F), rest.width) + frame.px(4);
    frame.text(rest.cut_bottom(std::min(foot, frame.px(64)), frame.px(8)), side.foot,
               {.size = frame.px(12.5F),
                .colour = theme.soft,
                .place = ui::Place::top,
                .max_lines = 0,
                .smallest = frame.px(9)});
    if (side.clock) {
        draw_clock(frame, rest.cut_top(frame.px(78), frame.px(11)), *side.clock);
    }
    for (const auto& item : side.items) {
        draw_item(frame, rest.cut_top(frame.px(60), frame.px(9)), item);
    }
    draw_before(frame, rest, side);
}

} // namespace verandah::console
