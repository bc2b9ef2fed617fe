// SPDX-License-Identifier: Apache-2.0
// A list of accounts, and beside it the one that is chosen.
#include "clinic/console/screens/staff_screen.hpp"

#include "clinic/console/screens/side_panel.hpp"

#include <algorithm>
#include <array>

namespace verandah::console {

namespace {

using ui::Frame;
using ui::Rect;
using ui::Weight;

constexpr float account_row_pixels = 47;

/// Account, role, last signed in, state, records.
std::array<Rect, 5> columns(Frame& frame, const Rect& row)
{
    Rect rest = row.inset(frame.px(16), 0);
    const float width = rest.width;
    const float gap = frame.px(10);
    std::array<Rect, 5> cells;
    cells[0] = rest.cut_start(width * 0.22F, gap);
    cells[1] = rest.cut_start(width * 0.22F, gap);
    cells[2] = rest.cut_start(width * 0.18F, gap);
    cells[3] = rest.cut_start(width * 0.16F, gap);
    cells[4] = rest;
    return cells;
}

Answer draw_row(Frame& frame, const Rect& rect, const AccountRow& row, bool is_last)
{
    const auto& theme = frame.theme();
    const auto account = row.account.text();
    const auto touch = frame.touchable(rect, {.label = account, .id = "account " + account}, frame.px(6));
    if (touch.hovered || touch.held) {
        frame.fill(rect, theme.ink.faded(0.05F));
    }
    const auto ink = row.is_open ? theme.ink : theme.soft;
    const auto cells = columns(frame, rect);
    frame.text(cells[0], account,
               {.size = frame.px(16), .weight = Weight::bold, .colour = ink, .smallest = frame.px(10)});
    frame.text(cells[1], row.role, {.size = frame.px(15), .colour = ink, .max_lines = 2, .smallest = frame.px(10)});
    frame.text(cells[2], row.last_signed_in,
               {.size = frame.px(14), .colour = theme.soft, .max_lines = 2, .smallest = frame.px(10)});
    ui::Badge state{
        .label = row.state, .tone = row.is_open ? ui::Tone::mist : ui::Tone::quiet, .text_size = frame.px(13)};
    if (const float wide = frame.badge_size(state).width; wide > cells[3].width) {
        state.text_size *= cells[3].width / wide;
    }
    frame.badge({cells[3].x, cells[3].centre().y}, state);
    Rect records = cells[4];
    if (!row.records.empty()) {
        const float side = frame.px(18);
        frame.icon(records.cut_start(side, frame.px(8)).centred({side, side}), ui::icon::key, theme.soft);
        frame.text(records, row.records,
                   {.size = frame.px(14), .colour = theme.soft, .max_lines = 2, .smallest = frame.px(10)});
    }
    if (row.chosen) {
        frame.outline(rect.inset(1), theme.teal, frame.px(8), frame.px(2.5F));
    } else if (!is_last) {
        frame.line({rect.x, rect.bottom() - 1}, rect.width, theme.line);
    }
    return touch.activated ? Answer{ChooseAccount{row.account}} : Answer{};
}

Answer draw_list(Frame& frame, const Rect& area, const StaffModel& model)
{
    const auto& theme = frame.theme();
    const float row_height = frame.px(account_row_pixels);
    Rect box = area;
    if (!model.rows.empty()) {
        box.height = std::min(area.height, frame.px(38) + row_height * static_cast<float>(model.rows.size()));
    }
    frame.panel(box, {.radius = frame.px(14)});
    if (model.rows.empty()) {
        frame.text(box.inset(frame.px(30)), model.empty,
                   {.size = frame.px(16),
                    .colour = theme.soft,
                    .align = ui::Align::centre,
                    .max_lines = 3,
                    .smallest = frame.px(12)});
        return {};
    }
    Rect rest = box.inset(1);
    const Rect head = rest.cut_top(frame.px(36));
    const auto cells = columns(frame, head);
    for (std::size_t index = 0; index < cells.size() && index < model.headings.size(); ++index) {
        frame.text(cells.at(index), model.headings[index],
                   {.size = frame.px(13), .weight = Weight::semibold, .colour = theme.soft, .smallest = frame.px(10)});
    }
    frame.line({head.x, head.bottom() - 1}, head.width, theme.line);
    Answer answer;
    const int rows = static_cast<int>(model.rows.size());
    frame.list(rest, {.id = "accounts", .rows = rows, .row_height = row_height}, [&](int index, const Rect& rect) {
        note(answer, draw_row(frame, rect, model.rows[static_cast<std::size_t>(index)], index + 1 == rows));
    });
    return answer;
}

} // namespace

Answer draw_staff_screen(Frame& frame, const Rect& area, const StaffModel& model,
                         const std::optional<AlertModel>& alert)
{
    Rect rest = area;
    Answer answer;
    if (model.panel) {
        const Rect side = rest.cut_end(std::min(frame.px(372), area.width * 0.36F));
        note(answer, draw_side_panel(frame, side, *model.panel,
                                     [](Errand errand) { return Wish{SessionWish{AskAccount{errand}}}; }));
    }
    Rect main = rest.inset(frame.px(20), frame.px(16));
    note(answer, draw_head(frame, main.cut_top(frame.px(38), frame.px(12)), model.head));
    if (alert) {
        note(answer, draw_alert(frame, main.cut_top(frame.px(66), frame.px(12)), *alert));
    }
    note(answer, draw_list(frame, main, model));
    return answer;
}

} // namespace verandah::console
