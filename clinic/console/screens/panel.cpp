// SPDX-License-Identifier: Apache-2.0
// Who is here and what can be done.
#include "clinic/console/screens/line_screen.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

namespace icon = ui::icon;
using ui::Align;
using ui::Frame;
using ui::Rect;
using ui::Weight;

struct CardColours {
    ui::Colour ground, ink, soft, edge;
};

CardColours colours_of(const ui::Theme& theme, CardModel::Kind kind)
{
    const auto of = [](const ui::Swatch& swatch) {
        return CardColours{swatch.ground, swatch.ink, swatch.soft, swatch.edge};
    };
    switch (kind) {
    case CardModel::Kind::here: return of(theme.swatch(ui::Tone::deep));
    case CardModel::Kind::on_the_way: return of(theme.swatch(ui::Tone::soon));
    case CardModel::Kind::chosen: return of(theme.swatch(ui::Tone::mist));
    case CardModel::Kind::nobody: break;
    }
    return {theme.desk, theme.soft, theme.soft, theme.line};
}

/// Words at the start and at the end of one line; the end ones get what they need.
void draw_pair(Frame& frame, Rect line, const std::string& start, const std::string& end, ui::Colour colour)
{
    const float size = frame.px(14);
    if (!end.empty()) {
        const float width = std::min(frame.measure(end, {.size = size}).width + 2, line.width * 0.6F);
        frame.text(line.cut_end(width, frame.px(10)), end,
                   {.size = size, .colour = colour, .align = Align::end, .smallest = frame.px(10)});
    }
    frame.text(line, start, {.size = size, .colour = colour, .max_lines = 2, .smallest = frame.px(10)});
}

Answer draw_card(Frame& frame, const Rect& rect, const CardModel& card)
{
    const auto colours = colours_of(frame.theme(), card.kind);
    frame.panel(rect, {.ground = colours.ground, .edge = colours.edge, .radius = frame.px(16)});
    Rect inner = rect.inset(frame.px(20), frame.px(10));
    if (card.kind == CardModel::Kind::nobody) {
        frame.text(inner.cut_top(inner.height * 0.5F), card.title,
                   {.size = frame.px(19),
                    .weight = Weight::bold,
                    .colour = colours.ink,
                    .place = ui::Place::bottom,
                    .smallest = frame.px(14)});
        frame.text(inner, card.needs,
                   {.size = frame.px(14),
                    .colour = colours.soft,
                    .place = ui::Place::top,
                    .max_lines = 2,
                    .smallest = frame.px(11)});
        return {};
    }
    Answer answer;
    Rect head = inner.cut_top(frame.px(26));
    if (!card.leave.empty()) {
        const float side = frame.px(28);
        if (frame.button(head.cut_end(side, frame.px(8)), {.label = card.leave,
                                                           .icon = icon::close,
                                                           .look = ui::Look::bare,
                                                           .icon_only = true,
                                                           .icon_size = frame.px(20)})) {
            answer = LeaveRow{};
        }
    }
    draw_pair(frame, head, card.title, card.since, colours.soft);
    const Rect foot = inner.cut_bottom(frame.px(26));
    frame.text(inner, card.number,
               {.size = std::min(frame.px(90), inner.height * 1.16F),
                .weight = Weight::heavy,
                .colour = colours.ink,
                .smallest = frame.px(30)});
    draw_pair(frame, foot, card.needs, card.waited, colours.soft);
    return answer;
}

/// Natural heights, squeezed together when the screen is too low for them (large text on a small screen).
struct PanelHeights {
    float squeeze;
    [[nodiscard]] float of(float pixels) const { return pixels * squeeze; }
};

Answer draw_take_slip(Frame& frame, const Rect& rect, const std::string& label)
{
    const bool pressed = frame.button(rect, {.label = label,
                                             .icon = icon::qr_code_scanner,
                                             .shortcut = ui::shortcut('9'),
                                             .align = Align::start,
                                             .text_size = frame.px(15),
                                             .icon_size = frame.px(20),
                                             .radius = frame.px(12)});
    return pressed ? Answer{AskCounterfoil{}} : Answer{};
}

void draw_panel_notice(Frame& frame, const Rect& rect, const PanelModel& model)
{
    if (model.notice.empty()) {
        return;
    }
    const auto colours = frame.theme().swatch(model.notice_is_care ? ui::Tone::soon : ui::Tone::mist);
    frame.fill(rect, colours.ground, frame.px(12));
    Rect inner = rect.inset(frame.px(12), frame.px(2));
    frame.icon(inner.cut_start(frame.px(18), frame.px(8)), model.notice_is_care ? icon::info : icon::check_circle,
               colours.ink);
    frame.text(inner, model.notice,
               {.size = frame.px(13),
                .weight = Weight::semibold,
                .colour = colours.ink,
                .max_lines = 2,
                .smallest = frame.px(10)});
}

} // namespace

Answer draw_panel(Frame& frame, const Rect& area, const PanelModel& model, const std::optional<AlertModel>& alert)
{
    const auto& theme = frame.theme();
    frame.fill(area, theme.card);
    frame.fill({area.x, area.y, 1, area.height}, theme.line);
    Rect rest = area.inset(frame.px(18), frame.px(16));
    const auto deed_rows = (model.deeds.size() + 1) / 2;
    const auto if_there = [](bool is_there, float pixels) { return is_there ? pixels : 0.0F; };
    const float natural =
        frame.px(if_there(alert.has_value(), 106) + if_there(model.card.has_value(), 168) +
                 if_there(model.call_next.has_value(), 74) + 56 * static_cast<float>(deed_rows) +
                 if_there(model.add_person.has_value(), 60) + if_there(!model.take_slip.empty(), 56) + 104);
    const PanelHeights heights{std::min(1.0F, rest.height / natural)};
    const float gap = heights.of(frame.px(10));
    Answer answer;
    if (alert) {
        answer = draw_alert(frame, rest.cut_top(heights.of(frame.px(96)), gap), *alert);
    }
    if (model.card) {
        note(answer, draw_card(frame, rest.cut_top(heights.of(frame.px(158)), gap), *model.card));
    }
    if (model.call_next) {
        note(answer, draw_deed(frame, rest.cut_top(heights.of(frame.px(64)), gap), *model.call_next, Standing::main));
    }
    for (std::size_t row = 0; row < deed_rows; ++row) {
        const auto pair = rest.cut_top(heights.of(frame.px(46)), gap).columns(2, frame.px(10));
        for (std::size_t index = 2 * row; index < std::min(2 * row + 2, model.deeds.size()); ++index) {
            note(answer, draw_deed(frame, pair[index % 2], model.deeds[index]));
        }
    }
    if (model.add_person) {
        const auto standing = model.call_next ? Standing::usual : Standing::main;
        note(answer, draw_deed(frame, rest.cut_top(heights.of(frame.px(46)), gap), *model.add_person, standing));
    }
    if (!model.take_slip.empty()) {
        note(answer, draw_take_slip(frame, rest.cut_top(heights.of(frame.px(46)), gap), model.take_slip));
    }
    if (model.undo) {
        note(answer, draw_deed(frame, rest.cut_bottom(heights.of(frame.px(46)), gap), *model.undo, Standing::quiet));
    }
    draw_panel_notice(frame, rest.cut_bottom(std::min(rest.height, heights.of(frame.px(44)))), model);
    return answer;
}

} // namespace verandah::console
