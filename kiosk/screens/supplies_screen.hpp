// SPDX-License-Identifier: Apache-2.0
// What can be taken away without a number: up to four tiles. Touching one counts it.
#pragma once

#include "kiosk/screens/page.hpp"

#include <string>
#include <vector>

namespace verandah::kiosk {

struct SupplyOffer {
    enum class State { offered, taken };
    TakeSupply touch;
    std::string label;
    ui::Icon icon;
    ui::Tone tone = ui::Tone::teal;
    State state = State::offered;
};

struct SuppliesModel {
    PageModel page; ///< With "Done" as its main action once something was taken.
    std::string title;
    std::string note;
    std::vector<SupplyOffer> supplies;
};

[[nodiscard]] std::optional<Touch> draw_supplies_screen(ui::Frame& frame, const SuppliesModel& model);

} // namespace verandah::kiosk
