// SPDX-License-Identifier: Apache-2.0
// The panel beside the lists of accounts and of devices.
#pragma once

#include "clinic/console/screens/parts.hpp"

namespace verandah::console {

using WishOf = Wish (*)(Errand errand);
[[nodiscard]] Answer draw_side_panel(ui::Frame& frame, const ui::Rect& area, const AccountPanel& panel, WishOf wish_of);

} // namespace verandah::console
