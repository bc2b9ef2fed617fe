// SPDX-License-Identifier: Apache-2.0
// A list of what is kept; or one of it: how much there is, its batches, what can be done, and how it came to be so.
#include "clinic/console/screens/stock_screen.hpp"

#include "clinic/console/screens/door_parts.hpp"
#include "clinic/console/screens/table.hpp"

#include <algorithm>
#include <array>

namespace verandah::console {

namespace {

using ui::Frame;
using ui::Rect;
using ui::Weight;
using Voice = TableCell::Voice;

constexpr std::size_t most_batches = 5; ///< That there is room for beside the movements.

TableNote note_of(const EmptyStock& empty)
{
    return {.why = empty.why, .title = empty.title, .more = empty.note, .again = empty.again};
}

Answer draw_commodities(Frame& frame, const Rect& area, const StockModel& model)
{
    const auto& [what, balance, expires, without, attention] = model.headings;
    const std::array columns{TableColumn{.label = what}, TableColumn{.label = balance, .share = 0.17F},
                             TableColumn{.label = expires, .share = 0.14F},
                             TableColumn{.label = without, .share = 0.16F},
                             TableColumn{.label = attention, .share = 0.21F}};
    const auto row_of = [&](int index) {
        const auto& row = model.rows[static_cast<std::size_t>(index)];
        return TableRow{.id = "commodity " + row.commodity.text(),
                        .label = row.label,
                        .cells = {{.words = row.label, .voice = Voice::strong, .icon = row.icon},
                                  {.words = row.balance},
                                  {.words = row.expires, .voice = Voice::quiet},
                                  {.words = row.without, .voice = Voice::quiet},
                                  {.words = row.mark.words, .badge = row.mark.tone}},
                        .pale = !row.is_kept};
    };
    const auto answer = draw_table(frame, area,
                                   {.id = commodity_list,
                                    .columns = columns,
                                    .rows = static_cast<int>(model.rows.size()),
                                    .note = note_of(model.empty)},
                                   row_of);
    if (answer.again) {
        return StockWish{LookAtStockAgain{}};
    }
    return answer.chosen
               ? Answer{StockWish{ChooseCommodity{model.rows[static_cast<std::size_t>(*answer.chosen)].commodity}}}
               : Answer{};
}

Answer draw_movements(Frame& frame, const Rect& area, const ShelfModel& shelf)
{
    const auto& [when, what, batch, amount, reason] = shelf.headings;
    const std::array columns{TableColumn{.label = when, .share = 0.21F},
                             TableColumn{.label = what, .share = 0.20F},
                             TableColumn{.label = batch, .share = 0.17F},
                             TableColumn{.label = amount, .share = 0.12F, .align = ui::Align::end},
                             TableColumn{.pixels = 6}, // between figures and words
                             TableColumn{.label = reason}};
    const auto row_of = [&](int index) {
        const auto& row = shelf.movements[static_cast<std::size_t>(index)];
        return TableRow{.id = "movement " + std::to_string(row.movement.value()),
                        .label = row.when,
                        .cells = {{.words = row.when, .voice = Voice::quiet},
                                  {.words = row.what},
                                  {.words = row.batch, .voice = Voice::quiet},
                                  {.words = row.amount, .voice = Voice::strong},
                                  {},
                                  {.words = row.reason, .voice = Voice::quiet}},
                        .chosen = row.chosen,
                        .pale = row.is_over};
    };
    const int rows = static_cast<int>(shelf.movements.size());
    const auto answer = draw_table(
        frame, area, {.id = movement_list, .columns = columns, .rows = rows, .note = note_of(shelf.empty)}, row_of);
    if (answer.again) {
        return StockWish{LookAtStockAgain{}};
    }
    if (answer.chosen) {
        return StockWish{ChooseMovement{shelf.movements[static_cast<std::size_t>(*answer.chosen)].movement}};
    }
    const bool sees_the_end = rows > 0 && shelf.goes_on && answer.last_in_sight + rows_ahead >= rows;
    return sees_the_end ? Answer{StockWish{ReadMovementsOn{}}} : Answer{};
}

Answer draw_stock_deed(Frame& frame, const Rect& rect, const StockDeedModel& deed, ui::Look look)
{
    const bool pressed = frame.button(rect, {.label = deed.label,
                                             .icon = deed.icon,
                                             .look = look,
                                             .shortcut = ui::shortcut(deed.letter),
                                             .enabled = deed.is_possible,
                                             .align = ui::Align::start,
                                             .text_size = frame.px(15),
                                             .icon_size = frame.px(20),
                                             .radius = frame.px(12)});
    return pressed ? Answer{StockWish{AskStock{deed.deed}}} : Answer{};
}

/// The first large, the others two beside each other.
Answer draw_deeds(Frame& frame, Rect rest, const std::vector<StockDeedModel>& deeds)
{
    Answer answer;
    if (deeds.empty()) {
        return answer;
    }
    note(answer, draw_stock_deed(frame, rest.cut_top(frame.px(52), frame.px(8)), deeds.front(), ui::Look::main));
    for (std::size_t index = 1; index < deeds.size(); index += 2) {
        const auto pair = rest.cut_top(frame.px(46), frame.px(8)).columns(2, frame.px(8));
        note(answer, draw_stock_deed(frame, pair[0], deeds[index], ui::Look::outlined));
        if (index + 1 < deeds.size()) {
            note(answer, draw_stock_deed(frame, pair[1], deeds[index + 1], ui::Look::outlined));
        }
    }
    return answer;
}

float height_of_deeds(Frame& frame, std::size_t count)
{
    const std::size_t pairs = count / 2; // the first stands alone
    return count == 0 ? 0 : frame.px(60) + static_cast<float>(pairs) * frame.px(54);
}

/// From the top of `rest` down, in as many lines as they need; takes that much off.
void draw_marks(Frame& frame, Rect& rest, const std::vector<StockMark>& marks)
{
    if (marks.empty()) {
        return;
    }
    ui::Flow flow{rest, frame.px(6)};
    for (const auto& mark : marks) {
        const ui::Badge badge{.label = mark.words, .tone = mark.tone, .text_size = frame.px(13)};
        const auto size = frame.badge_size(badge);
        const Rect place = flow.place({std::min(size.width, rest.width), size.height});
        frame.badge({place.x, place.centre().y}, badge);
    }
    rest.cut_top(flow.bottom() - rest.y, frame.px(8));
}

void draw_batches(Frame& frame, Rect rest, const ShelfModel& shelf)
{
    frame.text(rest.cut_top(frame.px(22), frame.px(2)), shelf.batches_title,
               {.size = frame.px(13), .weight = Weight::semibold, .colour = frame.theme().soft});
    for (std::size_t index = 0; index < std::min(shelf.batches.size(), most_batches); ++index) {
        const auto& batch = shelf.batches[index];
        if (rest.height < frame.px(27)) {
            break;
        }
        Rect line = rest.cut_top(frame.px(27));
        const Rect balance = line.cut_end(line.width * 0.24F, frame.px(6));
        const Rect expires = line.cut_end(line.width * 0.44F, frame.px(6));
        const auto ink = batch.tone == ui::Tone::plain ? frame.theme().ink : frame.theme().swatch(batch.tone).ink;
        frame.text(line, batch.batch, {.size = frame.px(14), .weight = Weight::semibold, .smallest = frame.px(8)});
        frame.text(expires, batch.expires, {.size = frame.px(13), .colour = ink, .smallest = frame.px(9)});
        frame.text(balance, batch.balance,
                   {.size = frame.px(14), .weight = Weight::bold, .align = ui::Align::end, .smallest = frame.px(9)});
    }
}

void draw_said(Frame& frame, const Rect& rect, const ShelfModel& shelf)
{
    const auto colours = frame.theme().swatch(shelf.said_is_care ? ui::Tone::care : ui::Tone::mist);
    frame.panel(rect, {.ground = colours.ground, .edge = colours.edge, .radius = frame.px(12)});
    frame.text(rect.inset(frame.px(12), frame.px(4)), shelf.said,
               {.size = frame.px(14),
                .weight = Weight::semibold,
                .colour = colours.ink,
                .max_lines = 2,
                .smallest = frame.px(10)});
}

Answer draw_shelf_panel(Frame& frame, const Rect& area, const ShelfModel& shelf)
{
    const auto& theme = frame.theme();
    frame.fill(area, theme.card);
    frame.fill({area.x, area.y, 1, area.height}, theme.line);
    Rect rest = area.inset(frame.px(18), frame.px(16));
    Answer answer = draw_deeds(frame, rest.cut_bottom(height_of_deeds(frame, shelf.deeds.size())), shelf.deeds);
    if (!shelf.said.empty()) {
        rest.cut_bottom(frame.px(10));
        draw_said(frame, rest.cut_bottom(frame.px(50), frame.px(10)), shelf);
    }
    frame.text(rest.cut_top(frame.px(28)), shelf.title,
               {.size = frame.px(19), .weight = Weight::bold, .smallest = frame.px(11)});
    Rect line = rest.cut_top(frame.px(48));
    const ui::TextStyle large{
        .size = frame.px(36), .weight = Weight::bold, .colour = theme.deep, .smallest = frame.px(16)};
    const float wide = std::min(frame.measure(shelf.balance, large).width + frame.px(4), line.width * 0.6F);
    frame.text(line.cut_start(wide, frame.px(8)), shelf.balance, large);
    frame.text(line, shelf.unit, {.size = frame.px(15), .colour = theme.soft, .smallest = frame.px(10)});
    draw_marks(frame, rest, shelf.marks);
    if (!shelf.note.empty()) {
        const float high = height_of(frame, shelf.note, frame.px(13), rest.width);
        frame.text(rest.cut_top(high + frame.px(4), frame.px(6)), shelf.note,
                   {.size = frame.px(13),
                    .colour = theme.soft,
                    .place = ui::Place::top,
                    .max_lines = 0,
                    .smallest = frame.px(10)});
    }
    if (!shelf.batches.empty()) {
        draw_batches(frame, rest, shelf);
    }
    return answer;
}

Answer draw_back(Frame& frame, const Rect& rect, const ShelfModel& shelf)
{
    const bool pressed = frame.button(rect, {.label = shelf.back,
                                             .icon = ui::icon::arrow_back,
                                             .shortcut = ui::shortcut('B'),
                                             .text_size = frame.px(15),
                                             .icon_size = frame.px(19),
                                             .radius = frame.px(12)});
    return pressed ? Answer{StockWish{LeaveCommodity{}}} : Answer{};
}

void draw_foot(Frame& frame, const Rect& rect, const std::string& words)
{
    frame.text(rect, words, {.size = frame.px(13), .colour = frame.theme().soft, .smallest = frame.px(10)});
}

} // namespace

Answer draw_stock_screen(Frame& frame, const Rect& area, const StockModel& model,
                         const std::optional<AlertModel>& alert)
{
    Rect rest = area;
    Answer answer;
    if (model.shelf) {
        note(answer, draw_shelf_panel(frame, rest.cut_end(std::min(frame.px(380), area.width * 0.36F)), *model.shelf));
    }
    Rect main = rest.inset(frame.px(20), frame.px(16));
    note(answer, draw_head(frame, main.cut_top(frame.px(38), frame.px(12)), model.head));
    if (alert) {
        note(answer, draw_alert(frame, main.cut_top(frame.px(66), frame.px(12)), *alert));
    }
    if (!model.shelf) {
        draw_figures(frame, main.cut_top(frame.px(76), frame.px(12)), model.figures);
        draw_foot(frame, main.cut_bottom(frame.px(24), frame.px(6)), model.foot);
        note(answer, draw_commodities(frame, main, model));
        return answer;
    }
    const auto& shelf = *model.shelf;
    Rect tools = main.cut_top(frame.px(44), frame.px(10));
    const float wide = frame.measure(shelf.back, {.size = frame.px(15), .weight = Weight::semibold}).width;
    note(answer, draw_back(frame, tools.cut_start(std::min(wide + frame.px(104), tools.width)), shelf));
    draw_foot(frame, main.cut_bottom(frame.px(24), frame.px(6)), shelf.foot);
    note(answer, draw_movements(frame, main, shelf));
    return answer;
}

} // namespace verandah::console
