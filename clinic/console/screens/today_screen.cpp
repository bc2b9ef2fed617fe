// SPDX-License-Identifier: Apache-2.0
// The day in bars and numbers.
#include "clinic/console/screens/today_screen.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

using ui::Align;
using ui::Frame;
using ui::Rect;
using ui::Weight;

Rect draw_card(Frame& frame, const Rect& rect, const std::string& title)
{
    frame.panel(rect, {.radius = frame.px(14)});
    Rect inner = rect.inset(frame.px(18), frame.px(14));
    frame.text(inner.cut_top(frame.px(26), frame.px(8)), title,
               {.size = frame.px(16), .weight = Weight::bold, .smallest = frame.px(12)});
    return inner;
}

/// What the two colours of the bars mean, each with its word.
void draw_legend(Frame& frame, Rect line, const TodayModel& model)
{
    const auto& theme = frame.theme();
    const auto entry = [&](const std::string& label, ui::Colour colour) {
        const float side = frame.px(12);
        frame.fill(line.cut_start(side, frame.px(7)).centred({side, side}), colour, frame.px(3));
        const ui::TextStyle style{.size = frame.px(13), .colour = theme.soft};
        frame.text(line.cut_start(frame.measure(label, style).width + 2, frame.px(18)), label, style);
    };
    entry(model.came_label, theme.swatch(ui::Tone::sky).ink);
    entry(model.served_label, theme.teal);
}

/// One bar with its count above it; a bar of nothing has none.
void draw_bar(Frame& frame, const Rect& slot, int count, int most, ui::Colour colour)
{
    if (count == 0) {
        return;
    }
    const float room = slot.height - frame.px(18);
    const float height = std::max(frame.px(3), room * static_cast<float>(count) / static_cast<float>(most));
    const Rect bar{slot.x, slot.bottom() - height, slot.width, height};
    frame.fill(bar, colour, std::min(frame.px(4), slot.width / 3));
    frame.text({slot.x - frame.px(8), bar.y - frame.px(18), slot.width + frame.px(16), frame.px(17)},
               std::to_string(count), {.size = frame.px(12), .colour = frame.theme().soft, .align = Align::centre});
}

void draw_hours(Frame& frame, Rect area, const TodayModel& model)
{
    const auto& theme = frame.theme();
    draw_legend(frame, area.cut_top(frame.px(20), frame.px(8)), model);
    int most = 1;
    for (const auto& hour : model.hours) {
        most = std::max({most, hour.came, hour.served});
    }
    Rect labels = area.cut_bottom(frame.px(22));
    frame.line({area.x, area.bottom()}, area.width, theme.line);
    const auto slots = area.columns(std::max(1, static_cast<int>(model.hours.size())), frame.px(4));
    for (std::size_t index = 0; index < model.hours.size(); ++index) {
        const auto& hour = model.hours[index];
        const float width = std::min(slots[index].width * 0.36F, frame.px(26));
        const float middle = slots[index].centre().x;
        const Rect came{middle - width - 1, area.y, width, area.height};
        const Rect served{middle + 1, area.y, width, area.height};
        draw_bar(frame, came, hour.came, most, theme.swatch(ui::Tone::sky).ink);
        draw_bar(frame, served, hour.served, most, theme.teal);
        frame.text({slots[index].x, labels.y, slots[index].width, labels.height}, hour.label,
                   {.size = frame.px(12), .colour = theme.soft, .align = Align::centre, .smallest = frame.px(8)});
    }
}

void draw_classes(Frame& frame, Rect area, const TodayModel& model)
{
    for (const auto& bar : model.classes) {
        Rect line = area.cut_top(frame.px(38), frame.px(4));
        Rect words = line.cut_top(frame.px(20));
        frame.text(words.cut_end(words.width * 0.45F), bar.value,
                   {.size = frame.px(14), .weight = Weight::semibold, .align = Align::end, .smallest = frame.px(10)});
        frame.text(words, bar.label, {.size = frame.px(14), .smallest = frame.px(10)});
        const float height = frame.px(8);
        const Rect track{line.x, line.y + frame.px(4), line.width, height};
        frame.fill(track, frame.theme().track, height / 2);
        const auto colour = bar.tone == ui::Tone::quiet ? frame.theme().soft : frame.theme().swatch(bar.tone).ink;
        if (bar.part > 0) {
            frame.fill({track.x, track.y, std::max(height, track.width * bar.part), height}, colour, height / 2);
        }
    }
}

