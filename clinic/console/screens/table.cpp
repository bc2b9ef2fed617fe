// SPDX-License-Identifier: Apache-2.0
// Head, rows in sight, and the words in place of rows.
#include "clinic/console/screens/table.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

using ui::Frame;
using ui::Rect;
using ui::Weight;
using Voice = TableCell::Voice;

/// Where each column begins and ends within a row.
std::vector<Rect> cells_of(Frame& frame, const Rect& row, std::span<const TableColumn> columns)
{
    const Rect inner = row.inset(frame.px(16), 0);
    const float gap = frame.px(10);
    const auto asked = [&](const TableColumn& column) {
        return column.pixels > 0 ? frame.px(column.pixels) : inner.width * column.share;
    };
    float left = inner.width - gap * static_cast<float>(std::max<std::size_t>(columns.size(), 1) - 1);
    std::size_t sharing = 0;
    for (const auto& column : columns) {
        left -= asked(column);
        sharing += asked(column) > 0 ? 0U : 1U;
    }
    const float part = std::max(0.0F, left) / static_cast<float>(std::max<std::size_t>(sharing, 1));
    std::vector<Rect> cells;
    cells.reserve(columns.size());
    Rect rest = inner;
    for (const auto& column : columns) {
        cells.push_back(rest.cut_start(asked(column) > 0 ? asked(column) : part, gap));
    }
    return cells;
}

ui::Colour ink_of(const ui::Theme& theme, const TableRow& row, Voice voice)
{
    if (voice == Voice::care) {
        return theme.swatch(ui::Tone::care).ink;
    }
    return row.pale || voice == Voice::quiet ? theme.soft : theme.ink;
}

ui::TextStyle style_of(Frame& frame, const TableRow& row, Voice voice, ui::Align align)
{
    const bool is_strong = voice == Voice::strong;
    const float size = is_strong ? 16.0F : voice == Voice::quiet ? 14.0F : 15.0F;
    return {.size = frame.px(size),
            .weight = is_strong ? Weight::bold : Weight::regular,
            .colour = ink_of(frame.theme(), row, voice),
            .align = align,
            .max_lines = 2,
            .smallest = frame.px(is_strong ? 8 : 10)};
}

void draw_badge(Frame& frame, const Rect& rect, const TableCell& cell, ui::Align align)
{
    ui::Badge badge{.label = cell.words, .icon = cell.icon, .tone = *cell.badge, .text_size = frame.px(13)};
    if (const float wide = frame.badge_size(badge).width; wide > rect.width) {
        badge.text_size *= rect.width / wide;
    }
    const float spare = std::max(0.0F, rect.width - frame.badge_size(badge).width);
    const float before = align == ui::Align::end ? spare : align == ui::Align::centre ? spare / 2 : 0;
    frame.badge({rect.x + before, rect.centre().y}, badge);
}

void draw_cell(Frame& frame, Rect rect, const TableRow& row, const TableCell& cell, ui::Align align)
{
    if (cell.badge) {
        if (!cell.words.empty()) {
            draw_badge(frame, rect, cell, align);
        }
        return;
    }
    if (cell.icon.shown()) {
        const bool is_strong = cell.voice == Voice::strong;
        const float side = frame.px(is_strong ? 20 : 18);
        const auto colour = is_strong && !row.pale ? frame.theme().teal : ink_of(frame.theme(), row, cell.voice);
        frame.icon(rect.cut_start(side, frame.px(is_strong ? 10 : 8)).centred({side, side}), cell.icon, colour);
    }
    frame.text(rect, cell.words, style_of(frame, row, cell.voice, align));
}

enum class Edge { between, last };

