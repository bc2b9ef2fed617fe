// SPDX-License-Identifier: Apache-2.0
// The one that is chosen, and what can be done about it.
#include "clinic/console/screens/side_panel.hpp"

#include "clinic/console/screens/door_parts.hpp"

namespace verandah::console {

namespace {

using ui::Frame;
using ui::Rect;
using ui::Weight;

Answer draw_panel_deed(Frame& frame, const Rect& rect, const AccountDeed& deed, ui::Look look, WishOf wish_of)
{
    const bool pressed = frame.button(rect, {.label = deed.label,
                                             .icon = deed.icon,
                                             .look = look,
                                             .shortcut = ui::shortcut(deed.letter),
                                             .align = ui::Align::start,
                                             .text_size = frame.px(15),
                                             .icon_size = frame.px(20),
                                             .radius = frame.px(12)});
    return pressed ? Answer{wish_of(deed.errand)} : Answer{};
}

} // namespace

Answer draw_side_panel(Frame& frame, const Rect& area, const AccountPanel& panel, WishOf wish_of)
{
    const auto& theme = frame.theme();
    frame.fill(area, theme.card);
    frame.fill({area.x, area.y, 1, area.height}, theme.line);
    Rect rest = area.inset(frame.px(18), frame.px(18));
    Answer answer =
        draw_panel_deed(frame, rest.cut_top(frame.px(56), frame.px(22)), panel.add, ui::Look::main, wish_of);
    frame.text(rest.cut_top(frame.px(34)), panel.title,
               {.size = frame.px(21), .weight = Weight::bold, .smallest = frame.px(13)});
    const float high = height_of(frame, panel.note, frame.px(14), rest.width);
    frame.text(rest.cut_top(high + frame.px(2), frame.px(14)), panel.note,
               {.size = frame.px(14),
                .colour = theme.soft,
                .place = ui::Place::top,
                .max_lines = 0,
                .smallest = frame.px(11)});
    for (const auto& deed : panel.deeds) {
        note(answer,
             draw_panel_deed(frame, rest.cut_top(frame.px(50), frame.px(10)), deed, ui::Look::outlined, wish_of));
    }
    return answer;
}

} // namespace verandah::console
