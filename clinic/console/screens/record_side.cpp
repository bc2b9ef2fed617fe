// SPDX-License-Identifier: Apache-2.0
// Beside the form: the clock, what waits, what belongs together, what was before.
#include "clinic/console/screens/door_parts.hpp"
#include "clinic/console/screens/record_parts.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

using ui::Frame;
using ui::Rect;
using ui::Weight;

void draw_item(Frame& frame, const Rect& rect, const SideItem& item)
{
    const auto colours = frame.theme().swatch(item.tone);
    frame.panel(rect, {.ground = colours.ground, .edge = colours.edge, .radius = frame.px(12)});
    Rect inner = rect.inset(frame.px(14), frame.px(7));
    frame.text(inner.cut_top(inner.height * 0.5F), item.title,
               {.size = frame.px(14.5F), .weight = Weight::bold, .colour = colours.ink, .smallest = frame.px(10)});
    frame.text(inner, item.note, {.size = frame.px(13.5F), .colour = colours.ink, .smallest = frame.px(10)});
}

constexpr float item_pixels = 60;
constexpr float item_gap_pixels = 9;
constexpr float row_pixels = 44; // a finger finds it

float side_height(Frame& frame, const SideModel& side)
{
    const auto items = static_cast<float>(side.items.size());
    const auto rows = static_cast<float>(side.before.size() + (side.before_empty.empty() ? 0 : 1));
    return items * frame.px(item_pixels + item_gap_pixels) + rows * frame.px(row_pixels);
}

Answer draw_before_row(Frame& frame, const Rect& box, const BeforeRow& row)
{
    const auto& theme = frame.theme();
    if (row.voice == BeforeRow::Voice::title) {
        frame.text(box.inset(frame.px(2), 0), row.what,
                   {.size = frame.px(15), .weight = Weight::bold, .smallest = frame.px(11)});
        return {};
    }
    Answer answer;
    if (row.wish) {
        const auto touch = frame.touchable(box, {.label = row.day + " " + row.what, .id = row.id}, frame.px(8));
        if (touch.hovered || touch.held) {
            frame.fill(box, theme.mist, frame.px(8));
        }
        answer = touch.activated ? Answer{*row.wish} : Answer{};
    }
    Rect line = box.inset(frame.px(2), 0);
    if (row.wish) {
        frame.icon(line.cut_end(frame.px(16), frame.px(6)), ui::icon::chevron_right, theme.soft);
    }
    frame.text(line.cut_start(frame.px(84), frame.px(8)), row.day, {.size = frame.px(13.5F), .smallest = frame.px(10)});
    frame.text(line, row.what,
               {.size = frame.px(13.5F), .colour = theme.soft, .max_lines = 2, .smallest = frame.px(10)});
    frame.line({box.x, box.bottom() - 1}, box.width, theme.line);
    return answer;
}

/// Everything below the clock. What is not in sight is not drawn, however much there is.
Answer draw_side_page(Frame& frame, Rect page, const Rect& sight, const SideModel& side)
{
    Answer answer;
    // One more at each end, so that the keys find it.
    const auto is_in_sight = [&](const Rect& box) {
        return box.bottom() + box.height >= sight.y && box.y <= sight.bottom() + box.height;
    };
    for (const auto& item : side.items) {
        if (const Rect box = page.cut_top(frame.px(item_pixels), frame.px(item_gap_pixels)); is_in_sight(box)) {
            draw_item(frame, box, item);
        }
    }
    if (!side.before_empty.empty()) {
        frame.text(page.cut_top(frame.px(row_pixels)), side.before_empty,
                   {.size = frame.px(13.5F), .colour = frame.theme().soft, .max_lines = 2, .smallest = frame.px(10)});
    }
    for (const auto& row : side.before) {
        if (const Rect box = page.cut_top(frame.px(row_pixels)); is_in_sight(box)) {
            note(answer, draw_before_row(frame, box, row));
        }
    }
    return answer;
}

} // namespace

void draw_record_clock(Frame& frame, const Rect& rect, const SideItem& clock)
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

Answer draw_record_side(Frame& frame, const Rect& area, const SideModel& side)
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
        draw_record_clock(frame, rest.cut_top(frame.px(78), frame.px(11)), *side.clock);
    }
    Answer answer;
    const float height = side_height(frame, side);
    if (height <= rest.height) {
        return draw_side_page(frame, rest, rest, side);
    }
    frame.scroll(rest, "side", height, [&](const Rect& page) { answer = draw_side_page(frame, page, rest, side); });
    return answer;
}

} // namespace verandah::console
