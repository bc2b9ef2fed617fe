// SPDX-License-Identifier: Apache-2.0
// What the visitor came for: icons and words, up to six a page, several may be chosen. With more than six the last
// place leads to the next page, and from the last page to the first.
#pragma once

#include "kiosk/screens/page.hpp"

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

struct MorePage {
    std::string label; ///< "More choices"
    int page = 0;      ///< Where it leads.
};

inline constexpr int choices_a_page = 6;

struct NeedsModel {
    PageModel page; ///< With "Get my number" as its main action.
    std::string title;
    std::string note;
    std::string card_read = {}; ///< Said of any card, known here or not.
    std::vector<Need> needs;    ///< Of this page.
    std::optional<MorePage> more = {};
};

[[nodiscard]] std::optional<Touch> draw_needs_screen(ui::Frame& frame, const NeedsModel& model);

} // namespace verandah::kiosk
