// SPDX-License-Identifier: Apache-2.0
// A greeting and up to three large ways on. Shows: hold your card, would you like a card, what would make this easier.
#pragma once

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/parts.hpp"

#include <string>
#include <vector>

namespace verandah::kiosk {

struct WayOn {
    enum class Weight { usual, main, quiet }; ///< quiet: lower, without its note; for the last one.
    enum class State { off, on };
    std::string label;
    std::string note;
    ui::Icon icon;
    Touch touch;
    Weight weight = Weight::usual;
    State state = State::off;
    ui::Tone tone = ui::Tone::teal;
};

struct ChoicesModel {
    PageModel page;
    Greeting greeting;
    std::vector<WayOn> ways;        ///< One to three.
    std::optional<Touch> main = {}; ///< What the page's main action does, when it has one.
};

[[nodiscard]] std::optional<Touch> draw_choices_screen(ui::Frame& frame, const ChoicesModel& model);

} // namespace verandah::kiosk
