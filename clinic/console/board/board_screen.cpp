// SPDX-License-Identifier: Apache-2.0
// The board in units of its own height, wide or standing.
#include "clinic/console/board/board_screen.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace verandah::console {

namespace {

using ui::Align;
using ui::Frame;
using ui::Rect;
using ui::Weight;

constexpr float pulse_depth = 0.14F; ///< Soft: the number stays bright all the time.

/// The unit all sizes follow: a hundredth of the shorter side of a wide screen.
float unit_of(Frame& frame)
{
    const auto area = frame.area();
    return frame.portrait() ? area.width / 78 : std::min(area.height, area.width * 0.62F) / 100;
}

/// A door and its sign as one group.
void draw_room(Frame& frame, const Rect& area, const std::string& room, float size, Align align, Weight weight)
{
    const auto& theme = frame.theme();
    const ui::TextStyle style{.size = size,
                              .weight = weight,
                              .colour = weight == Weight::bold ? theme.board_ink : theme.board_mist,
                              .smallest = size * 0.6F};
    const float sign = size * 1.05F;
    const float gap = size * 0.4F;
    const float words = std::min(frame.measure(room, style).width + 2, area.width - sign - gap);
    const ui::Size group{sign + gap + words, area.height};
    Rect box = align == Align::centre ? area.centred(group) : area.at_end(group);
    frame.icon(box.cut_start(sign, gap).centred({sign, sign}), ui::icon::meeting_room, theme.board_mist);
    frame.text(box, room, style);
}

void draw_call(Frame& frame, Rect area, const BoardModel& model, float unit)
{
    const auto& theme = frame.theme();
    const auto& call = *model.call;
    const float come = frame.moving("call " + call.number + call.room, 1);
    float glow = 1;
    if (model.being_spoken && frame.view().motion == ui::Motion::full) {
        glow = 1 - pulse_depth * (0.5F - 0.5F * static_cast<float>(std::cos(frame.view().seconds * std::numbers::pi)));
        frame.again_in(0.04);
    }
    const float number_height = std::min(area.height * 0.5F, area.width * 0.62F);
    const float whole = unit * 10 + number_height + unit * 16;
    Rect group = area.centred({area.width, std::min(area.height, whole)}).moved(0, (1 - come) * unit * 6);
    frame.text(group.cut_top(unit * 9, unit), model.invitation,
               {.size = unit * 6, .colour = theme.board_mist, .align = Align::centre, .smallest = unit * 4});
    frame.text(group.cut_top(number_height), call.number,
               {.size = number_height * 1.08F,
                .weight = Weight::heavy,
                .colour = theme.marigold.mixed(theme.night, 1 - glow),
                .align = Align::centre,
                .smallest = number_height * 0.4F});
    draw_room(frame, group.cut_top(unit * 15), call.room, unit * 10, Align::centre, Weight::bold);
}

void draw_resting(Frame& frame, Rect area, const BoardModel& model, float unit)
{
    const auto& theme = frame.theme();
    Rect group = area.centred({area.width * 0.9F, std::min(area.height, unit * 60)});
    frame.house_mark(group.cut_top(unit * 26, unit * 5).centred({unit * 26, unit * 26}));
    frame.text(group.cut_top(unit * 12, unit), model.resting_title,
               {.size = unit * 9,
                .weight = Weight::bold,
                .colour = theme.board_ink,
                .align = Align::centre,
                .smallest = unit * 5});
    frame.text(group, model.resting_note,
               {.size = unit * 4.6F,
                .colour = theme.board_mist,
                .align = Align::centre,
                .place = ui::Place::top,
                .max_lines = 2,
                .smallest = unit * 4});
}

void draw_before(Frame& frame, Rect area, const BoardModel& model, float unit)
{
    const auto& theme = frame.theme();
    frame.text(area.cut_bottom(unit * 8), model.waiting,
               {.size = unit * 4.4F, .colour = theme.board_mist, .smallest = unit * 4});
    if (model.before.empty()) {
        return;
    }
    frame.text(area.cut_top(unit * 7, unit * 2), model.before_title,
               {.size = unit * 4.4F, .colour = theme.board_mist, .smallest = unit * 4});
    const float height = std::min(area.height / 4, unit * 16.5F);
    for (std::size_t index = 0; index < model.before.size(); ++index) {
        const auto& call = model.before[index];
        Rect row = area.cut_top(height);
        if (index > 0) {
            frame.fill({row.x, row.y, row.width, std::max(1.0F, unit * 0.14F)}, theme.board_line);
        }
        const ui::TextStyle number{
            .size = std::min(unit * 11, height * 0.66F), .weight = Weight::bold, .colour = theme.board_ink};
        frame.text(row.cut_start(std::min(frame.measure(call.number, number).width + 2, row.width * 0.45F), unit * 2),
                   call.number, number);
        draw_room(frame, row, call.room, std::min(unit * 5.6F, height * 0.4F), Align::end, Weight::regular);
    }
}

/// Small words in the corner for staff: reconnecting, no sound.
void draw_corner(Frame& frame, const Rect& area, const BoardModel& model, float unit)
{
    Rect line = area;
    const auto say = [&](const std::string& words, const ui::Icon& icon) {
        if (words.empty()) {
            return;
        }
        const ui::TextStyle style{.size = unit * 2.6F, .colour = frame.theme().board_mist};
        Rect pill = line.cut_start(frame.measure(words, style).width + unit * 8, unit * 2);
        frame.outline(pill, frame.theme().board_line, pill.height / 2, std::max(1.0F, unit * 0.2F));
        Rect inner = pill.inset(unit * 2, 0);
        frame.icon(inner.cut_start(unit * 3, unit), icon, frame.theme().board_mist);
        frame.text(inner, words, style);
    };
    say(model.reconnecting, ui::icon::sync);
    say(model.without_sound, ui::icon::volume_off);
}

} // namespace

void draw_board_screen(Frame& frame, const BoardModel& model)
{
    const auto& theme = frame.theme();
    const float unit = unit_of(frame);
    frame.gradient(frame.area(), theme.night_high, theme.night);
    // A slow circle of a few pixels, one turn in an hour: no edge stays on the same glass for years.
    const double turn = model.minutes * std::numbers::pi / 30;
    Rect rest = frame.area().moved(unit * 0.5F * static_cast<float>(std::cos(turn)),
                                   unit * 0.5F * static_cast<float>(std::sin(turn)));
    Rect aside = frame.portrait() ? rest.cut_bottom(rest.height * 0.46F) : rest.cut_end(rest.width * 0.355F);
    const Rect ground = frame.portrait() ? Rect{0, aside.y, frame.area().width, frame.area().height - aside.y}
                                         : Rect{aside.x, 0, frame.area().width - aside.x, frame.area().height};
    frame.fill(ground, theme.night.darker(0.08F));
    const float edge = std::max(1.0F, unit * 0.2F);
    frame.fill(frame.portrait() ? Rect{0, ground.y, ground.width, edge} : Rect{ground.x, 0, edge, ground.height},
               theme.board_line);
    if (model.call) {
        draw_call(frame, rest.inset(unit * 5), model, unit);
    } else {
        draw_resting(frame, rest.inset(unit * 5), model, unit);
    }
    draw_before(frame, aside.inset(unit * 6, unit * (frame.portrait() ? 4.0F : 6.0F)), model, unit);
    Rect corner = rest.inset(unit * 4, unit * 3);
    draw_corner(frame, corner.cut_bottom(unit * 5), model, unit);
}

} // namespace verandah::console
