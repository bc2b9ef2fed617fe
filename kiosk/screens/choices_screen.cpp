// SPDX-License-Identifier: Apache-2.0
// Two big choices, one below the other.
#include "kiosk/screens/choices_screen.hpp"

#include "kiosk/screens/measures.hpp"

#include <algorithm>

namespace verandah::kiosk {
namespace {

std::optional<Touch> draw_ways(ui::Frame& frame, const ui::Rect& rest, const ChoicesModel& model)
{
    const auto places = rest.rows(static_cast<int>(model.ways.size()), frame.mm(measures::gap + 1));
    std::optional<Touch> touch;
    for (std::size_t i = 0; i < model.ways.size(); ++i) {
        const WayOn& way = model.ways[i];
        if (draw_choice(frame, places[i],
                        {.label = way.label,
                         .note = way.note,
                         .icon = way.icon,
                         .look = way.weight == WayOn::Weight::main ? ui::Look::main : ui::Look::outlined,
                         .tone = way.tone,
                         .chosen = way.state == WayOn::State::on})) {
            touch = way.touch;
        }
    }
    return touch;
}

} // namespace

std::optional<Touch> draw_choices_screen(ui::Frame& frame, const ChoicesModel& model)
{
    Page page = draw_page(frame, model.page);
    const auto count = static_cast<float>(model.ways.size());
    const float each = frame.mm(frame.portrait() ? 76 : 66);
    const float wanted = count * each + (count - 1) * frame.mm(measures::gap + 1);
    const float most = frame.portrait() ? page.rest.height * 0.62F : page.rest.height;
    const ui::Rect controls = draw_greeting(frame, page.rest, model.greeting, std::min(wanted, most));
    if (model.page.answers == Answers::not_now) {
        const auto behind = frame.inert();
        static_cast<void>(draw_ways(frame, controls, model));
    } else if (const auto touch = draw_ways(frame, controls, model)) {
        page.touch = touch;
    }
    return page.main_pressed ? model.main : page.touch;
}

} // namespace verandah::kiosk
