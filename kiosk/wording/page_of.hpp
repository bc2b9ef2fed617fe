// SPDX-License-Identifier: Apache-2.0
// Which of many choices stand on which page.
#pragma once

#include "kiosk/screens/needs_screen.hpp"

#include <algorithm>

namespace verandah::kiosk {

/// Six on a page when that is all; else five and the way to the next page, in a circle.
struct PageOf {
    std::size_t first = 0;
    std::size_t last = 0; ///< One past.
    int next = 0;         ///< The page after this one.
    int count = 1;

    /// `page` may be any number; it is brought into the circle.
    [[nodiscard]] static PageOf choices(std::size_t total, int page)
    {
        constexpr auto places = static_cast<std::size_t>(choices_a_page);
        const std::size_t each = total <= places ? places : places - 1;
        const auto count = std::max<std::size_t>(1, (total + each - 1) / each);
        const auto shown = static_cast<std::size_t>(std::max(0, page)) % count;
        return {.first = shown * each,
                .last = std::min(total, (shown + 1) * each),
                .next = static_cast<int>((shown + 1) % count),
                .count = static_cast<int>(count)};
    }
};

} // namespace verandah::kiosk
