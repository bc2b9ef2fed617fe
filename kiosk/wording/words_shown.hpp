// SPDX-License-Identifier: Apache-2.0
// Every word a screen shows, in reading order: to be spoken, and for scripts that wait for something to appear.
#pragma once

#include "kiosk/screens/screen.hpp"

#include <string>
#include <vector>

namespace verandah::kiosk {

/// The screen's own words: greeting, number, choices; then its main action. The bars are left out.
[[nodiscard]] std::vector<std::string> words_shown(const ScreenModel& model);

} // namespace verandah::kiosk
