// SPDX-License-Identifier: Apache-2.0
// A heading, and large tiles.
#include "kiosk/screens/supplies_screen.hpp"

#include "kiosk/screens/measures.hpp"
#include "kiosk/screens/parts.hpp"

#include <algorithm>

namespace verandah::kiosk {
namespace {

/// Two stand beside each other, more in two rows. A tile stays a tile: two of them do not fill the whole glass.
std::vector<ui::Rect> places_for(ui::Frame& frame, ui::Rect rest, std::size_t count)
{
    const int rows = count > 2 ? 2 : 1;
    const float highest = frame.mm(frame.portrait() ? 150 : 130);
    const float gaps = static_cast<float>(rows - 1) * frame.mm(measures::gap);
    const float height = std::min(rest.height, static_cast<float>(rows) * highest + gaps);
    return rest.cut_top(height).grid(2, rows, frame.mm(measures::gap));
}

} // namespace

std::optional<Touch> draw_supplies_screen(ui::Frame& frame, const SuppliesModel& model)
{
    Page page = draw_page(frame, model.page);
    const ui::Rect rest = draw_heading(frame, page.rest, model.title, model.note);
    const auto places = places_for(frame, rest, model.supplies.size());
    const float text_size = frame.capitals_mm(frame.portrait() ? measures::tile_portrait : measures::tile_landscape);
    for (std::size_t i = 0; i < std::min(model.supplies.size(), places.size()); ++i) {
        const SupplyOffer& supply = model.supplies[i];
        if (frame.tile(places[i], {.label = supply.label,
                                   .icon = supply.icon,
                                   .tone = supply.tone,
                                   .chosen = supply.state == SupplyOffer::State::taken,
                                   .id = supply.touch.commodity.view(),
                                   .text_size = text_size,
                                   .radius = frame.mm(measures::panel_radius)})) {
            page.touch = supply.touch;
        }
    }
    return page.main_pressed ? std::optional<Touch>{Finish{}} : page.touch;
}

} // namespace verandah::kiosk
