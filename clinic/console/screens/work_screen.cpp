// SPDX-License-Identifier: Apache-2.0
// One drawing for both lists.
#include "clinic/console/screens/work_screen.hpp"

#include "clinic/console/screens/door_parts.hpp"
#include "clinic/console/screens/table.hpp"

#include <algorithm>
#include <span>

namespace verandah::console {

namespace {

using ui::Frame;
using ui::Rect;
using ui::Weight;

constexpr float panel_pixels = 292;

constexpr float tab_pixels = 46;
constexpr float tab_gap_pixels = 8;
constexpr float least_beside_pixels = 62; ///< A tab's key, and room round its word.

Answer draw_narrow(Frame& frame, Rect& line, const WorkModel& model)
{
    if (model.narrow_label.empty()) {
        return {};
    }
    const auto& label = model.narrowed.empty() ? model.narrow_label : model.narrowed;
    const float wide = frame.measure(label, {.size = frame.px(15), .weight = Weight::semibold}).width;
    const bool pressed = frame.button(line.cut_end(std::min(wide + frame.px(100), line.width * 0.34F), frame.px(10)),
                                      {.label = label,
                                       .icon = ui::icon::filter_list,
                                       .shortcut = ui::shortcut('B'),
                                       .id = "narrow",
                                       .chosen = !model.narrowed.empty(),
                                       .text_size = frame.px(15),
                                       .icon_size = frame.px(19),
                                       .radius = frame.px(12)});
    return pressed ? Answer{DoWork{WorkDeed::narrow}} : Answer{};
}

float word_width(Frame& frame, const WorkTab& tab)
{
    return frame.measure(tab.label, {.size = frame.px(15), .weight = Weight::semibold}).width;
}

/// How many tabs stand in one line: all, or half of them where all would have no room.
std::size_t tabs_in_line(Frame& frame, float width, const std::vector<WorkTab>& tabs)
{
    float needed = 0;
    for (const auto& tab : tabs) {
        needed += word_width(frame, tab) + frame.px(least_beside_pixels + tab_gap_pixels);
    }
    return needed <= width ? tabs.size() : (tabs.size() + 1) / 2;
}

/// What room there is beside the words is shared alike, so that a long word keeps its own.
Answer draw_tab_line(Frame& frame, Rect line, std::span<const WorkTab> tabs)
{
    Answer answer;
    const auto count = static_cast<float>(std::max<std::size_t>(1, tabs.size()));
    float beside = line.width - frame.px(tab_gap_pixels) * (count - 1);
    for (const auto& tab : tabs) {
        beside -= word_width(frame, tab);
    }
    for (const auto& tab : tabs) {
        const float wide = word_width(frame, tab) + std::min(frame.px(96), beside / count);
        const bool pressed = frame.button(line.cut_start(wide, frame.px(tab_gap_pixels)),
                                          {.label = tab.label,
                                           .note = tab.count,
                                           .look = tab.chosen ? ui::Look::outlined : ui::Look::soft,
                                           .tone = tab.is_care ? ui::Tone::care : ui::Tone::mist,
                                           .shortcut = ui::shortcut(tab.letter),
                                           .chosen = tab.chosen,
                                           .text_size = frame.px(15),
                                           .note_size = frame.px(12.5F),
                                           .radius = frame.px(12)});
        note(answer, pressed ? Answer{tab.wish} : Answer{});
    }
    return answer;
}

/// Takes one line or two from the top of `rest`.
Answer draw_tabs(Frame& frame, Rect& rest, const WorkModel& model)
{
    Rect line = rest.cut_top(frame.px(tab_pixels), frame.px(tab_gap_pixels));
    Answer answer = draw_narrow(frame, line, model);
    const std::span tabs{model.tabs};
    const auto first = tabs_in_line(frame, line.width, model.tabs);
    note(answer, draw_tab_line(frame, line, tabs.first(first)));
    if (first < tabs.size()) {
        const Rect second = rest.cut_top(frame.px(tab_pixels), frame.px(tab_gap_pixels));
        note(answer, draw_tab_line(frame, second, tabs.subspan(first)));
    }
    return answer;
}

constexpr float report_pixels = 24;

/// Bars that get shorter, each with its number and its middle time; under them what is reported.
void draw_cascade(Frame& frame, const Rect& area, const WorkModel& model)
{
    const auto& cascade = model.cascade;
    frame.panel(area, {.radius = frame.px(12)});
    Rect inner = area.inset(frame.px(16), frame.px(8));
    for (auto line = model.reports.rbegin(); line != model.reports.rend(); ++line) {
        frame.text(inner.cut_bottom(frame.px(report_pixels)), *line,
                   {.size = frame.px(13), .weight = Weight::semibold, .smallest = frame.px(9)});
    }
    const auto cells = inner.columns(static_cast<int>(cascade.size()), frame.px(18));
    for (std::size_t index = 0; index < cascade.size(); ++index) {
        const auto& stage = cascade[index];
        Rect cell = cells[index];
        Rect top = cell.cut_top(frame.px(28));
        const float number = frame.measure(stage.value, {.size = frame.px(22), .weight = Weight::bold}).width;
        frame.text(top.cut_start(number + frame.px(2), frame.px(8)), stage.value,
                   {.size = frame.px(22), .weight = Weight::bold, .colour = frame.theme().deep});
        frame.text(top, stage.label, {.size = frame.px(14), .weight = Weight::semibold, .smallest = frame.px(10)});
        const Rect bar = cell.cut_top(frame.px(8), frame.px(4));
        frame.fill(bar, frame.theme().track, frame.px(4));
        frame.fill({bar.x, bar.y, std::max(bar.width * stage.part, stage.part > 0 ? frame.px(6) : 0), bar.height},
                   frame.theme().teal, frame.px(4));
        frame.text(cell, stage.note, {.size = frame.px(12.5F), .colour = frame.theme().soft, .smallest = frame.px(9)});
    }
}

Answer draw_list(Frame& frame, const Rect& area, const WorkModel& model)
{
    std::vector<TableColumn> columns;
    for (const auto& column : model.columns) {
        columns.push_back({.label = column.label, .share = column.share});
    }
    const auto row_of = [&](int index) {
        const auto& row = model.rows[static_cast<std::size_t>(index)];
        TableRow shown{.id = row.id, .label = row.label, .chosen = row.chosen, .pale = row.pale};
        for (const auto& cell : row.cells) {
            shown.cells.push_back({.words = cell.words, .voice = cell.voice, .icon = cell.icon, .badge = cell.badge});
        }
        return shown;
    };
    const int rows = static_cast<int>(model.rows.size());
    const auto answer = draw_table(
        frame, area,
        {.id = work_list,
         .columns = columns,
         .rows = rows,
         .note = {.why = model.why_empty, .title = model.empty_title, .more = model.empty_note, .again = model.again}},
        row_of);
    if (answer.again) {
        return AskWorkAgain{};
    }
    if (answer.chosen) {
        return ChooseWork{static_cast<std::size_t>(*answer.chosen)};
    }
    return rows > 0 && model.goes_on && answer.last_in_sight + rows_ahead >= rows ? Answer{ReadOnWork{}} : Answer{};
}

Answer draw_panel(Frame& frame, const Rect& area, const WorkPanel& panel)
{
    const auto& theme = frame.theme();
    frame.fill(area, theme.card);
    frame.fill({area.x, area.y, 1, area.height}, theme.line);
    Rect rest = area.inset(frame.px(18), frame.px(18));
    Answer answer;
    frame.text(rest.cut_top(frame.px(56)), panel.title,
               {.size = frame.px(20), .weight = Weight::bold, .max_lines = 2, .smallest = frame.px(13)});
    if (!panel.lead.empty()) {
        const ui::TextStyle lead{
            .size = frame.px(16), .weight = Weight::semibold, .place = ui::Place::top, .max_lines = 0};
        const float high = frame.measure(panel.lead, lead, rest.width).height;
        frame.text(rest.cut_top(high, frame.px(10)), panel.lead, lead);
    }
    for (const auto& line : panel.lines) {
        const float high = height_of(frame, line, frame.px(14), rest.width);
        frame.text(rest.cut_top(high + frame.px(4)), line,
                   {.size = frame.px(14), .colour = theme.soft, .place = ui::Place::top, .max_lines = 0});
    }
    rest.cut_top(frame.px(10));
    // What is possible first is the main one.
    const auto main = std::ranges::find(panel.deeds, true, &WorkDeedModel::is_possible);
    for (auto deed = panel.deeds.begin(); deed != panel.deeds.end(); ++deed) {
        const bool pressed = frame.button(rest.cut_top(frame.px(48), frame.px(8)),
                                          {.label = deed->label,
                                           .icon = deed->icon,
                                           .look = deed == main ? ui::Look::main : ui::Look::outlined,
                                           .shortcut = ui::shortcut(deed->letter),
                                           .enabled = deed->is_possible,
                                           .align = ui::Align::start,
                                           .text_size = frame.px(15),
                                           .icon_size = frame.px(20),
                                           .radius = frame.px(12)});
        note(answer, pressed ? Answer{DoWork{deed->deed}} : Answer{});
    }
    if (!panel.notice.empty()) {
        const auto colours = theme.swatch(panel.notice_is_care ? ui::Tone::care : ui::Tone::mist);
        const float high = height_of(frame, panel.notice, frame.px(14), rest.width - frame.px(28)) + frame.px(24);
        const Rect box = rest.cut_top(high);
        frame.panel(box, {.ground = colours.ground, .edge = colours.edge, .radius = frame.px(12)});
        frame.text(box.inset(frame.px(14), frame.px(10)), panel.notice,
                   {.size = frame.px(14), .weight = Weight::semibold, .colour = colours.ink, .max_lines = 0});
    }
    return answer;
}

} // namespace

Answer draw_work_screen(Frame& frame, const Rect& area, const WorkModel& model, const std::optional<AlertModel>& alert)
{
    Rect page = area;
    Answer answer = draw_panel(frame, page.cut_end(frame.px(panel_pixels)), model.panel);
    Rect rest = page.inset(frame.px(20), frame.px(16));
    note(answer, draw_head(frame, rest.cut_top(frame.px(38), frame.px(12)), model.head));
    if (alert) {
        note(answer, draw_alert(frame, rest.cut_top(frame.px(66), frame.px(12)), *alert));
    }
    if (!model.cascade.empty()) {
        const float reports = report_pixels * static_cast<float>(model.reports.size());
        draw_cascade(frame, rest.cut_top(frame.px(76 + reports), frame.px(10)), model);
    }
    if (!model.tabs.empty()) {
        note(answer, draw_tabs(frame, rest, model));
    }
    const Rect foot = rest.cut_bottom(frame.px(24), frame.px(6));
    frame.text(foot, model.foot, {.size = frame.px(13), .colour = frame.theme().soft, .smallest = frame.px(10)});
    note(answer, draw_list(frame, rest, model));
    return answer;
}

} // namespace verandah::console
