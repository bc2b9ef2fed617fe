// SPDX-License-Identifier: Apache-2.0
// Big choices: a tick and a filled ground when chosen, a small key at the corner where a key chooses.
#include "clinic/console/screens/record_parts.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

using ui::Frame;
using ui::Rect;
using ui::Weight;

constexpr float text_pixels = 15;
constexpr float tick_pixels = 18;
constexpr float tick_gap_pixels = 6;
constexpr float short_padding_pixels = 11;
constexpr float shortest_pixels = 48; // a finger

ui::TextStyle label_style(Frame& frame, const RecordChoice& choice)
{
    const auto& theme = frame.theme();
    return {.size = frame.px(text_pixels),
            .weight = choice.chosen ? Weight::bold : Weight::semibold,
            .colour = choice.is_care && choice.chosen ? theme.swatch(ui::Tone::care).ink
                      : choice.chosen                 ? theme.deep
                                                      : theme.ink,
            .align = choice.chosen && !choice.is_short ? ui::Align::start : ui::Align::centre,
            .max_lines = 1,
            .smallest = frame.px(10)};
}

/// Where the choice is narrow, its words have less around them; a chosen one's end is left for its key.
Rect inside(Frame& frame, Rect face, const RecordChoice& choice)
{
    if (choice.is_short) {
        return face.inset(frame.px(short_padding_pixels / 2), 0);
    }
    const float both = std::clamp(face.width - choice_width(frame, choice, 0), 2 * frame.px(least_choice_padding),
                                  2 * frame.px(choice_padding));
    const float end = choice.chosen ? frame.px(choice_padding) : both / 2;
    face.cut_end(end);
    face.cut_start(both - end);
    return face;
}

} // namespace

float choice_width(Frame& frame, const RecordChoice& choice, float padding)
{
    const float words = frame.measure(choice.label, {.size = frame.px(text_pixels), .weight = Weight::bold}).width;
    if (choice.is_short) {
        return std::max(words + frame.px(2 * short_padding_pixels), frame.px(shortest_pixels));
    }
    return words + frame.px(2 * padding + tick_pixels + tick_gap_pixels);
}

Answer draw_choice(Frame& frame, const Rect& rect, const RecordChoice& choice)
{
    const auto& theme = frame.theme();
    const float radius = std::min(frame.px(12), rect.height * 0.3F);
    const auto touch = frame.touchable(rect,
                                       {.label = choice.label,
                                        .id = choice.id,
                                        .shortcut = choice.key == 0 ? ui::Shortcut{} : ui::shortcut(choice.key)},
                                       radius);
    const auto plain = theme.swatch(ui::Tone::plain);
    const auto care = theme.swatch(ui::Tone::care);
    const auto ground = choice.chosen ? (choice.is_care ? care.ground : theme.mist) : theme.card;
    const auto edge = choice.chosen ? (choice.is_care ? care.ink : theme.teal) : plain.edge;
    const Rect face = rect.moved(0, touch.sunk);
    frame.panel(face, {.ground = touch.held || touch.hovered ? ground.darker(0.04F) : ground,
                       .edge = edge,
                       .radius = radius,
                       .thickness = choice.chosen ? frame.px(1.6F) : 1});
    Rect inner = inside(frame, face, choice);
    if (choice.chosen && !choice.is_short) {
        frame.icon(inner.cut_start(frame.px(tick_pixels), frame.px(tick_gap_pixels)), ui::icon::check, edge);
    }
    frame.text(inner, choice.label, label_style(frame, choice));
    if (choice.key != 0) {
        const float side = frame.px(15);
        const Rect corner{face.end() - side - frame.px(3), face.y + frame.px(2), side, frame.px(13)};
        frame.text(corner, std::string(1, static_cast<char>(choice.key)),
                   {.size = frame.px(11), .weight = Weight::bold, .colour = theme.soft, .align = ui::Align::end});
    }
    return touch.activated ? Answer{choice.wish} : Answer{};
}

float choices_height(const RecordMeasures& measures, std::span<const RecordChoice> choices, float width)
{
    if (choices.empty()) {
        return 0;
    }
    ui::Flow flow{{0, 0, width, 0}, measures.gap()};
    for (const auto& choice : choices) {
        static_cast<void>(flow.place({std::min(width, measures.width_of(choice)), measures.chip()}));
    }
    return flow.bottom();
}

Answer draw_choices(const RecordMeasures& measures, const Rect& area, std::span<const RecordChoice> choices)
{
    Answer answer;
    ui::Flow flow{area, measures.gap()};
    for (const auto& choice : choices) {
        const auto place = flow.place({std::min(area.width, measures.width_of(choice)), measures.chip()});
        note(answer, draw_choice(measures.frame, place, choice));
    }
    return answer;
}

Answer draw_main_choice(Frame& frame, const Rect& rect, const RecordChoice& choice)
{
    const bool pressed = frame.button(rect, {.label = choice.label,
                                             .look = ui::Look::main,
                                             .shortcut = choice.key == 0 ? ui::Shortcut{} : ui::shortcut(choice.key),
                                             .id = choice.id,
                                             .weight = Weight::semibold,
                                             .text_size = frame.px(text_pixels),
                                             .radius = frame.px(10)});
    return pressed ? Answer{choice.wish} : Answer{};
}

} // namespace verandah::console
