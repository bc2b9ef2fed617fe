// SPDX-License-Identifier: Apache-2.0
// The number, how many are before it, where to sit, and the card to photograph.
#include "kiosk/screens/ticket_screen.hpp"

#include "kiosk/screens/measures.hpp"
#include "kiosk/screens/parts.hpp"

#include <algorithm>

namespace verandah::kiosk {
namespace {

/// A fact on a card of paper: an icon, a few bold words, a line below.
void draw_fact(ui::Frame& frame, const ui::Rect& rect, const ui::Icon& icon, std::string_view words,
               std::string_view note)
{
    frame.panel(rect, {.radius = frame.mm(measures::panel_radius), .thickness = std::max(1.0F, frame.mm(0.5F))});
    ui::Rect inner = rect.inset(frame.mm(7), frame.mm(5));
    frame.icon(inner.cut_start(frame.mm(20), frame.mm(6)), icon, frame.theme().swatch(ui::Tone::care).ink);
    ui::TextStyle bold{.size = frame.capitals_mm(measures::action),
                       .weight = ui::Weight::bold,
                       .place = ui::Place::top,
                       .max_lines = 2,
                       .smallest = least_text(frame)};
    const ui::TextStyle soft{.size = frame.capitals_mm(measures::body),
                             .colour = frame.theme().soft,
                             .place = ui::Place::top,
                             .max_lines = 2,
                             .smallest = least_text(frame)};
    if (const float one_line = frame.measure(words, bold).width;
        one_line > inner.width && one_line * 0.8F <= inner.width) {
        bold.size *= inner.width / one_line * 0.99F; // a little smaller rather than one word on a line of its own
    }
    ui::TextStyle alone = bold;
    alone.place = ui::Place::middle;
    const float bold_height = frame.measure(words, bold, inner.width).height;
    const float soft_height = frame.measure(note, soft, inner.width).height;
    const bool both = bold_height + soft_height <= inner.height; // the note is worth less than the size of the words
    ui::Rect group = inner.centred({inner.width, both ? bold_height + soft_height : inner.height});
    frame.text(both ? group.cut_top(bold_height) : group, words, both ? bold : alone);
    if (both) {
        frame.text(group, note, soft);
    }
}

void draw_number(ui::Frame& frame, ui::Rect room, const TicketModel& model)
{
    const float alone = model.card ? measures::number_portrait : measures::number_alone;
    const float capitals = frame.portrait() ? alone : measures::number_landscape;
    const ui::TextStyle title{.size = frame.capitals_mm(frame.portrait() ? 12.0F : measures::action),
                              .colour = frame.theme().soft,
                              .align = ui::Align::centre,
                              .place = ui::Place::top};
    const float title_height = frame.measure(model.title, title).height;
    // The number's own box is its capitals: digits have nothing below the line.
    const float number_height = std::min(frame.mm(capitals), room.height - title_height - frame.mm(8));
    ui::Rect group = room.centred({room.width, title_height + frame.mm(6) + number_height});
    frame.text(group.cut_top(title_height, frame.mm(6)), model.title, title);
    frame.text(group, model.number,
               {.size = number_height / ui::capital_part,
                .weight = ui::Weight::heavy,
                .colour = frame.theme().deep,
                .align = ui::Align::centre,
                .smallest = frame.capitals_mm(60)});
}

void draw_card(ui::Frame& frame, const ui::Rect& rect, const CardToPhotograph& card)
{
    frame.panel(rect, {.radius = frame.mm(measures::panel_radius), .thickness = std::max(1.0F, frame.mm(0.5F))});
    ui::Rect inner = rect.inset(frame.mm(8));
    const bool beside = inner.width > inner.height * 1.5F;
    const ui::Align align = beside ? ui::Align::start : ui::Align::centre;
    const ui::TextStyle title{.size = frame.capitals_mm(measures::action),
                              .weight = ui::Weight::bold,
                              .align = align,
                              .place = ui::Place::top,
                              .max_lines = 0,
                              .smallest = least_text(frame)};
    const ui::TextStyle note{.size = frame.capitals_mm(measures::body),
                             .colour = frame.theme().soft,
                             .align = align,
                             .place = ui::Place::top,
                             .max_lines = 0,
                             .smallest = least_text(frame)};
    if (beside) {
        frame.qr(inner.cut_start(std::min(inner.height, inner.width * 0.44F), frame.mm(8)), card.code);
    }
    const float title_height = frame.measure(card.title, title, inner.width).height;
    const float note_height = frame.measure(card.note, note, inner.width).height;
    const float words_height = title_height + note_height + frame.mm(2);
    if (!beside) {
        frame.qr(inner.cut_top(std::max(0.0F, inner.height - words_height - frame.mm(3)), frame.mm(3)), card.code);
    }
    ui::Rect group = inner.centred({inner.width, std::min(inner.height, words_height)});
    frame.text(group.cut_top(title_height, frame.mm(2)), card.title, title);
    frame.text(group, card.note, note);
}

void draw_facts(ui::Frame& frame, const std::vector<ui::Rect>& places, const TicketModel& model)
{
    draw_fact(frame, places[0], ui::icon::groups, model.before, model.before_note);
    draw_fact(frame, places[1], ui::icon::weekend, model.seat, model.seat_note);
}

/// Beside a card on a low screen there is room for the two facts alone.
void draw_short_facts(ui::Frame& frame, const std::vector<ui::Rect>& places, const TicketModel& model)
{
    draw_fact(frame, places[0], ui::icon::groups, model.before, {});
    draw_fact(frame, places[1], ui::icon::weekend, model.seat, {});
}

void draw_portrait(ui::Frame& frame, ui::Rect rest, const TicketModel& model)
{
    const float gap = frame.mm(measures::gap);
    if (model.card) {
        draw_card(frame, rest.cut_bottom(std::min(frame.mm(132), rest.height * 0.36F), gap), *model.card);
    }
    const ui::Rect facts = rest.cut_bottom(std::min(frame.mm(80), rest.height * 0.36F), gap);
    draw_facts(frame, facts.columns(2, gap), model);
    draw_number(frame, rest, model);
}

void draw_landscape(ui::Frame& frame, const ui::Rect& rest, const TicketModel& model)
{
    const float gap = frame.mm(measures::gap);
    ui::Rect start = rest;
    const ui::Rect beside = start.cut_end(2 * call_width(frame, rest.width) + gap, gap * 2);
    if (model.card) {
        const ui::Rect facts = start.cut_bottom(frame.mm(72), gap);
        draw_short_facts(frame, facts.rows(2, gap), model);
        draw_number(frame, start, model);
        draw_card(frame, beside, *model.card);
        return;
    }
    draw_number(frame, start, model);
    const float height = std::min(frame.mm(64), (beside.height - gap) / 2);
    draw_facts(frame, beside.centred({beside.width, 2 * height + gap}).rows(2, gap), model);
}

} // namespace

std::optional<Touch> draw_ticket_screen(ui::Frame& frame, const TicketModel& model)
{
    Page page = draw_page(frame, model.page);
    const ui::Rect countdown = page.rest.cut_bottom(countdown_height(frame), frame.mm(measures::gap));
    draw_countdown(frame, countdown, model.countdown.left, model.countdown.words);
    frame.portrait() ? draw_portrait(frame, page.rest, model) : draw_landscape(frame, page.rest, model);
    return page.main_pressed ? std::optional<Touch>{Finish{}} : page.touch;
}

} // namespace verandah::kiosk
