// SPDX-License-Identifier: Apache-2.0
// Facts with pictures: one below the other on a standing glass, two by two on a lying one.
#include "kiosk/screens/facts_screen.hpp"

#include "kiosk/screens/measures.hpp"
#include "kiosk/screens/parts.hpp"

#include <algorithm>

namespace verandah::kiosk {
namespace {

constexpr float highest_fact = 84; // millimetres

void draw_fact(ui::Frame& frame, const ui::Rect& rect, const Fact& fact)
{
    const float radius = frame.mm(measures::panel_radius);
    frame.panel(rect, {.radius = radius, .thickness = std::max(1.0F, frame.mm(0.5F))});
    ui::Rect inner = rect.inset(frame.mm(7), frame.mm(6));
    const float side = std::min({inner.height, frame.mm(frame.portrait() ? 56 : 48), inner.width * 0.34F});
    const ui::Rect sign = inner.cut_start(side, frame.mm(8)).centred({side, side});
    const ui::Swatch colours = frame.theme().swatch(fact.tone);
    frame.fill(sign, colours.ground, side * 0.28F);
    frame.icon(sign.inset(side * 0.2F), fact.icon, colours.ink);
    frame.text(inner, fact.words,
               {.size = frame.capitals_mm(frame.portrait() ? measures::choice_portrait : measures::choice_landscape),
                .weight = ui::Weight::bold,
                .max_lines = 0,
                .smallest = least_text(frame)});
}

} // namespace

std::optional<Touch> draw_facts_screen(ui::Frame& frame, const FactsModel& model)
{
    Page page = draw_page(frame, model.page);
    ui::Rect rest = draw_heading(frame, page.rest, model.title, model.note);
    const float gap = frame.mm(measures::gap);
    const int columns = frame.portrait() ? 1 : 2;
    const int rows = (static_cast<int>(model.facts.size()) + columns - 1) / columns;
    const float wanted = static_cast<float>(rows) * (frame.mm(highest_fact) + gap) - gap;
    const auto places = rest.cut_top(std::min(rest.height, wanted)).grid(columns, rows, gap);
    for (std::size_t i = 0; i < std::min(model.facts.size(), places.size()); ++i) {
        draw_fact(frame, places[i], model.facts[i]);
    }
    return page.main_pressed ? model.main : page.touch;
}

} // namespace verandah::kiosk
