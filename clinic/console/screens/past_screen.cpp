// SPDX-License-Identifier: Apache-2.0
// A long list, what it is narrowed to above it, and whether it can be believed.
#include "clinic/console/screens/past_screen.hpp"

#include "clinic/console/screens/door_parts.hpp"

#include <algorithm>
#include <array>

namespace verandah::console {

namespace {

using ui::Frame;
using ui::Rect;
using ui::Weight;

/// So many rows before the end of the list more is asked for.
constexpr int rows_ahead = 30;

std::array<Rect, 4> columns(Frame& frame, const Rect& row)
{
    Rect rest = row.inset(frame.px(16), 0);
    const float width = rest.width;
    const float gap = frame.px(12);
    std::array<Rect, 4> cells;
    cells[0] = rest.cut_start(width * 0.19F, gap);
    cells[1] = rest.cut_start(width * 0.17F, gap);
    cells[3] = rest.cut_end(width * 0.16F, gap);
    cells[2] = rest;
    return cells;
}

void draw_row(Frame& frame, const Rect& rect, const DeedRow& row, bool is_last)
{
    const auto& theme = frame.theme();
    auto cells = columns(frame, rect);
    const ui::TextStyle soft{.size = frame.px(14), .colour = theme.soft, .smallest = frame.px(10)};
    frame.text(cells[0], row.when, soft);
    frame.text(cells[1], row.who,
               {.size = frame.px(15), .weight = Weight::semibold, .colour = theme.ink, .smallest = frame.px(10)});
    if (row.is_care) {
        const float side = frame.px(18);
        const auto ink = theme.swatch(ui::Tone::care).ink;
        frame.icon(cells[2].cut_start(side, frame.px(8)).centred({side, side}), ui::icon::warning, ink);
    }
    frame.text(cells[2], row.what,
               {.size = frame.px(15),
                .colour = row.is_care ? theme.swatch(ui::Tone::care).ink : theme.ink,
                .max_lines = 2,
                .smallest = frame.px(10)});
    frame.text(cells[3], row.where, soft);
    if (!is_last) {
        frame.line({rect.x, rect.bottom() - 1}, rect.width, theme.line);
    }
}

Answer draw_empty(Frame& frame, const Rect& area, const PastModel& model)
{
    Rect box = area.centred({std::min(area.width - frame.px(40), frame.px(460)), frame.px(150)});
    frame.text(box.cut_top(frame.px(34), frame.px(8)), model.empty_title,
               {.size = frame.px(21), .weight = Weight::bold, .align = ui::Align::centre, .smallest = frame.px(14)});
    frame.text(box.cut_top(frame.px(46), frame.px(10)), model.empty_note,
               {.size = frame.px(15),
                .colour = frame.theme().soft,
                .align = ui::Align::centre,
                .place = ui::Place::top,
                .max_lines = 2,
                .smallest = frame.px(11)});
    if (model.again.empty()) {
        return {};
    }
    const float wide = frame.measure(model.again, {.size = frame.px(15), .weight = Weight::semibold}).width;
    const bool pressed = frame.button(box.centred({std::min(wide + frame.px(110), box.width), frame.px(46)}),
                                      {.label = model.again,
                                       .icon = ui::icon::replay,
                                       .shortcut = ui::shortcut('R'),
                                       .text_size = frame.px(15),
                                       .radius = frame.px(12)});
    return pressed ? Answer{LookAgain{}} : Answer{};
}

Answer draw_list(Frame& frame, const Rect& area, const PastModel& model)
{
    const auto& theme = frame.theme();
    const float row_height = frame.px(deed_row_pixels);
    Rect box = area;
    const int rows = static_cast<int>(model.rows.size());
    if (rows > 0) {
        box.height = std::min(area.height, frame.px(38) + row_height * static_cast<float>(rows));
    }
    frame.panel(box, {.radius = frame.px(14)});
    if (rows == 0) {
        return draw_empty(frame, box, model);
    }
    Rect rest = box.inset(1);
    const Rect head = rest.cut_top(frame.px(36));
    const auto cells = columns(frame, head);
    for (std::size_t index = 0; index < cells.size() && index < model.headings.size(); ++index) {
        frame.text(cells.at(index), model.headings[index],
                   {.size = frame.px(13), .weight = Weight::semibold, .colour = theme.soft, .smallest = frame.px(10)});
    }
    frame.line({head.x, head.bottom() - 1}, head.width, theme.line);
    int last_seen = 0;
    frame.list(rest, {.id = deed_list, .rows = rows, .row_height = row_height}, [&](int index, const Rect& rect) {
        draw_row(frame, rect, model.rows[static_cast<std::size_t>(index)], index + 1 == rows);
        last_seen = index;
    });
    return model.goes_on && last_seen + rows_ahead >= rows ? Answer{ReadOn{}} : Answer{};
}

/// The filter's parts, each with a cross, and at the end what can be done with the list.
Answer draw_tools(Frame& frame, Rect line, const PastModel& model)
{
    Answer answer;
    const auto width = [&](const std::string& label) {
        return frame.measure(label, {.size = frame.px(15), .weight = Weight::semibold}).width + frame.px(100);
    };
    const auto tool = [&](const Rect& rect, const std::string& label, const ui::Icon& icon, char32_t letter,
                          const Wish& wish) {
        const bool pressed = frame.button(rect, {.label = label,
                                                 .icon = icon,
                                                 .shortcut = ui::shortcut(letter),
                                                 .weight = Weight::semibold,
                                                 .text_size = frame.px(15),
                                                 .icon_size = frame.px(19),
                                                 .radius = frame.px(12)});
        note(answer, pressed ? Answer{wish} : Answer{});
    };
    tool(line.cut_end(std::min(width(model.save_label), line.width * 0.3F), frame.px(12)), model.save_label,
         ui::icon::save, 'E', AskSave{});
    tool(line.cut_start(std::min(width(model.filter_label), line.width * 0.4F), frame.px(12)), model.filter_label,
         ui::icon::filter_list, 'F', AskFilter{});
    for (const auto& part : model.filters) {
        const ui::Button button{.label = part.label,
                                .icon = ui::icon::close,
                                .look = ui::Look::soft,
                                .tone = ui::Tone::mist,
                                .weight = Weight::semibold,
                                .text_size = frame.px(14),
                                .icon_size = frame.px(16),
                                .radius = frame.px(17)};
        const float wide =
            frame.measure(part.label, {.size = frame.px(14), .weight = Weight::semibold}).width + frame.px(58);
        const Rect place = line.cut_start(std::min(wide, line.width), frame.px(8));
        if (frame.button(place.centred({place.width, frame.px(34)}), button)) {
            note(answer, Answer{LeaveOut{part.part}});
        }
    }
    return answer;
}

void draw_check(Frame& frame, const Rect& rect, const CheckModel& check)
{
    const auto colours = frame.theme().swatch(check.tone);
    const bool is_trouble = check.tone == ui::Tone::care || check.tone == ui::Tone::soon;
    frame.panel(rect, {.ground = is_trouble ? colours.ground : frame.theme().card,
                       .edge = is_trouble ? colours.edge : frame.theme().line,
                       .radius = frame.px(12)});
    Rect inner = rect.inset(frame.px(14), frame.px(5));
    frame.icon(inner.cut_start(frame.px(22), frame.px(10)), check.icon, colours.ink);
    const ui::TextStyle words{.size = frame.px(15),
                              .weight = Weight::semibold,
                              .colour = is_trouble ? colours.ink : frame.theme().ink,
                              .smallest = frame.px(10.5F)};
    if (check.note.empty()) {
        frame.text(inner, check.words, words);
        return;
    }
    frame.text(inner.cut_top(inner.height * 0.5F), check.words, words);
    frame.text(
        inner, check.note,
        {.size = frame.px(13), .colour = is_trouble ? colours.ink : frame.theme().soft, .smallest = frame.px(9.5F)});
}

Answer draw_saved(Frame& frame, const Rect& rect, const SavedModel& saved)
{
    const auto colours = frame.theme().swatch(saved.is_care ? ui::Tone::care : ui::Tone::mist);
    frame.panel(rect, {.ground = colours.ground, .edge = colours.edge, .radius = frame.px(12)});
    Rect inner = rect.inset(frame.px(14), frame.px(6));
    bool pressed = false;
    if (!saved.close.empty()) {
        const float wide = frame.measure(saved.close, {.size = frame.px(14), .weight = Weight::semibold}).width;
        pressed = frame.button(inner.cut_end(wide + frame.px(78), frame.px(12)), {.label = saved.close,
                                                                                  .shortcut = ui::shortcut('K'),
                                                                                  .weight = Weight::semibold,
                                                                                  .text_size = frame.px(14),
                                                                                  .radius = frame.px(10)});
    }
    frame.icon(inner.cut_start(frame.px(22), frame.px(10)), saved.is_care ? ui::icon::warning : ui::icon::save,
               colours.ink);
    frame.text(inner, saved.words,
               {.size = frame.px(15),
                .weight = Weight::semibold,
                .colour = colours.ink,
                .max_lines = 2,
                .smallest = frame.px(10)});
    return pressed ? Answer{CloseSaved{}} : Answer{};
}

} // namespace

Answer draw_past_screen(Frame& frame, const Rect& area, const PastModel& model, const std::optional<AlertModel>& alert)
{
    Rect rest = area.inset(frame.px(20), frame.px(16));
    Answer answer = draw_head(frame, rest.cut_top(frame.px(38), frame.px(12)), model.head);
    if (alert) {
        note(answer, draw_alert(frame, rest.cut_top(frame.px(66), frame.px(12)), *alert));
    }
    if (!model.check.words.empty()) {
        const float high = frame.px(model.check.note.empty() ? 40 : 54);
        draw_check(frame, rest.cut_top(high, frame.px(10)), model.check);
    }
    note(answer, draw_tools(frame, rest.cut_top(frame.px(42), frame.px(10)), model));
    if (model.saved) {
        note(answer, draw_saved(frame, rest.cut_top(frame.px(52), frame.px(10)), *model.saved));
    }
    const Rect foot = rest.cut_bottom(frame.px(24), frame.px(6));
    frame.text(foot, model.foot, {.size = frame.px(13), .colour = frame.theme().soft, .smallest = frame.px(10)});
    note(answer, draw_list(frame, rest, model));
    return answer;
}

} // namespace verandah::console
