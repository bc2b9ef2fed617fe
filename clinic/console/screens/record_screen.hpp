// SPDX-License-Identifier: Apache-2.0
// The record: made for a person who stands beside a visitor, not for typing.
#pragma once

#include "clinic/console/screens/models.hpp"
#include "clinic/console/screens/parts.hpp"

namespace verandah::console {

/// Draws the page into `area`, beside the rail, and what lies over it.
[[nodiscard]] Answer draw_record_screen(ui::Frame& frame, const ui::Rect& area, const RecordModel& model,
                                        const std::optional<AlertModel>& alert);

} // namespace verandah::console
