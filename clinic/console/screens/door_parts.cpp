// SPDX-License-Identifier: Apache-2.0
// The pieces that cover, PIN and sign-in share.
#include "clinic/console/screens/door_parts.hpp"

#include <algorithm>

namespace verandah::console {

using ui::Frame;
using ui::Rect;

void draw_door_ground(Frame& frame)
{
    frame.gradient(frame.area(), frame.theme().rail, frame.theme().rail.darker(0.18F));
}

void draw_quiet_alert(Frame& frame, const std::string& words)
{
    if (words.empty()) {
        return;
    }
    const auto colours = frame.theme().swatch(ui::Tone::care);
    Rect band = frame.area().inset(frame.px(16)).cut_top(frame.px(52));
    band = band.centred({std::min(band.width, frame.px(420)), band.height});
    frame.panel(band, {.ground = colours.ground,
                       .edge = colours.ink.mixed(colours.ground, 0.5F * (1 - breath(frame))),
                       .radius = frame.px(14),
                       .thickness = frame.px(2)});
    Rect inner = band.inset(frame.px(16), 0);
    frame.icon(inner.cut_start(frame.px(26), frame.px(12)), ui::icon::notifications_active, colours.ink);
    frame.text(inner, words,
               {.size = frame.px(17), .weight = ui::Weight::bold, .colour = colours.ink, .smallest = frame.px(12)});
}

void draw_quiet_note(Frame& frame, const std::string& words)
{
    if (words.empty()) {
        return;
    }
    const auto& theme = frame.theme();
    const ui::TextStyle style{.size = frame.px(14), .colour = theme.ink, .align = ui::Align::centre};
    Rect rest = frame.area().inset(frame.px(12));
    const Rect foot = rest.cut_bottom(frame.px(36));
    const float width = std::min(frame.measure(words, style).width + frame.px(40), frame.area().width - frame.px(32));
    const Rect pill = foot.centred({width, foot.height});
    frame.panel(pill, {.radius = pill.height / 2, .raised = frame.px(6)});
    frame.text(pill.inset(frame.px(14), 0), words,
               {.size = style.size, .colour = style.colour, .align = style.align, .smallest = frame.px(10)});
}

void draw_notice(Frame& frame, const Rect& rect, const std::string& words)
{
    if (words.empty()) {
        return;
    }
    const auto colours = frame.theme().swatch(ui::Tone::soon);
    frame.panel(rect, {.ground = colours.ground, .edge = colours.edge, .radius = frame.px(12)});
    Rect inner = rect.inset(frame.px(12), frame.px(4));
    frame.icon(inner.cut_start(frame.px(18), frame.px(10)), ui::icon::info, colours.ink);
    frame.text(inner, words,
               {.size = frame.px(14),
                .weight = ui::Weight::semibold,
                .colour = colours.ink,
                .max_lines = 0,
                .smallest = frame.px(10.5F)});
}

float height_of(Frame& frame, const std::string& words, float size, float width)
{
    return words.empty() ? 0 : frame.measure(words, {.size = size, .max_lines = 0}, width).height;
}

} // namespace verandah::console
