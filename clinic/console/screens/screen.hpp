// SPDX-License-Identifier: Apache-2.0
// The whole console: rail, page, sheet, cover.
#pragma once

#include "clinic/console/screens/parts.hpp"

namespace verandah::console {

/// Draws one frame and returns what the person did in it, if anything.
[[nodiscard]] Answer draw_screen(ui::Frame& frame, const ScreenModel& model);

/// Screens are made for 1366 × 768; a larger glass makes everything larger, within reason.
[[nodiscard]] float glass_scale(ui::Size glass);

} // namespace verandah::console
