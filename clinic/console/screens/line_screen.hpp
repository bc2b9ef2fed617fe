// SPDX-License-Identifier: Apache-2.0
// The line: who waits, who is next and why, who is here, and everything that can be done.
#pragma once

#include "clinic/console/screens/parts.hpp"

namespace verandah::console {

/// The name of the list, whose scroll follows the chosen row.
inline constexpr std::string_view line_list = "line";
/// The height of a row before the reader's text size.
inline constexpr float row_pixels = 47;

[[nodiscard]] Answer draw_line_screen(ui::Frame& frame, const ui::Rect& area, const LineModel& model,
                                      const std::optional<AlertModel>& alert);

/// Who is here and what can be done, at the end of the screen.
[[nodiscard]] Answer draw_panel(ui::Frame& frame, const ui::Rect& area, const PanelModel& model,
                                const std::optional<AlertModel>& alert);

} // namespace verandah::console
