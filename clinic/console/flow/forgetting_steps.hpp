// SPDX-License-Identifier: Apache-2.0
// What happens to the sheet on which a visitor is forgotten. For flow/*.cpp only.
#pragma once

#include "clinic/console/flow/console.hpp"

#include <optional>
#include <vector>

namespace verandah::console {

[[nodiscard]] std::vector<Effect> handle_forgetting_wish(Console& console, const ForgettingWish& wish);
[[nodiscard]] std::vector<Effect> handle_forgetting(Console& console, const ForgettingHappening& happening);

// The hub's answers to what is_about_forgetting().
[[nodiscard]] std::vector<Effect> forgetting_done(Console& console, const ErrandDone& event);
[[nodiscard]] std::vector<Effect> forgetting_refused(Console& console, const ErrandRefused& event);
[[nodiscard]] std::vector<Effect> forgetting_lost(Console& console, const ErrandLost& event);

} // namespace verandah::console
