// SPDX-License-Identifier: Apache-2.0
// Twenty-four pictures, as large as they fit, and a dot for each that was touched: never which.
#include "clinic/console/screens/record_parts.hpp"

#include <algorithm>
#include <array>

namespace verandah::console {

namespace {

using ui::Align;
using ui::Frame;
using ui::Rect;

/// Permanent: which picture has which number. Things that everybody has seen, and nobody is offended by.
constexpr std::array<ui::Icon, domain::PicturePhrase::pictures> pictures{{
    {"wb_sunny", 0xE430},
    {"brightness_3", 0xE3A8},
    {"star", 0xE838},
    {"cloud", 0xE2BD},
    {"beach_access", 0xEB3E},
    {"local_florist", 0xE545},
    {"park", 0xEA63},
    {"terrain", 0xE564},
    {"whatshot", 0xE80E},
    {"pets", 0xE91D},
    {"favorite", 0xE87D},
    {"local_cafe", 0xE541},
    {"cake", 0xE7E9},
    {"home", 0xE88A},
    {"key", 0xE73C},
    {"wb_incandescent", 0xE42E},
    {"directions_bus", 0xE530},
    {"directions_bike", 0xE52F},
    {"directions_boat", 0xE532},
    {"flight", 0xE539},
    {"music_note", 0xE405},
    {"menu_book", 0xEA19},
    {"content_cut", 0xE14E},
    {"shopping_bag", 0xF1CC},
}};
constexpr int columns = 6;
constexpr int rows = 4;
static_assert(columns * rows == domain::PicturePhrase::pictures);

void draw_dots(Frame& frame, const Rect& line, const PicturesModel& model)
{
    const float side = frame.px(20);
    const float gap = frame.px(16);
    constexpr auto count = domain::PicturePhrase::length;
    Rect dots = line.centred({static_cast<float>(count) * side + static_cast<float>(count - 1) * gap, side});
    for (std::size_t dot = 0; dot < count; ++dot) {
        const Rect box = dots.cut_start(side, gap);
        if (dot < model.touched) {
            frame.fill(box, frame.theme().teal, side / 2);
        } else {
            frame.panel(box, {.edge = frame.theme().edge, .radius = side / 2, .thickness = frame.px(2)});
        }
    }
}

Answer draw_grid(Frame& frame, const Rect& area, const PicturesModel& model)
{
    Answer answer;
    const float gap = frame.px(12);
    const float high = (area.height - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
    Rect rest = area;
    int picture = 0;
    for (int row = 0; row < rows; ++row) {
        for (const auto& cell : rest.cut_top(high, gap).columns(columns, gap)) {
            const auto index = static_cast<std::size_t>(picture++);
            const bool pressed = frame.button(cell, {.label = model.labels[index],
                                                     .icon = pictures.at(index),
                                                     .tone = ui::Tone::teal,
                                                     .enabled = !model.is_waiting,
                                                     .icon_only = true,
                                                     .icon_size = std::min(high * 0.62F, frame.px(72)),
                                                     .radius = frame.px(16)});
            note(answer, pressed ? Answer{RecordWish{TouchPicture{picture}}} : Answer{});
        }
    }
    return answer;
}

} // namespace

Answer draw_pictures(Frame& frame, const Rect& area, const PicturesModel& model)
{
    Rect rest = area.inset(frame.px(28), frame.px(20));
    frame.text(rest.cut_top(frame.px(38)), model.title,
               {.size = frame.px(26), .weight = ui::Weight::bold, .align = Align::centre, .smallest = frame.px(15)});
    const bool is_trouble = !model.trouble.empty();
    frame.text(rest.cut_top(frame.px(28), frame.px(8)), is_trouble ? model.trouble : model.note,
               {.size = frame.px(16),
                .colour = is_trouble ? frame.theme().swatch(ui::Tone::care).ink : frame.theme().soft,
                .align = Align::centre,
                .smallest = frame.px(11)});
    draw_dots(frame, rest.cut_top(frame.px(26), frame.px(14)), model);
    Rect foot = rest.cut_bottom(frame.px(52), frame.px(14));
    Answer answer;
    if (frame.button(foot.cut_start(frame.px(260)), {.label = model.close,
                                                     .icon = ui::icon::close,
                                                     .shortcut = ui::shortcut('K'),
                                                     .enabled = !model.is_waiting,
                                                     .text_size = frame.px(16),
                                                     .icon_size = frame.px(20),
                                                     .radius = frame.px(14)})) {
        answer = RecordWish{ClosePictures{}};
    }
    if (!model.untouch.empty() &&
        frame.button(foot.cut_end(frame.px(260)), {.label = model.untouch,
                                                   .icon = ui::icon::backspace,
                                                   .shortcut = ui::shortcut(ui::Key::backspace),
                                                   .text_size = frame.px(16),
                                                   .icon_size = frame.px(20),
                                                   .radius = frame.px(14)})) {
        note(answer, Answer{RecordWish{UntouchPicture{}}});
    }
    note(answer, draw_grid(frame, rest, model));
    return answer;
}

} // namespace verandah::console
