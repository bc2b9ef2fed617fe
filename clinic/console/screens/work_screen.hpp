// SPDX-License-Identifier: Apache-2.0
// The pages of what is due and of referrals: parts above, a long list, what can be done beside it.
#pragma once

#include "clinic/console/screens/parts.hpp"

namespace verandah::console {

inline constexpr std::string_view work_list = "work"; ///< Among the lists of the screen.

[[nodiscard]] Answer draw_work_screen(ui::Frame& frame, const ui::Rect& area, const WorkModel& model,
                                      const std::optional<AlertModel>& alert);
/// The page as it will be printed, over the screen.
[[nodiscard]] Answer draw_slip(ui::Frame& frame, const SlipModel& model);

} // namespace verandah::console
