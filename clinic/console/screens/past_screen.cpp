// SPDX-License-Identifier: Apache-2.0
// A long list, what it is narrowed to above it, and whether it can be believed.
#include "clinic/console/screens/past_screen.hpp"

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

Answer draw_list(Frame& frame, const Rect& area, const PastModel& model)
{
    const auto& [when, who, what, where] = model.headings;
    const std::array columns{TableColumn{.label = when, .share = 0.19F}, TableColumn{.label = who, .share = 0.17F},
                             TableColumn{.label = what}, TableColumn{.label = where, .share = 0.16F}};
    const auto row_of = [&](int index) {
        const auto& row = model.rows[static_cast<std::size_t>(index)];
        return TableRow{.cells = {{.words = row.when, .voice = Voice::quiet},
                                  {.words = row.who, .voice = Voice::strong},
                                  {.words = row.what,
                                   .voice = row.is_care ? Voice::care : Voice::usual,
                                   .icon = row.is_care ? ui::icon::warning : ui::Icon{}},
                                  {.words = row.where, .voice = Voice::quiet}}};
    };
    const int rows = static_cast<int>(model.rows.size());
    const auto answer = draw_table(
        frame, area,
        {.id = deed_list,
         .columns = columns,
         .rows = rows,
         .row_pixels = deed_row_pixels,
         .note = {.why = model.why_empty, .title = model.empty_title, .more = model.empty_note, .again = model.again}},
        row_of);
    if (answer.again) {
        return LookAgain{};
    }
    return rows > 0 && model.goes_on && answer.last_in_sight + rows_ahead >= rows ? Answer{ReadOn{}} : Answer{};
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
