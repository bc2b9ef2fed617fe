// SPDX-License-Identifier: Apache-2.0
// The words of forgetting a visitor. Never a name: there is none.
#pragma once

#include "clinic/console/screens/models.hpp"
#include "clinic/console/wording/scene.hpp"

#include <optional>

namespace verandah::console {

/// Nothing when nobody asks, or for whoever may not forget.
[[nodiscard]] std::optional<AskedToForgetModel> asked_to_forget_words(const Scene& scene);
/// Precondition: there is a sheet.
[[nodiscard]] ForgettingModel forgetting_words(const Scene& scene);

} // namespace verandah::console
