// SPDX-License-Identifier: Apache-2.0
// Day, hour and minutes with a big step up and down each, and what they come to.
#include "clinic/console/screens/record_parts.hpp"

namespace verandah::console {

namespace {

using ui::Frame;
using ui::Rect;
using ui::Weight;

constexpr float step_pixels = 58;
constexpr float stepper_value_pixels = 56;
constexpr float stepper_label_pixels = 24;

Answer draw_step(Frame& frame, const Rect& rect, const TimeModel::Step& step)
{
    const bool pressed = frame.button(rect, {.label = step.label,
                                             .shortcut = ui::shortcut(step.key),
                                             .id = step.id,
                                             .enabled = step.enabled,
                                             .text_size = frame.px(24),
                                             .radius = frame.px(14)});
    return pressed ? Answer{step.wish} : Answer{};
}

Answer draw_stepper(Frame& frame, Rect column, const TimeModel::Stepper& stepper)
{
    frame.text(column.cut_top(frame.px(stepper_label_pixels)), stepper.label,
               {.size = frame.px(14),
                .weight = Weight::semibold,
                .colour = frame.theme().soft,
                .align = ui::Align::centre,
                .smallest = frame.px(10)});
    Answer answer = draw_step(frame, column.cut_top(frame.px(step_pixels)), stepper.more);
    frame.text(column.cut_top(frame.px(stepper_value_pixels)), stepper.value,
               {.size = frame.px(30),
                .weight = Weight::bold,
                .colour = frame.theme().deep,
                .align = ui::Align::centre,
                .smallest = frame.px(15)});
    note(answer, draw_step(frame, column.cut_top(frame.px(step_pixels)), stepper.less));
    return answer;
}

} // namespace

Answer draw_exact_time(Frame& frame, const TimeModel& model)
{
    const float steppers = frame.px(stepper_label_pixels + 2 * step_pixels + stepper_value_pixels);
    Rect rest = draw_record_sheet_head(frame, {frame.px(640), steppers + frame.px(320)}, model.title, model.note);
    Answer answer = draw_record_sheet_foot(frame, rest.cut_bottom(frame.px(50), frame.px(16)),
                                           {model.confirm, model.missing, KeepTime{}}, model.cancel, CloseTime{});
    draw_record_clock(frame, rest.cut_top(frame.px(78), frame.px(16)), model.clock);
    const auto columns = rest.cut_top(steppers).columns(static_cast<int>(model.steppers.size()), frame.px(16));
    for (std::size_t index = 0; index < columns.size(); ++index) {
        note(answer, draw_stepper(frame, columns[index], model.steppers[index]));
    }
    return answer;
}

} // namespace verandah::console
