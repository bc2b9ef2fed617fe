// SPDX-License-Identifier: Apache-2.0
// The list of everybody who waits, and the figures over it.
#include "clinic/console/screens/line_screen.hpp"

#include <array>

namespace verandah::console {

namespace {

using ui::Frame;
using ui::Rect;
using ui::Weight;

/// Where each column of the list begins and ends: number, here for, waiting, class, why. What somebody came for has
/// none where it is not told.
std::array<Rect, 5> line_cells(Frame& frame, const Rect& row, const ListModel& list)
{
    const bool tells_needs = list.headings.size() < 2 || !list.headings[1].empty();
    Rect rest = row.inset(frame.px(13), 0);
    const float width = rest.width;
    const float gap = frame.px(10);
    std::array<Rect, 5> cells;
    cells[0] = rest.cut_start(frame.px(64), gap);
    cells[1] = tells_needs ? rest.cut_start(width * 0.28F, gap) : Rect{rest.x, rest.y, 0, rest.height};
    cells[2] = rest.cut_start(width * 0.13F, gap);
    cells[3] = rest.cut_start(width * 0.135F, gap);
    cells[4] = rest;
    return cells;
}

void draw_next_tag(Frame& frame, Rect& cell, const std::string& label)
{
    const ui::TextStyle style{
        .size = frame.px(15), .weight = Weight::bold, .colour = frame.theme().teal, .align = ui::Align::end};
    frame.text(cell.cut_end(frame.measure(label, style).width + 2, frame.px(8)), label, style);
}

Answer draw_row(Frame& frame, const Rect& rect, const RowModel& row, const ListModel& list)
{
    const auto& theme = frame.theme();
    const auto touch = frame.touchable(rect, {.label = row.number, .id = "row " + row.number}, frame.px(6));
    if (row.next) {
        frame.fill(rect, theme.mist);
    }
    if (touch.hovered || touch.held) {
        frame.fill(rect, theme.ink.faded(0.05F));
    }
    const bool pale = row.dimmed || list.old;
    const auto ink = pale ? theme.soft : theme.ink;
    auto cells = line_cells(frame, rect, list);
    frame.text(cells[0], row.number,
               {.size = frame.px(22), .weight = Weight::bold, .colour = ink, .smallest = frame.px(14)});
    frame.text(cells[1], row.needs, {.size = frame.px(15), .colour = ink, .max_lines = 2, .smallest = frame.px(12)});
    frame.text(cells[2], row.waiting, {.size = frame.px(15), .colour = ink, .max_lines = 2, .smallest = frame.px(12)});
    ui::Badge badge{
        .label = row.class_label, .tone = pale ? ui::Tone::quiet : row.class_tone, .text_size = frame.px(13)};
    if (const float wide = frame.badge_size(badge).width; wide > cells[3].width) {
        badge.text_size *= cells[3].width / wide;
    }
    frame.badge({cells[3].x, cells[3].centre().y}, badge);
    if (row.next) {
        draw_next_tag(frame, cells[4], list.next_label);
    }
    frame.text(cells[4], row.reason,
               {.size = frame.px(13),
                .colour = row.next ? theme.swatch(ui::Tone::mist).ink : theme.soft,
                .max_lines = 2,
                .smallest = frame.px(11)});
    if (row.chosen) {
        frame.outline(rect.inset(1), theme.teal, frame.px(8), frame.px(2.5F));
    } else if (!row.next && &row != &list.rows.back()) {
        frame.line({rect.x, rect.bottom() - 1}, rect.width, theme.line);
    }
    return touch.activated ? Answer{ChooseRow{row.ticket}} : Answer{};
}

void draw_empty(Frame& frame, const Rect& area, const ListModel& list)
{
    const auto& theme = frame.theme();
    Rect box = area.centred({std::min(area.width, frame.px(440)), frame.px(190)});
    frame.house_mark(box.cut_top(frame.px(84), frame.px(16)).centred({frame.px(84), frame.px(84)}));
    frame.text(box.cut_top(frame.px(34)), list.empty_title,
               {.size = frame.px(21), .weight = Weight::bold, .align = ui::Align::centre, .smallest = frame.px(15)});
    frame.text(box, list.empty_note,
               {.size = frame.px(15),
                .colour = theme.soft,
                .align = ui::Align::centre,
                .place = ui::Place::top,
                .max_lines = 2});
}

Answer draw_list(Frame& frame, const Rect& area, const ListModel& list)
{
    const auto& theme = frame.theme();
    const float radius = frame.px(14);
    const float row_height = frame.px(row_pixels);
    Rect box = area;
    if (!list.rows.empty()) { // as high as its rows, so that a short line is not a large hole
        box.height = std::min(area.height, frame.px(38) + row_height * static_cast<float>(list.rows.size()));
    }
    frame.panel(box, {.radius = radius});
    if (list.rows.empty()) {
        draw_empty(frame, box, list);
        return {};
    }
    Rect rest = box.inset(1);
    const Rect head = rest.cut_top(frame.px(36));
    const auto cells = line_cells(frame, head, list);
    for (std::size_t index = 0; index < cells.size() && index < list.headings.size(); ++index) {
        frame.text(cells.at(index), list.headings[index],
                   {.size = frame.px(13), .weight = Weight::semibold, .colour = theme.soft, .smallest = frame.px(10)});
    }
    frame.line({head.x, head.bottom() - 1}, head.width, theme.line);
    Answer answer;
    frame.list(rest, {.id = line_list, .rows = static_cast<int>(list.rows.size()), .row_height = row_height},
               [&](int index, const Rect& rect) {
                   note(answer, draw_row(frame, rect, list.rows[static_cast<std::size_t>(index)], list));
               });
    return answer;
}

} // namespace

Answer draw_line_screen(Frame& frame, const Rect& area, const LineModel& model, const std::optional<AlertModel>& alert)
{
    Rect rest = area;
    const bool has_side = model.panel || alert;
    const Rect side = has_side ? rest.cut_end(std::min(frame.px(372), area.width * 0.36F)) : Rect{};
    Rect main = rest.inset(frame.px(20), frame.px(16));
    Answer answer = draw_head(frame, main.cut_top(frame.px(38), frame.px(12)), model.head);
    draw_figures(frame, main.cut_top(frame.px(75), frame.px(14)), model.figures);
    note(answer, draw_list(frame, main, model.list));
    if (has_side) {
        note(answer, draw_panel(frame, side, model.panel.value_or(PanelModel{}), alert));
    }
    return answer;
}

} // namespace verandah::console
