// SPDX-License-Identifier: Apache-2.0
// Taking supplies away: discreet words, and nothing of what is left.
#include "kiosk/wording/page_words.hpp"
#include "kiosk/wording/step_words.hpp"

#include <algorithm>
#include <utility>

namespace verandah::kiosk {
namespace {

namespace icon = ui::icon;

std::pair<ui::Icon, ui::Tone> look_of(domain::CommodityKind kind)
{
    switch (kind) {
    case domain::CommodityKind::condom: return {icon::security, ui::Tone::teal};
    case domain::CommodityKind::lubricant: return {icon::opacity, ui::Tone::sky};
    case domain::CommodityKind::injecting: return {icon::healing, ui::Tone::plum};
    case domain::CommodityKind::test: return {icon::science, ui::Tone::leaf};
    case domain::CommodityKind::medicine: return {icon::medical_services, ui::Tone::care};
    }
    return {icon::shopping_bag, ui::Tone::soon};
}

SupplyOffer offer_of(const wire::CentreView::Supply& supply, const ChoosingSupplies& step, const Scene& scene)
{
    const auto [sign, tone] = look_of(supply.kind);
    const bool is_taken = std::ranges::find(step.taken, supply.commodity) != step.taken.end();
    return {.touch = {supply.commodity, supply.pieces},
            .label = public_words(supply.label, scene.words.language().code, *scene.centre),
            .icon = sign,
            .tone = tone,
            .state = is_taken ? SupplyOffer::State::taken : SupplyOffer::State::offered};
}

} // namespace

SuppliesModel supplies_words(const Scene& scene, const ChoosingSupplies& step)
{
    const auto& words = scene.words;
    SuppliesModel model{.page = page_words(scene, WayBack::offered),
                        .title = words.translate("Take what you need"),
                        .note = step.taken.empty() ? words.translate("Touch what you take. You need no number.")
                                                   : words.translate("Please take it from the shelf."),
                        .supplies = {}};
    model.page.main = MainAction{.label = words.translate("Done"),
                                 .icon = icon::check_circle,
                                 .ready = step.taken.empty() ? MainAction::Ready::not_yet : MainAction::Ready::yes};
    if (scene.centre != nullptr) {
        std::ranges::transform(scene.centre->supplies, std::back_inserter(model.supplies),
                               [&](const auto& supply) { return offer_of(supply, step, scene); });
    }
    return model;
}

} // namespace verandah::kiosk
