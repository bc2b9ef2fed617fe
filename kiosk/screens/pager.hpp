// SPDX-License-Identifier: Apache-2.0
// Going to another page of the same choices.
#pragma once

#include "kiosk/screens/page.hpp"

#include <string>

namespace verandah::kiosk {

/// Where the pages before and after are.
struct Pages {
    std::string earlier = {}; ///< What the two buttons say.
    std::string more = {};
    std::string place = {}; ///< "Page 1 of 2"
    int page = 0;
    int count = 1;
};

/// Cuts its row off the foot of `rest` and draws "earlier", the place and "more" there. Draws nothing for one page.
[[nodiscard]] std::optional<Touch> draw_pager(ui::Frame& frame, ui::Rect& rest, const Pages& pages);

} // namespace verandah::kiosk
