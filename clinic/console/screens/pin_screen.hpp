// SPDX-License-Identifier: Apache-2.0
// The console while it wants the PIN: that it is locked, whose it is, the pad, and nothing of the line.
#pragma once

#include "clinic/console/screens/door_models.hpp"
#include "clinic/console/screens/parts.hpp"

namespace verandah::console {

/// Digits by touch or by any keyboard; the sixth sends them.
[[nodiscard]] Answer draw_pin_screen(ui::Frame& frame, const PinModel& model);

} // namespace verandah::console
