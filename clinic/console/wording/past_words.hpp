// SPDX-License-Identifier: Apache-2.0
// The words of looking back.
#pragma once

#include "clinic/console/flow/sheet.hpp"
#include "clinic/console/screens/models.hpp"
#include "clinic/console/wording/scene.hpp"

namespace verandah::console {

[[nodiscard]] PastModel past_words(const Scene& scene);
[[nodiscard]] SheetModel filter_sheet_words(const Scene& scene, const FilterSheet& sheet);
[[nodiscard]] SheetModel save_sheet_words(const Scene& scene, const SaveSheet& sheet);

} // namespace verandah::console
