// SPDX-License-Identifier: Apache-2.0
// One thing to do: show the square, or type.
#include "kiosk/screens/enrolment_screen.hpp"

#include "kiosk/screens/measures.hpp"

#include <algorithm>

namespace verandah::kiosk {
namespace {

void draw_typed(ui::Frame& frame, ui::Rect box, const EnrolmentModel& model)
{
    const float text_size = frame.capitals_mm(measures::body);
    frame.panel(box);
    ui::Rect inner = box.inset(frame.mm(measures::gap));
    const ui::Rect hint = inner.cut_bottom(inner.height / 2, 0);
    static_cast<void>(
        frame.text(inner, model.typed.empty() ? "_" : model.typed, {.size = text_size, .align = ui::Align::centre}));
    static_cast<void>(
        frame.text(hint, model.hint, {.size = text_size, .colour = frame.theme().soft, .align = ui::Align::centre}));
}

std::optional<std::string> draw_languages(ui::Frame& frame, const ui::Rect& row, const EnrolmentModel& model)
{
    const auto places = row.columns(std::max(static_cast<int>(model.languages.size()), 2), frame.mm(measures::gap));
    std::optional<std::string> chosen;
    std::size_t next = 0;
    for (const auto& language : model.languages) {
        if (frame.button(places[next++], {.label = language.own_name,
                                          .chosen = language.state == LanguageChoice::State::chosen,
                                          .text_size = frame.capitals_mm(measures::call),
                                          .radius = frame.mm(measures::control_radius)})) {
            chosen = language.code;
        }
    }
    return chosen;
}

} // namespace

std::optional<std::string> draw_enrolment_screen(ui::Frame& frame, const EnrolmentModel& model)
{
    frame.fill(frame.area(), frame.theme().paper);
    ui::Rect rest = frame.area().inset(frame.mm(measures::margin));
    const auto chosen =
        draw_languages(frame, rest.cut_bottom(frame.mm(measures::call_height), frame.mm(measures::gap)), model);
    draw_typed(frame, rest.cut_bottom(frame.mm(2 * measures::call_height), frame.mm(measures::gap)), model);
    static_cast<void>(draw_greeting(frame, rest, model.greeting, 0));
    return chosen;
}

std::vector<std::string> words_shown(const EnrolmentModel& model)
{
    std::vector<std::string> words{model.greeting.title, model.greeting.note, model.typed, model.hint};
    for (const auto& language : model.languages) {
        words.push_back(language.own_name);
    }
    std::erase(words, std::string{});
    return words;
}

} // namespace verandah::kiosk
