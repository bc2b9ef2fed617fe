// SPDX-License-Identifier: Apache-2.0
// The accounts of the house: who there is, in which role, and what can be done about one.
#pragma once

#include "clinic/console/screens/parts.hpp"

namespace verandah::console {

[[nodiscard]] Answer draw_staff_screen(ui::Frame& frame, const ui::Rect& area, const StaffModel& model,
                                       const std::optional<AlertModel>& alert);

} // namespace verandah::console
