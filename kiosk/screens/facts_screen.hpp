// SPDX-License-Identifier: Apache-2.0
// What something means before it is done: a heading, and a few facts, each a picture with few words.
#pragma once

#include "kiosk/screens/page.hpp"

#include <string>
#include <vector>

namespace verandah::kiosk {

struct Fact {
    ui::Icon icon;
    ui::Tone tone = ui::Tone::teal;
    std::string words;
};

struct FactsModel {
    PageModel page; ///< With the way on as its main action.
    std::string title;
    std::string note;
    std::vector<Fact> facts;        ///< Two to four.
    std::optional<Touch> main = {}; ///< What the page's main action does, when it has one.
};

[[nodiscard]] std::optional<Touch> draw_facts_screen(ui::Frame& frame, const FactsModel& model);

} // namespace verandah::kiosk
