// SPDX-License-Identifier: Apache-2.0
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

/// A discreet word beside the title; the same for every card.
void draw_card_read(ui::Frame& frame, const ui::Rect& row, const NeedsModel& model)
{
    if (model.card_read.empty()) {
        return;
    }
    const ui::Badge badge{.label = model.card_read,
                          .icon = ui::icon::check,
                          .tone = ui::Tone::mist,
                          .text_size = frame.capitals_mm(measures::body)};
    frame.badge({row.end() - frame.badge_size(badge).width, row.centre().y}, badge);
}

} // namespace

std::optional<Touch> draw_needs_screen(ui::Frame& frame, const NeedsModel& model)
{
    Page page = draw_page(frame, model.page);
    const ui::Rect rest = draw_heading(frame, page.rest, model.title, model.note);
    const ui::Rect note_row{rest.x, rest.y - frame.mm(4) - frame.capitals_mm(measures::note) * 1.4F, rest.width,
                            frame.capitals_mm(measures::note) * 1.4F};
    draw_card_read(frame, note_row, model);
    if (model.page.answers == Answers::not_now) {
        const auto behind = frame.inert();
        static_cast<void>(draw_tiles(frame, rest, model));
    } else if (const auto touch = draw_tiles(frame, rest, model)) {
        page.touch = touch;
    }
    return page.main_pressed ? std::optional<Touch>{AskNumber{}} : page.touch;
}

} // namespace verandah::kiosk
