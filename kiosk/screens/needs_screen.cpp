// SPDX-License-Identifier: Apache-2.0
// What would you like today? Up to six tiles, several may be chosen.
#include "kiosk/screens/needs_screen.hpp"

#include "kiosk/screens/measures.hpp"
#include "kiosk/screens/parts.hpp"

#include <algorithm>

namespace verandah::kiosk {
namespace {

std::optional<Touch> draw_tiles(ui::Frame& frame, const ui::Rect& rest, const NeedsModel& model)
{
    const int columns = frame.portrait() ? 2 : 3;
    const auto places = rest.grid(columns, choices_a_page / columns, frame.mm(measures::gap));
    const float text_size = frame.capitals_mm(frame.portrait() ? measures::tile_portrait : measures::tile_landscape);
    const float radius = frame.mm(measures::panel_radius);
    std::optional<Touch> touch;
    for (std::size_t i = 0; i < std::min(model.needs.size(), places.size()); ++i) {
        const Need& need = model.needs[i];
        if (frame.tile(places[i], {.label = need.label,
                                   .icon = need.icon,
                                   .tone = need.tone,
                                   .chosen = need.state == Need::State::chosen,
                                   .id = need.service.view(),
                                   .text_size = text_size,
                                   .radius = radius})) {
            touch = SwitchNeed{need.service};
        }
    }
    if (model.more && frame.tile(places.back(), {.label = model.more->label,
                                                 .icon = ui::icon::more_horiz,
                                                 .tone = ui::Tone::quiet,
                                                 .text_size = text_size,
                                                 .radius = radius})) {
        touch = ShowPage{model.more->page};
    }
    return touch;
}

/// The heading, with a discreet word at the end of its second line; the same for every card.
ui::Rect draw_heading_with_card(ui::Frame& frame, const ui::Rect& room, const NeedsModel& model)
{
    const ui::Badge badge{.label = model.card_read,
                          .icon = ui::icon::check,
                          .tone = ui::Tone::mist,
                          .text_size = frame.capitals_mm(measures::body)};
    const ui::Size size = frame.badge_size(badge);
    ui::Rect rest = draw_heading(frame, room, model.title, {});
    ui::Rect row = rest.cut_top(size.height, frame.mm(4));
    const ui::Rect place = row.cut_end(size.width, frame.mm(measures::gap));
    frame.badge({place.x, place.centre().y}, badge);
    frame.text(
        row, model.note,
        {.size = frame.capitals_mm(measures::note), .colour = frame.theme().soft, .smallest = least_text(frame)});
    return rest;
}

} // namespace

std::optional<Touch> draw_needs_screen(ui::Frame& frame, const NeedsModel& model)
{
    Page page = draw_page(frame, model.page);
    const ui::Rect rest = model.card_read.empty() ? draw_heading(frame, page.rest, model.title, model.note)
                                                  : draw_heading_with_card(frame, page.rest, model);
    if (model.page.answers == Answers::not_now) {
        const auto behind = frame.inert();
        static_cast<void>(draw_tiles(frame, rest, model));
    } else if (const auto touch = draw_tiles(frame, rest, model)) {
        page.touch = touch;
    }
    return page.main_pressed ? std::optional<Touch>{AskNumber{}} : page.touch;
}

} // namespace verandah::kiosk
