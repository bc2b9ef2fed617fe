// SPDX-License-Identifier: Apache-2.0
// The words of the sheet for slips that come back.
#pragma once

#include "clinic/console/flow/counterfoil.hpp"
#include "clinic/console/screens/models.hpp"
#include "clinic/console/wording/scene.hpp"

namespace verandah::console {

[[nodiscard]] SheetModel counterfoil_words(const Scene& scene, const CounterfoilSheet& sheet);

} // namespace verandah::console
