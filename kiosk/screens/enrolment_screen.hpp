// SPDX-License-Identifier: Apache-2.0
// Before everything else: this kiosk has no hub yet. A picture, what to do, what was typed so far, and the languages.
#pragma once

#include "kiosk/screens/parts.hpp"
#include "kiosk/screens/welcome_screen.hpp"

#include <optional>
#include <string>
#include <vector>

namespace verandah::kiosk {

struct EnrolmentModel {
    Greeting greeting;
    std::string typed = {}; ///< As it is shown, in groups; empty: nothing yet.
    std::string hint = {};  ///< Below it.
    std::vector<LanguageChoice> languages = {};
};

/// The code of the language that was touched, if one was.
[[nodiscard]] std::optional<std::string> draw_enrolment_screen(ui::Frame& frame, const EnrolmentModel& model);

/// Every word on it, in reading order.
[[nodiscard]] std::vector<std::string> words_shown(const EnrolmentModel& model);

} // namespace verandah::kiosk
