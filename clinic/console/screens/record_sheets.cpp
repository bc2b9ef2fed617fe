// SPDX-License-Identifier: Apache-2.0
// What lies over a record: the ground of its sheets, and what two have answered.
#include "clinic/console/screens/record_parts.hpp"

#include <algorithm>

namespace verandah::console {

using ui::Frame;
using ui::Rect;
using ui::Weight;

Rect draw_record_sheet_head(Frame& frame, ui::Size size, const std::string& title, const std::string& words)
{
    frame.veil();
    const Rect sheet = frame.area().centred({std::min(size.width, frame.area().width - frame.px(40)),
                                             std::min(size.height, frame.area().height - frame.px(40))});
    frame.panel(sheet, {.radius = frame.px(20), .raised = frame.px(10)});
    Rect rest = sheet.inset(frame.px(26), frame.px(22));
    frame.text(rest.cut_top(frame.px(34), frame.px(4)), title,
               {.size = frame.px(22), .weight = Weight::bold, .smallest = frame.px(14)});
    frame.text(rest.cut_top(frame.px(40), frame.px(12)), words,
               {.size = frame.px(15),
                .colour = frame.theme().soft,
                .place = ui::Place::top,
                .max_lines = 2,
                .smallest = frame.px(10)});
    return rest;
}

Answer draw_record_sheet_foot(Frame& frame, Rect foot, const SheetConfirm& confirm, const std::string& cancel,
                              const RecordWish& cancelled)
{
    Answer answer;
    if (!cancel.empty() && frame.button(foot.cut_start(frame.px(150), frame.px(14)),
                                        {.label = cancel, .text_size = frame.px(15), .radius = frame.px(12)})) {
        answer = cancelled;
    }
    const bool pressed =
        frame.button(foot.cut_end(frame.px(260), frame.px(14)), {.label = confirm.label,
                                                                 .look = ui::Look::main,
                                                                 .shortcut = ui::shortcut(ui::Key::enter),
                                                                 .enabled = confirm.missing.empty(),
                                                                 .text_size = frame.px(16),
                                                                 .radius = frame.px(12)});
    note(answer, pressed ? Answer{confirm.wish} : Answer{});
    frame.text(foot, confirm.missing,
               {.size = frame.px(14), .colour = frame.theme().soft, .align = ui::Align::end, .smallest = frame.px(10)});
    return answer;
}

Answer draw_clash(Frame& frame, const ClashModel& model)
{
    const float rows = static_cast<float>(model.lines.size());
    const float row = frame.px(86);
    Rect rest = draw_record_sheet_head(frame, {frame.px(860), frame.px(240) + rows * row}, model.title, model.note);
    Answer answer = draw_record_sheet_foot(frame, rest.cut_bottom(frame.px(50), frame.px(14)),
                                           {model.confirm, model.missing, SettleClash{}}, {}, CloseOtherwise{});
    const auto headings = rest.cut_top(frame.px(22), frame.px(6)).columns(2, frame.px(14));
    const ui::TextStyle heading{.size = frame.px(14), .weight = Weight::bold, .colour = frame.theme().soft};
    frame.text(headings[0], model.mine_label, heading);
    frame.text(headings[1], model.theirs_label, heading);
    frame.scroll(rest, "clash", rows * row, [&](Rect page) {
        for (const auto& line : model.lines) {
            Rect box = page.cut_top(row);
            frame.text(box.cut_top(frame.px(24)), line.question,
                       {.size = frame.px(14), .weight = Weight::semibold, .smallest = frame.px(10)});
            const auto cells = box.cut_top(frame.px(46)).columns(2, frame.px(14));
            note(answer, draw_choice(frame, cells[0], line.mine));
            note(answer, draw_choice(frame, cells[1], line.theirs));
        }
    });
    return answer;
}

} // namespace verandah::console
