// SPDX-License-Identifier: Apache-2.0
// Words at the start, the pad at the end, on the ground of the cover.
#include "clinic/console/screens/pin_screen.hpp"

#include "clinic/console/screens/door_parts.hpp"
#include "clinic/console/screens/keypad.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

using ui::Frame;
using ui::Rect;
using ui::Weight;

Answer draw_ways_out(Frame& frame, Rect rect, const PinModel& model)
{
    Answer answer;
    const auto pair = rect.columns(2, frame.px(10));
    const auto way = [&](const Rect& place, const std::string& label, const ui::Icon& icon, char32_t letter,
                         Wish wish) {
        if (frame.button(place, {.label = label,
                                 .icon = icon,
                                 .shortcut = ui::shortcut(letter),
                                 .align = ui::Align::start,
                                 .text_size = frame.px(15),
                                 .icon_size = frame.px(19),
                                 .radius = frame.px(12)})) {
            note(answer, std::move(wish));
        }
    };
    way(pair[0], model.somebody_else, ui::icon::swap_horiz, 'E', SomebodyElse{});
    way(pair[1], model.sign_out, ui::icon::logout, 'Q', SignOut{});
    return answer;
}

Answer draw_words(Frame& frame, Rect rest, const PinModel& model)
{
    const auto& theme = frame.theme();
    frame.house_mark(rest.cut_top(frame.px(84), frame.px(18)).at_start({frame.px(84), frame.px(84)}));
    frame.text(rest.cut_top(frame.px(40)), model.title,
               {.size = frame.px(30), .weight = Weight::bold, .colour = theme.on_rail, .smallest = frame.px(16)});
    frame.text(rest.cut_top(frame.px(30), frame.px(10)), model.whose,
               {.size = frame.px(19), .weight = Weight::semibold, .colour = theme.on_rail, .smallest = frame.px(12)});
    frame.text(rest.cut_top(frame.px(66), frame.px(10)), model.note,
               {.size = frame.px(15),
                .colour = theme.on_rail,
                .place = ui::Place::top,
                .max_lines = 0,
                .smallest = frame.px(10.5F)});
    Answer answer = draw_ways_out(frame, rest.cut_bottom(frame.px(52), frame.px(14)), model);
    draw_notice(frame, rest.cut_bottom(frame.px(62)), model.notice);
    return answer;
}

} // namespace

Answer draw_pin_screen(Frame& frame, const PinModel& model)
{
    draw_door_ground(frame);
    draw_quiet_alert(frame, model.alert);
    const float pad_width = frame.px(320);
    const float between = frame.px(64);
    const float width = std::min(frame.px(440) + between + pad_width, frame.area().width - frame.px(48));
    Rect rest = frame.area().centred({width, std::min(frame.px(430), frame.area().height - frame.px(150))});
    const Rect card = rest.cut_end(pad_width, between);
    Answer answer = draw_words(frame, rest, model);
    frame.panel(card, {.radius = frame.px(20), .raised = frame.px(14)});
    Rect inner = card.inset(frame.px(24), frame.px(22));
    frame.text(inner.cut_top(frame.px(26), frame.px(6)), model.is_under_way ? model.pad.why : model.pad.title,
               {.size = frame.px(15),
                .weight = Weight::semibold,
                .colour = frame.theme().soft,
                .align = ui::Align::centre,
                .smallest = frame.px(11)});
    draw_pin_dots(frame, inner.cut_top(frame.px(30), frame.px(12)), model.pad);
    note(answer, draw_keypad(frame, inner, model.pad));
    if (!model.link.empty()) {
        const ui::Badge badge{.label = model.link, .icon = ui::icon::sync, .tone = ui::Tone::soon};
        const auto size = frame.badge_size(badge);
        const Rect corner = frame.area().inset(frame.px(20)).cut_end(size.width);
        frame.badge({corner.x, corner.y + size.height / 2}, badge);
    }
    if (!frame.input().text.empty() && !answer) {
        if (auto digits = digits_in(frame.input().text); !digits.empty()) {
            answer = TypeDigits{files::SecretText{std::move(digits)}};
        }
    }
    return answer;
}

} // namespace verandah::console
