// SPDX-License-Identifier: Apache-2.0
// The page of who did what.
#pragma once

#include "clinic/console/screens/parts.hpp"

namespace verandah::console {

/// Of ten thousand deeds only those in sight are drawn. The list's id, for keys that scroll it.
inline constexpr std::string_view deed_list = "deeds";
inline constexpr float deed_row_pixels = 40;

[[nodiscard]] Answer draw_past_screen(ui::Frame& frame, const ui::Rect& area, const PastModel& model,
                                      const std::optional<AlertModel>& alert);

} // namespace verandah::console
