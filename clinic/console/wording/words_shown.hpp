// SPDX-License-Identifier: Apache-2.0
// Every word of a screen, for whoever waits for one of them: a script that plays a user.
#pragma once

#include "clinic/console/board/board_screen.hpp"
#include "clinic/console/screens/models.hpp"

#include <string>
#include <vector>

namespace verandah::console {

[[nodiscard]] std::vector<std::string> words_shown(const ScreenModel& model);
[[nodiscard]] std::vector<std::string> words_shown(const BoardModel& model);

} // namespace verandah::console
