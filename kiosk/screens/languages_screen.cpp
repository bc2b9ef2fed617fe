// SPDX-License-Identifier: Apache-2.0
// All languages of the centre, each by its own name.
#include "kiosk/screens/languages_screen.hpp"

#include "kiosk/screens/measures.hpp"
#include "kiosk/screens/parts.hpp"

#include <algorithm>

namespace verandah::kiosk {

std::optional<Touch> draw_languages_screen(ui::Frame& frame, const LanguagesModel& model)
{
    Page page = draw_page(frame, model.page);
    const ui::Rect rest = draw_heading(frame, page.rest, model.title, {});
    const int columns = frame.portrait() ? 2 : 3;
    const auto places = rest.grid(columns, choices_a_page / columns, frame.mm(measures::gap));
    for (std::size_t i = 0; i < std::min(model.languages.size(), places.size()); ++i) {
        const LanguageChoice& language = model.languages[i];
        if (frame.button(places[i], {.label = language.own_name,
                                     .chosen = language.state == LanguageChoice::State::chosen,
                                     .text_size = frame.capitals_mm(measures::title),
                                     .radius = frame.mm(measures::panel_radius)})) {
            page.touch = ChooseLanguage{language.code};
        }
    }
    if (model.more && frame.button(places.back(), {.label = model.more->label,
                                                   .tone = ui::Tone::quiet,
                                                   .text_size = frame.capitals_mm(measures::action),
                                                   .radius = frame.mm(measures::panel_radius)})) {
        page.touch = ShowPage{model.more->page};
    }
    return page.touch;
}

} // namespace verandah::kiosk
