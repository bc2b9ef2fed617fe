// SPDX-License-Identifier: Apache-2.0
// What the visitor can come for, page by page.
#include "kiosk/wording/page_of.hpp"
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
    const PageOf shown = PageOf::choices(services.size(), page);
    for (std::size_t i = shown.first; i < shown.last; ++i) {
        model.needs.push_back(need_of(services[i], scene));
    }
    if (shown.count > 1) {
        model.more = MorePage{scene.words.translate("More choices"), shown.next};
    }
    return model;
}

} // namespace verandah::kiosk
