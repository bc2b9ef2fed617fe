// SPDX-License-Identifier: Apache-2.0
// All the centre's languages, each in its own words, for a centre that has more than fit on the welcome screen.
#pragma once

#include "kiosk/screens/needs_screen.hpp"
#include "kiosk/screens/page.hpp"
#include "kiosk/screens/welcome_screen.hpp"

#include <string>
#include <vector>

namespace verandah::kiosk {

struct LanguagesModel {
    PageModel page;
    std::string title;
    std::vector<LanguageChoice> languages; ///< Of this page, at most six.
    std::optional<MorePage> more = {};
};

[[nodiscard]] std::optional<Touch> draw_languages_screen(ui::Frame& frame, const LanguagesModel& model);

} // namespace verandah::kiosk
