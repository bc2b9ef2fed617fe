// SPDX-License-Identifier: Apache-2.0
// What the visitor came for: icons and words, up to six a page, several may be chosen.
#pragma once

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/pager.hpp"

#include <string>
#include <vector>

namespace verandah::kiosk {

struct Need {
    enum class State { other, chosen };
    domain::ServiceCode service;
    std::string label;
    ui::Icon icon;
    ui::Tone tone = ui::Tone::teal;
    State state = State::other;
};

struct NeedsModel {
    PageModel page; ///< With "Get my number" as its main action.
    std::string title;
    std::string note;
    std::string card_read = {}; ///< Said of any card, known here or not.
    std::vector<Need> needs;    ///< Of this page.
    int places = 6;             ///< Tiles a page, so that a last page of two keeps the size of the others.
    Pages pages = {};
};

[[nodiscard]] std::optional<Touch> draw_needs_screen(ui::Frame& frame, const NeedsModel& model);

} // namespace verandah::kiosk
