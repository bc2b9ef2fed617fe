// SPDX-License-Identifier: Apache-2.0
// Ten digits to touch. They stand as on every telephone, in every language.
#pragma once

#include "clinic/console/screens/door_models.hpp"
#include "clinic/console/screens/parts.hpp"

namespace verandah::console {

[[nodiscard]] Answer draw_keypad(ui::Frame& frame, const ui::Rect& rect, const PadModel& pad);

/// Six dots, as many of them filled as there are digits.
void draw_pin_dots(ui::Frame& frame, const ui::Rect& rect, const PadModel& pad);

} // namespace verandah::console