void draw_times(Frame& frame, const Rect& area, const TodayModel& model)
{
    const auto cells = area.columns(std::max(1, static_cast<int>(model.times.size())), frame.px(12));
    for (std::size_t index = 0; index < model.times.size(); ++index) {
        Rect cell = cells[index];
        frame.text(cell.cut_top(frame.px(36)), model.times[index].value,
                   {.size = frame.px(22), .weight = Weight::bold, .smallest = frame.px(14)});
        frame.text(cell, model.times[index].caption,
                   {.size = frame.px(13),
                    .colour = frame.theme().soft,
                    .place = ui::Place::top,
                    .max_lines = 2,
                    .smallest = frame.px(10)});
    }
}

/// Two rows of large numbers, and below them what they are.
void draw_totals(Frame& frame, Rect rest, const TodayModel& model)
{
    const float high = std::min(frame.px(200), rest.height * 0.36F);
    for (const auto* row : {&model.figures, &model.more_figures}) {
        const auto cells = rest.cut_top(high, frame.px(14)).columns(static_cast<int>(row->size()), frame.px(14));
        for (std::size_t index = 0; index < cells.size() && index < row->size(); ++index) {
            frame.panel(cells[index], {.radius = frame.px(16)});
            Rect inner = cells[index].inset(frame.px(20), frame.px(16));
            frame.text(inner.cut_top(inner.height * 0.62F), (*row)[index].value,
                       {.size = frame.px(40), .weight = Weight::bold, .smallest = frame.px(18)});
            frame.text(inner, (*row)[index].caption,
                       {.size = frame.px(16), .colour = frame.theme().soft, .smallest = frame.px(11)});
        }
    }
    frame.text(rest.cut_top(frame.px(60)), model.empty,
               {.size = frame.px(15),
                .colour = frame.theme().soft,
                .place = ui::Place::top,
                .max_lines = 3,
                .smallest = frame.px(11)});
}

} // namespace

Answer draw_today_screen(Frame& frame, const Rect& area, const TodayModel& model,
                         const std::optional<AlertModel>& alert)
{
    Rect rest = area.inset(frame.px(20), frame.px(16));
    Answer answer = draw_head(frame, rest.cut_top(frame.px(38), frame.px(12)), model.head);
    if (alert) {
        note(answer, draw_alert(frame, rest.cut_top(frame.px(66), frame.px(12)), *alert));
    }
    if (model.figures.empty()) {
        frame.text(rest.inset(frame.px(24)), model.empty,
                   {.size = frame.px(17),
                    .colour = frame.theme().soft,
                    .align = Align::centre,
                    .max_lines = 3,
                    .smallest = frame.px(12)});
        return answer;
    }
    if (!model.more_figures.empty()) {
        draw_totals(frame, rest, model);
        return answer;
    }
    draw_figures(frame, rest.cut_top(frame.px(75), frame.px(14)), model.figures);
    Rect foot = rest.cut_bottom(frame.px(46), frame.px(14));
    if (model.turn_day) {
        const ui::TextStyle style{.size = frame.px(15), .weight = Weight::semibold};
        const float wide = frame.measure(model.turn_day->label, style).width;
        note(answer, draw_deed(frame, foot.cut_end(wide + frame.px(110), frame.px(14)), *model.turn_day));
    }
    frame.text(foot, model.empty,
               {.size = frame.px(14), .colour = frame.theme().soft, .max_lines = 2, .smallest = frame.px(11)});
    Rect side = rest.cut_end(rest.width * 0.36F, frame.px(14));
    draw_hours(frame, draw_card(frame, rest, model.hours_title), model);
    const Rect times = side.cut_bottom(frame.px(150), frame.px(14));
    draw_classes(frame, draw_card(frame, side, model.classes_title), model);
    draw_times(frame, draw_card(frame, times, model.times_title), model);
    return answer;
}

} // namespace verandah::console
