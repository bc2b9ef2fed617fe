// SPDX-License-Identifier: Apache-2.0
// Two big choices, one below the other.
#include "kiosk/screens/choices_screen.hpp"

#include "kiosk/screens/measures.hpp"

#include <algorithm>

namespace verandah::kiosk {
namespace {

bool ends_quietly(const ChoicesModel& model)
{
    return !model.ways.empty() && model.ways.back().weight == WayOn::Weight::quiet;
}

/// For the few who look for it: no larger than "back".
std::optional<Touch> draw_quiet_way(ui::Frame& frame, const ui::Rect& rect, const WayOn& way)
{
    const float text_size = frame.capitals_mm(measures::call);
    const bool pressed = frame.button(rect, {.label = way.label,
                                             .icon = way.icon,
                                             .tone = ui::Tone::quiet,
                                             .text_size = text_size,
                                             .icon_size = text_size * 1.35F,
                                             .radius = frame.mm(measures::control_radius)});
    return pressed ? std::optional{way.touch} : std::nullopt;
}

std::optional<Touch> draw_ways(ui::Frame& frame, ui::Rect rest, const ChoicesModel& model)
{
    const float gap = frame.mm(measures::gap + 1);
    std::optional<Touch> touch;
    std::size_t count = model.ways.size();
    if (ends_quietly(model)) {
        --count;
        touch = draw_quiet_way(frame, rest.cut_bottom(frame.mm(measures::call_height), gap), model.ways.back());
    }
    const auto places = rest.rows(static_cast<int>(count), gap);
    for (std::size_t i = 0; i < count; ++i) {
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
    const float lower = ends_quietly(model) ? each - frame.mm(measures::call_height) : 0;
    const float wanted = count * each - lower + (count - 1) * frame.mm(measures::gap + 1);
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
