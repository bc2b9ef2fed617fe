// SPDX-License-Identifier: Apache-2.0
// Taking supplies.
#include "kiosk/flow/supplies.hpp"

#include <algorithm>

namespace verandah::kiosk {

std::vector<Effect> take_supply(Flow& flow, const TakeSupply& touch, const Turn& turn)
{
    auto* step = std::get_if<ChoosingSupplies>(&flow.step);
    if (step == nullptr || std::ranges::find(step->taken, touch.commodity) != step->taken.end()) {
        return {};
    }
    step->taken.push_back(touch.commodity);
    return {HandOut{turn.key, touch.commodity, touch.pieces}};
}

bool has_taken(const Flow& flow)
{
    const auto* step = std::get_if<ChoosingSupplies>(&flow.step);
    return step != nullptr && !step->taken.empty();
}

} // namespace verandah::kiosk
