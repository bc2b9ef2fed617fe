// SPDX-License-Identifier: Apache-2.0
// The words of the bars around every screen.
#pragma once

#include "kiosk/screens/page.hpp"
#include "kiosk/wording/scene.hpp"

namespace verandah::kiosk {

enum class WayBack { offered, none };

[[nodiscard]] PageModel page_words(const Scene& scene, WayBack way_back);

} // namespace verandah::kiosk
