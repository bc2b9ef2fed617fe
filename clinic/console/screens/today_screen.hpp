// SPDX-License-Identifier: Apache-2.0
// Today at a glance: who came when, who was served, how long it took.
#pragma once

#include "clinic/console/screens/parts.hpp"

namespace verandah::console {

[[nodiscard]] Answer draw_today_screen(ui::Frame& frame, const ui::Rect& area, const TodayModel& model,
                                       const std::optional<AlertModel>& alert);

} // namespace verandah::console