/// True when it was chosen in this frame.
bool draw_row(Frame& frame, const Rect& rect, const Table& table, const TableRow& row, Edge edge)
{
    const auto& theme = frame.theme();
    bool pressed = false;
    if (!row.label.empty()) {
        const auto touch = frame.touchable(rect, {.label = row.label, .id = row.id}, frame.px(6));
        if (touch.hovered || touch.held) {
            frame.fill(rect, theme.ink.faded(0.05F));
        }
        pressed = touch.activated;
    }
    const auto cells = cells_of(frame, rect, table.columns);
    for (std::size_t index = 0; index < cells.size() && index < row.cells.size(); ++index) {
        draw_cell(frame, cells[index], row, row.cells[index], table.columns[index].align);
    }
    if (row.chosen) {
        frame.outline(rect.inset(1), theme.teal, frame.px(8), frame.px(2.5F));
    } else if (edge == Edge::between) {
        frame.line({rect.x, rect.bottom() - 1}, rect.width, theme.line);
    }
    return pressed;
}

void draw_head(Frame& frame, const Rect& head, const Table& table)
{
    const auto cells = cells_of(frame, head, table.columns);
    for (std::size_t index = 0; index < cells.size(); ++index) {
        frame.text(cells[index], table.columns[index].label,
                   {.size = frame.px(13),
                    .weight = Weight::semibold,
                    .colour = frame.theme().soft,
                    .align = table.columns[index].align,
                    .smallest = frame.px(10)});
    }
    frame.line({head.x, head.bottom() - 1}, head.width, frame.theme().line);
}

ui::Icon sign_of(TableNote::Why why)
{
    switch (why) {
    case TableNote::Why::nothing_there: return {};
    case TableNote::Why::loading: return ui::icon::schedule;
    case TableNote::Why::failed: return ui::icon::warning;
    }
    return {};
}

/// True when it is to be tried again.
bool draw_note(Frame& frame, const Rect& area, const TableNote& note)
{
    const auto sign = sign_of(note.why);
    Rect box = area.centred({std::min(area.width - frame.px(40), frame.px(460)), frame.px(sign.shown() ? 190 : 150)});
    if (sign.shown()) {
        const float side = frame.px(30);
        frame.icon(box.cut_top(side, frame.px(10)).centred({side, side}), sign, frame.theme().soft);
    }
    frame.text(box.cut_top(frame.px(34), frame.px(8)), note.title,
               {.size = frame.px(21), .weight = Weight::bold, .align = ui::Align::centre, .smallest = frame.px(12)});
    frame.text(box.cut_top(frame.px(46), frame.px(10)), note.more,
               {.size = frame.px(15),
                .colour = frame.theme().soft,
                .align = ui::Align::centre,
                .place = ui::Place::top,
                .max_lines = 2,
                .smallest = frame.px(11)});
    if (note.again.empty()) {
        return false;
    }
    const float wide = frame.measure(note.again, {.size = frame.px(15), .weight = Weight::semibold}).width;
    return frame.button(box.centred({std::min(wide + frame.px(110), box.width), frame.px(46)}),
                        {.label = note.again,
                         .icon = ui::icon::replay,
                         .shortcut = ui::shortcut('R'),
                         .text_size = frame.px(15),
                         .radius = frame.px(12)});
}

} // namespace

TableAnswer draw_table(Frame& frame, const Rect& area, const Table& table, const std::function<TableRow(int)>& row_of)
{
    const float row_height = frame.px(table.row_pixels);
    Rect box = area;
    if (table.rows > 0) { // as high as its rows, so that a short list is not a large hole
        box.height = std::min(area.height, frame.px(38) + row_height * static_cast<float>(table.rows));
    }
    frame.panel(box, {.radius = frame.px(14)});
    if (table.rows <= 0) {
        return {.again = draw_note(frame, box, table.note)};
    }
    Rect rest = box.inset(1);
    draw_head(frame, rest.cut_top(frame.px(36)), table);
    TableAnswer answer;
    frame.list(rest, {.id = table.id, .rows = table.rows, .row_height = row_height}, [&](int index, const Rect& rect) {
        const auto edge = index + 1 == table.rows ? Edge::last : Edge::between;
        if (draw_row(frame, rect, table, row_of(index), edge)) {
            answer.chosen = index;
        }
        answer.last_in_sight = index;
    });
    return answer;
}

} // namespace verandah::console
