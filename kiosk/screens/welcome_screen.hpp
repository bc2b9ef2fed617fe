// SPDX-License-Identifier: Apache-2.0
// The door: a greeting, the languages, with or without a card. When the centre is closed it says so, and nothing else
// changes place.
#pragma once

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/parts.hpp"

#include <string>
#include <vector>

namespace verandah::kiosk {

struct LanguageChoice {
    enum class State { other, chosen };
    std::string code;
    std::string own_name; ///< In the language itself.
    State state = State::other;
};

struct WayIn {
    std::string label;
    std::string note;
};

struct WelcomeModel {
    PageModel page;
    Greeting greeting;
    std::vector<LanguageChoice> languages; ///< At most four, or three when there is a `more`.
    std::string more = {};                 ///< "More…", when there are others.
    std::optional<WayIn> with_card = {};   ///< Both missing while nobody can check in.
    std::optional<WayIn> without_card = {};
    std::string supplies = {}; ///< "Just supplies"; empty where nothing is to be taken away.
};

[[nodiscard]] std::optional<Touch> draw_welcome_screen(ui::Frame& frame, const WelcomeModel& model);

} // namespace verandah::kiosk
