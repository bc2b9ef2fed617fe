// SPDX-License-Identifier: Apache-2.0
// One thing said, large and calm, and at most one thing to do: one moment, still there?, no number yet, thank you.
#pragma once

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/parts.hpp"

#include <string>

namespace verandah::kiosk {

/// What runs out, if anything does.
struct Countdown {
    float left = 1; ///< 0..1
    std::string words = {};
};

struct NoticeModel {
    PageModel page;
    Greeting greeting;
    std::optional<Countdown> countdown = {};
    std::optional<Touch> main = {}; ///< What the page's main action does, when it has one.
};

[[nodiscard]] std::optional<Touch> draw_notice_screen(ui::Frame& frame, const NoticeModel& model);

} // namespace verandah::kiosk
