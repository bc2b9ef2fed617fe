// SPDX-License-Identifier: Apache-2.0
// The words of the bars around every screen.
#pragma once

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/pager.hpp"
#include "kiosk/wording/scene.hpp"

namespace verandah::kiosk {

enum class WayBack { offered, none };

[[nodiscard]] PageModel page_words(const Scene& scene, WayBack way_back);

/// The words for going through `count` pages.
[[nodiscard]] Pages page_places(const Scene& scene, int page, int count);

} // namespace verandah::kiosk
