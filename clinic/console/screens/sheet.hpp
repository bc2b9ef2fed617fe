// SPDX-License-Identifier: Apache-2.0
// A small question over the screen.
#pragma once

#include "clinic/console/screens/parts.hpp"

namespace verandah::console {

/// Options have the digits as keys, Enter confirms, Esc goes back.
[[nodiscard]] Answer draw_sheet(ui::Frame& frame, const SheetModel& model);

} // namespace verandah::console
