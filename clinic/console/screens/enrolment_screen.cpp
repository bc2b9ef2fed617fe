// SPDX-License-Identifier: Apache-2.0
// One card on the door's ground: type, and go on.
#include "clinic/console/screens/enrolment_screen.hpp"

#include "clinic/console/screens/door_parts.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

using ui::Frame;
using ui::Rect;
using ui::Weight;
using Action = std::optional<EnrolmentAction>;

void draw_typed(Frame& frame, Rect rest, const EnrolmentModel& model)
{
    const auto& theme = frame.theme();
    frame.text(rest.cut_top(frame.px(24)), model.typed_label,
               {.size = frame.px(14), .weight = Weight::semibold, .smallest = frame.px(10)});
    const Rect box = rest.cut_top(frame.px(60), frame.px(4));
    frame.panel(box, {.ground = theme.paper, .edge = theme.edge, .radius = frame.px(12), .thickness = frame.px(1.5F)});
    frame.text(box.inset(frame.px(16), 0), model.typed.empty() ? "_" : model.typed,
               {.size = frame.px(24),
                .weight = Weight::bold,
                .colour = model.typed.empty() ? theme.soft : theme.deep,
                .align = ui::Align::centre,
                .smallest = frame.px(12)});
    frame.text(rest, model.hint,
               {.size = frame.px(14), .colour = theme.soft, .place = ui::Place::top, .smallest = frame.px(10)});
}

Action draw_buttons(Frame& frame, Rect foot, const EnrolmentModel& model)
{
    Action action;
    const auto button = [&](const Rect& rect, const std::string& label, ui::Look look, const ui::Shortcut& key,
                            EnrolmentStep step) {
        if (frame.button(
                rect,
                {.label = label, .look = look, .shortcut = key, .text_size = frame.px(16), .radius = frame.px(12)})) {
            action = step;
        }
    };
    const auto width = [&](const std::string& label) {
        const float wide = frame.measure(label, {.size = frame.px(16), .weight = Weight::semibold}).width;
        return std::min(wide + frame.px(120), foot.width / 3);
    };
    if (!model.go_on.empty()) {
        button(foot.cut_end(width(model.go_on), frame.px(12)), model.go_on, ui::Look::main,
               ui::shortcut(ui::Key::enter), EnrolmentStep::go_on);
    }
    if (!model.paste.empty()) {
        button(foot.cut_end(width(model.paste), frame.px(12)), model.paste, ui::Look::outlined, ui::with_control('V'),
               EnrolmentStep::paste);
    }
    if (!model.back.empty()) {
        button(foot.cut_start(width(model.back), frame.px(12)), model.back, ui::Look::outlined,
               ui::shortcut(ui::Key::escape), EnrolmentStep::back);
    }
    return action;
}

Action draw_languages(Frame& frame, const Rect& row, const EnrolmentModel& model)
{
    Action action;
    const auto places = row.columns(std::max(static_cast<int>(model.languages.size()), 1), frame.px(12));
    for (std::size_t index = 0; index < model.languages.size(); ++index) {
        const auto& language = model.languages[index];
        if (frame.button(places[index], {.label = language.own_name,
                                         .chosen = language.chosen,
                                         .text_size = frame.px(15),
                                         .radius = frame.px(12)})) {
            action = ChooseEnrolmentLanguage{language.code};
        }
    }
    return action;
}

} // namespace

std::optional<EnrolmentAction> draw_enrolment_screen(Frame& frame, const EnrolmentModel& model)
{
    const auto& theme = frame.theme();
    draw_door_ground(frame);
    const Rect area = frame.area();
    const Rect card = area.centred(
        {std::min(frame.px(720), area.width - frame.px(24)), std::min(frame.px(560), area.height - frame.px(16))});
    frame.panel(card, {.radius = frame.px(20), .raised = frame.px(18)});
    Rect rest = card.inset(frame.px(32), frame.px(26));
    auto action = draw_languages(frame, rest.cut_bottom(frame.px(44), frame.px(18)), model);
    const auto step = draw_buttons(frame, rest.cut_bottom(frame.px(52), frame.px(18)), model);
    Rect head = rest.cut_top(frame.px(60), frame.px(8));
    const float mark = frame.px(52);
    frame.house_mark(head.cut_start(mark, frame.px(14)).centred({mark, mark}));
    frame.text(head, model.title,
               {.size = frame.px(24), .weight = Weight::bold, .max_lines = 2, .smallest = frame.px(15)});
    frame.text(rest.cut_top(frame.px(66), frame.px(10)), model.note,
               {.size = frame.px(15),
                .colour = theme.soft,
                .place = ui::Place::top,
                .max_lines = 3,
                .smallest = frame.px(11)});
    draw_notice(frame, rest.cut_bottom(frame.px(52), frame.px(8)), model.notice);
    if (!model.typed_label.empty()) {
        draw_typed(frame, rest, model);
    }
    return step ? step : action;
}

std::vector<std::string> words_shown(const EnrolmentModel& model)
{
    std::vector<std::string> words{model.title,  model.note,  model.typed_label, model.typed, model.hint,
                                   model.notice, model.go_on, model.paste,       model.back};
    for (const auto& language : model.languages) {
        words.push_back(language.own_name);
    }
    std::erase(words, std::string{});
    return words;
}

} // namespace verandah::console
