// SPDX-License-Identifier: Apache-2.0
// Welcome: languages, and with or without a card.
#include "kiosk/screens/welcome_screen.hpp"

#include "kiosk/screens/measures.hpp"

#include <algorithm>

namespace verandah::kiosk {
namespace {

namespace icon = ui::icon;

std::optional<Touch> draw_languages(ui::Frame& frame, const ui::Rect& row, const WelcomeModel& model)
{
    const int count = static_cast<int>(model.languages.size()) + (model.more.empty() ? 0 : 1);
    const auto places = row.columns(std::max(count, 2), frame.mm(measures::gap));
    const float text_size = frame.capitals_mm(measures::call);
    const float radius = frame.mm(measures::control_radius);
    std::optional<Touch> touch;
    std::size_t next = 0;
    for (const LanguageChoice& language : model.languages) {
        if (frame.button(places[next++], {.label = language.own_name,
                                          .chosen = language.state == LanguageChoice::State::chosen,
                                          .text_size = text_size,
                                          .radius = radius})) {
            touch = ChooseLanguage{language.code};
        }
    }
    if (!model.more.empty() &&
        frame.button(places[next],
                     {.label = model.more, .tone = ui::Tone::quiet, .text_size = text_size, .radius = radius})) {
        touch = OpenLanguages{};
    }
    return touch;
}

/// For whoever wants no number: no larger than "back".
bool draw_supplies(ui::Frame& frame, const ui::Rect& rect, const WelcomeModel& model)
{
    const float text_size = frame.capitals_mm(measures::call);
    return frame.button(rect, {.label = model.supplies,
                               .icon = icon::shopping_bag,
                               .text_size = text_size,
                               .icon_size = text_size * 1.35F,
                               .radius = frame.mm(measures::control_radius)});
}

std::optional<Touch> draw_ways_in(ui::Frame& frame, ui::Rect rest, const WelcomeModel& model)
{
    std::optional<Touch> touch;
    const float lowest = frame.mm(measures::call_height);
    if (!model.supplies.empty() && draw_supplies(frame, rest.cut_bottom(lowest, frame.mm(measures::gap)), model)) {
        touch = JustSupplies{};
    }
    if (!model.with_card && !model.without_card) {
        return touch;
    }
    const auto places = rest.rows(2, frame.mm(measures::gap + 2));
    if (model.with_card && draw_choice(frame, places[0],
                                       {.label = model.with_card->label,
                                        .note = model.with_card->note,
                                        .icon = icon::qr_code_scanner,
                                        .look = ui::Look::main})) {
        touch = HaveCard{};
    }
    if (model.without_card && draw_choice(frame, places[1],
                                          {.label = model.without_card->label,
                                           .note = model.without_card->note,
                                           .icon = icon::waving_hand,
                                           .tone = ui::Tone::care})) {
        touch = GoOnWithoutCard{};
    }
    return touch;
}

} // namespace

std::optional<Touch> draw_welcome_screen(ui::Frame& frame, const WelcomeModel& model)
{
    Page page = draw_page(frame, model.page);
    const float languages_height = frame.mm(frame.portrait() ? 32 : 29);
    const float gap = frame.mm(measures::gap + 3);
    const bool can_come_in = model.with_card || model.without_card;
    const bool open = can_come_in || !model.supplies.empty();
    const float most = frame.portrait() ? page.rest.height * 0.56F : page.rest.height;
    const float supplies = model.supplies.empty() ? 0 : frame.mm(measures::call_height + measures::gap);
    const float wanted = (can_come_in ? frame.mm(frame.portrait() ? 166 : 150) : 0) + supplies;
    const float ways = open ? std::min(wanted, most - languages_height - gap) : 0;
    ui::Rect controls = draw_greeting(frame, page.rest, model.greeting, languages_height + (open ? gap + ways : 0));
    if (const auto touch = draw_languages(frame, controls.cut_top(languages_height, gap), model)) {
        page.touch = touch;
    }
    if (open) {
        if (const auto touch = draw_ways_in(frame, controls, model)) {
            page.touch = touch;
        }
    }
    return page.touch;
}

} // namespace verandah::kiosk
