// SPDX-License-Identifier: Apache-2.0
// Greeting, choice, heading, countdown.
#include "kiosk/screens/parts.hpp"

#include "kiosk/screens/measures.hpp"
#include "kiosk/screens/page.hpp"

#include <algorithm>

namespace verandah::kiosk {
namespace {

float title_capitals(const ui::Frame& frame, const Greeting& greeting)
{
    if (!greeting.sign) {
        return frame.portrait() ? measures::welcome_portrait : measures::welcome_landscape;
    }
    return frame.portrait() ? measures::greeting_portrait : measures::greeting_landscape;
}

ui::TextStyle title_style(const ui::Frame& frame, const Greeting& greeting)
{
    return {.size = frame.capitals_mm(title_capitals(frame, greeting)),
            .weight = ui::Weight::bold,
            .align = ui::Align::centre,
            .place = ui::Place::top,
            .max_lines = 0,
            .smallest = frame.capitals_mm(12)};
}

ui::TextStyle note_style(const ui::Frame& frame)
{
    return {.size = frame.capitals_mm(frame.portrait() ? 9.6F : measures::note),
            .colour = frame.theme().soft,
            .align = ui::Align::centre,
            .place = ui::Place::top,
            .max_lines = 0,
            .smallest = least_text(frame)};
}

void draw_sign(ui::Frame& frame, const ui::Rect& box, const Greeting& greeting)
{
    if (!greeting.sign) {
        frame.house_mark(box);
        return;
    }
    const float side = std::min(box.width, box.height);
    const ui::Rect square = box.centred({side, side});
    const ui::Swatch colours = frame.theme().swatch(greeting.tone);
    frame.fill(square, colours.ground, side * 0.28F);
    frame.icon(square.inset(side * 0.22F), *greeting.sign, colours.ink);
}

/// One line when a slightly smaller title makes one; else two; never five.
ui::TextStyle fitted_title(ui::Frame& frame, const Greeting& greeting, const ui::Rect& room)
{
    ui::TextStyle style = title_style(frame, greeting);
    const float one_line = frame.measure(greeting.title, style).width;
    if (one_line > room.width && one_line * 0.78F <= room.width) {
        style.size *= room.width / one_line * 0.99F;
    }
    while (style.size > style.smallest && frame.measure(greeting.title, style, room.width).height > style.size * 2.9F) {
        style.size = std::max(style.smallest, style.size * 0.94F);
    }
    return style;
}

/// The narrowest column with as many lines: two lines of like length read better than one and a word.
float balanced_width(ui::Frame& frame, std::string_view words, const ui::TextStyle& style, float widest)
{
    const float height = frame.measure(words, style, widest).height;
    float narrow = widest / 2;
    float wide = widest;
    while (wide - narrow > 4) {
        const float middle = (narrow + wide) / 2;
        const ui::Size size = frame.measure(words, style, middle);
        (size.height <= height + 1 && size.width <= middle + 1 ? wide : narrow) = middle;
    }
    return wide;
}

void draw_balanced(ui::Frame& frame, const ui::Rect& room, std::string_view words, const ui::TextStyle& style)
{
    const float width = balanced_width(frame, words, style, room.width);
    frame.text({room.x + (room.width - width) / 2, room.y, width, room.height}, words, style);
}

void draw_greeting_in(ui::Frame& frame, const ui::Rect& room, const Greeting& greeting)
{
    const ui::TextStyle title = fitted_title(frame, greeting, room);
    const ui::TextStyle note = note_style(frame);
    const float title_height = frame.measure(greeting.title, title, room.width).height;
    const float note_height = frame.measure(greeting.note, note, room.width).height;
    const float gap = frame.mm(frame.portrait() ? 8 : 5);
    const float largest = greeting.sign ? (frame.portrait() ? 84.0F : 66.0F) : (frame.portrait() ? 112.0F : 88.0F);
    const float words = title_height + note_height + gap;
    const float sign = std::clamp(room.height - words - 2 * gap, 0.0F, frame.mm(largest));
    const bool sign_shown = sign >= frame.mm(24); // better none than a crumb
    const float all = words + (sign_shown ? sign + gap : 0);
    ui::Rect group = room.centred({room.width, std::min(all, room.height)});
    if (sign_shown) {
        draw_sign(frame, group.cut_top(sign, gap), greeting);
    }
    draw_balanced(frame, group.cut_top(title_height, gap / 2), greeting.title, title);
    draw_balanced(frame, group, greeting.note, note);
}

} // namespace

float least_text(const ui::Frame& frame)
{
    return frame.capitals_mm(measures::body) / frame.view().scale;
}

ui::Rect draw_greeting(ui::Frame& frame, ui::Rect rest, const Greeting& greeting, float controls)
{
    if (controls <= 0) {
        draw_greeting_in(frame, rest, greeting);
        return {};
    }
    if (frame.portrait()) {
        const ui::Rect below = rest.cut_bottom(controls, frame.mm(measures::gap));
        draw_greeting_in(frame, rest, greeting);
        return below;
    }
    const float width = 2 * call_width(frame, rest.width) + frame.mm(measures::gap);
    const ui::Rect beside = rest.cut_end(width, frame.mm(measures::margin));
    draw_greeting_in(frame, rest, greeting);
    return beside.centred({beside.width, std::min(controls, beside.height)});
}

bool draw_choice(ui::Frame& frame, const ui::Rect& rect, const Choice& choice)
{
    const float text_size =
        frame.capitals_mm(frame.portrait() ? measures::choice_portrait : measures::choice_landscape);
    return frame.button(rect, {.label = choice.label,
                               .note = choice.note,
                               .icon = choice.icon,
                               .look = choice.look,
                               .tone = choice.tone,
                               .chosen = choice.chosen,
                               .align = ui::Align::start,
                               .weight = ui::Weight::bold,
                               .text_size = text_size,
                               .note_size = frame.capitals_mm(measures::note),
                               .icon_size = std::min(frame.mm(36), rect.height * 0.5F),
                               .radius = frame.mm(measures::panel_radius),
                               .raised = frame.mm(2.4F)});
}

ui::Rect draw_heading(ui::Frame& frame, ui::Rect rest, std::string_view title, std::string_view note)
{
    const ui::TextStyle title_text{.size = frame.capitals_mm(measures::title),
                                   .weight = ui::Weight::bold,
                                   .place = ui::Place::top,
                                   .max_lines = 2,
                                   .smallest = frame.capitals_mm(12)};
    const ui::TextStyle note_text{.size = frame.capitals_mm(measures::note),
                                  .colour = frame.theme().soft,
                                  .place = ui::Place::top,
                                  .max_lines = 2,
                                  .smallest = least_text(frame)};
    frame.text(rest.cut_top(frame.measure(title, title_text, rest.width).height), title, title_text);
    if (!note.empty()) {
        frame.text(rest.cut_top(frame.measure(note, note_text, rest.width).height), note, note_text);
    }
    rest.cut_top(frame.mm(4));
    return rest;
}

float countdown_height(const ui::Frame& frame)
{
    return frame.mm(4 + 3) + frame.capitals_mm(measures::body) * 1.5F;
}

void draw_countdown(ui::Frame& frame, const ui::Rect& rect, float left, std::string_view words)
{
    ui::Rect box = rect;
    frame.progress(box.cut_top(frame.mm(4), frame.mm(3)), left);
    frame.text(box, words,
               {.size = frame.capitals_mm(measures::body),
                .colour = frame.theme().soft,
                .align = ui::Align::centre,
                .place = ui::Place::top,
                .smallest = least_text(frame)});
    frame.again_in(1);
}

} // namespace verandah::kiosk
