// SPDX-License-Identifier: Apache-2.0
// What the visitor can come for, page by page.
#include "kiosk/wording/page_words.hpp"
#include "kiosk/wording/step_words.hpp"

#include <algorithm>
#include <array>

namespace verandah::kiosk {
namespace {

/// The colour words of centre.toml.
ui::Tone tone_of(std::string_view colour)
{
    using Named = std::pair<std::string_view, ui::Tone>;
    constexpr std::array tones{Named{"teal", ui::Tone::teal}, Named{"sky", ui::Tone::sky},
                               Named{"plum", ui::Tone::plum}, Named{"sun", ui::Tone::soon},
                               Named{"leaf", ui::Tone::leaf}, Named{"clay", ui::Tone::care}};
    const auto found = std::ranges::find(tones, colour, &Named::first);
    return found == tones.end() ? ui::Tone::teal : found->second;
}

Need need_of(const domain::Service& service, const Scene& scene)
{
    const bool chosen = std::ranges::find(scene.flow.needs, service.code) != scene.flow.needs.end();
    return {.service = service.code,
            .label = public_words(service.label, scene.words.language().code, *scene.centre),
            .icon = ui::find_icon(service.icon).value_or(ui::icon::help),
            .tone = tone_of(service.colour),
            .state = chosen ? Need::State::chosen : Need::State::other};
}

MainAction get_number(const Scene& scene)
{
    return {.label = scene.words.translate("Get my number"),
            .ready = scene.flow.needs.empty() ? MainAction::Ready::not_yet : MainAction::Ready::yes};
}

} // namespace

NeedsModel needs_words(const Scene& scene, int page)
{
    NeedsModel model{.page = page_words(scene, WayBack::offered),
                     .title = scene.words.translate("What would you like today?"),
                     .note = scene.words.translate("Choose one or more."),
                     .needs = {}};
    model.page.main = get_number(scene);
    if (scene.flow.card) {
        model.card_read = scene.words.translate("Card read");
    }
    if (scene.centre == nullptr) {
        return model;
    }
    const auto& services = scene.centre->centre.services;
    const int total = static_cast<int>(services.size());
    const int count = std::max(1, (total + model.places - 1) / model.places);
    const int shown = std::clamp(page, 0, count - 1);
    for (int i = shown * model.places; i < std::min((shown + 1) * model.places, total); ++i) {
        model.needs.push_back(need_of(services[static_cast<std::size_t>(i)], scene));
    }
    model.pages = page_places(scene, shown, count);
    return model;
}

} // namespace verandah::kiosk
