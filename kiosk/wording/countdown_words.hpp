// SPDX-License-Identifier: Apache-2.0
// What runs out on a screen, in words.
#pragma once

#include "kiosk/screens/notice_screen.hpp"
#include "kiosk/wording/scene.hpp"

namespace verandah::kiosk {

[[nodiscard]] Countdown countdown_words(const Scene& scene, Ticks since, Ticks lasts);

} // namespace verandah::kiosk
