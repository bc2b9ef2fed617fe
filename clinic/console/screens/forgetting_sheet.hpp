// SPDX-License-Identifier: Apache-2.0
// The sheet on which a visitor is forgotten, and the band that says that somebody asks for it.
#pragma once

#include "clinic/console/screens/parts.hpp"

namespace verandah::console {

/// The keys on it are such as no card's code has, so that a scanner that types while it is open does nothing: 1 to say
/// that she agrees, 0 for "not now", Enter to do it once she does, Esc to close.
[[nodiscard]] Answer draw_forgetting_sheet(ui::Frame& frame, const ForgettingModel& model);

[[nodiscard]] Answer draw_asked_to_forget(ui::Frame& frame, const ui::Rect& rect, const AskedToForgetModel& model);

} // namespace verandah::console
