// SPDX-License-Identifier: Apache-2.0
// What stands before a record, and after it: the card, her consent, the end.
#include "clinic/console/screens/door_parts.hpp"
#include "clinic/console/screens/record_parts.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

using ui::Align;
using ui::Frame;
using ui::Rect;
using ui::Weight;

Answer draw_card_field(Frame& frame, const Rect& rect, const RecordDoorModel& door)
{
    auto said = frame.field(rect, {.label = door.field,
                                   .value = door.typed.view(),
                                   .placeholder = door.field,
                                   .icon = ui::icon::qr_code_scanner,
                                   .most_bytes = most_card_bytes,
                                   .text_size = frame.px(16),
                                   .typed = ui::Field::Typed::as_dots,
                                   .focus = ui::Field::Focus::when_free});
    const bool is_changed = said.changed.has_value();
    auto typed = is_changed ? files::SecretText{*std::move(said.changed)} : door.typed;
    if (said.entered) {
        return RecordWish{OpenWithCard{std::move(typed)}};
    }
    return is_changed ? Answer{RecordWish{TypeRecordCard{std::move(typed)}}} : Answer{};
}

Answer draw_door_choices(Frame& frame, Rect rest, const RecordDoorModel& door)
{
    Answer answer;
    const bool has_main = door.field.empty();
    const auto cells = rest.cut_top(frame.px(56)).columns(static_cast<int>(door.choices.size()), frame.px(12));
    for (std::size_t index = 0; index < cells.size() && index < door.choices.size(); ++index) {
        const auto& choice = door.choices[index];
        const bool pressed =
            frame.button(cells[index], {.label = choice.label,
                                        .look = has_main && index == 0 ? ui::Look::main : ui::Look::outlined,
                                        .shortcut = choice.key == 0 ? ui::Shortcut{} : ui::shortcut(choice.key),
                                        .id = choice.id,
                                        .text_size = frame.px(17),
                                        .radius = frame.px(14)});
        note(answer, pressed ? Answer{choice.wish} : Answer{});
    }
    return answer;
}

} // namespace

Answer draw_record_door(Frame& frame, const Rect& area, const RecordDoorModel& door)
{
    const auto& theme = frame.theme();
    const float width = std::min(area.width - frame.px(48), frame.px(720));
    const float spoken = door.spoken.empty() ? 0 : height_of(frame, door.spoken, frame.px(21), width - frame.px(48));
    const float natural = frame.px(96 + 44 + 8 + 48 + 16) + (spoken > 0 ? spoken + frame.px(64) : 0) +
                          frame.px(door.field.empty() ? 0 : 66) + frame.px(door.trouble.empty() ? 0 : 46) +
                          frame.px(door.choices.empty() ? 0 : 60);
    Rect rest = area.centred({width, std::min(area.height, natural)});
    const auto colours = theme.swatch(door.tone);
    const float side = frame.px(80);
    const Rect sign = rest.cut_top(side, frame.px(16)).centred({side, side});
    const float pale = door.is_waiting ? 0.45F * (1 - breath(frame)) : 0;
    frame.fill(sign, colours.ground, side * 0.28F);
    frame.icon(sign.inset(side * 0.22F), door.icon, colours.ink.mixed(colours.ground, pale));
    frame.text(rest.cut_top(frame.px(44), frame.px(8)), door.title,
               {.size = frame.px(25), .weight = Weight::bold, .align = Align::centre, .smallest = frame.px(15)});
    if (!door.note.empty()) {
        frame.text(rest.cut_top(frame.px(48), frame.px(12)), door.note,
                   {.size = frame.px(15.5F),
                    .colour = theme.soft,
                    .align = Align::centre,
                    .place = ui::Place::top,
                    .max_lines = 2,
                    .smallest = frame.px(11)});
    }
    if (spoken > 0) {
        const Rect box = rest.cut_top(spoken + frame.px(44), frame.px(20));
        frame.panel(box, {.radius = frame.px(16)});
        frame.text(box.inset(frame.px(24), frame.px(20)), door.spoken,
                   {.size = frame.px(21), .place = ui::Place::top, .max_lines = 0, .smallest = frame.px(13)});
    }
    Answer answer;
    if (!door.trouble.empty()) {
        draw_notice(frame, rest.cut_top(frame.px(40), frame.px(6)), door.trouble);
    }
    if (!door.field.empty()) {
        note(answer, draw_card_field(frame, rest.cut_top(frame.px(54), frame.px(12)), door));
    }
    if (!door.choices.empty()) {
        note(answer, draw_door_choices(frame, rest, door));
    }
    return answer;
}

} // namespace verandah::console
