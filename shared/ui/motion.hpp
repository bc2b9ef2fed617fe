// SPDX-License-Identifier: Apache-2.0
// Movement: short, easing out, only to show where something came from.
#pragma once

#include <algorithm>

namespace verandah::ui {

inline constexpr double motion_seconds = 0.18;

/// 0..1 in time to 0..1 in way: fast first, then coming to rest (cubic).
[[nodiscard]] constexpr float eased(double part)
{
    const double left = 1.0 - std::clamp(part, 0.0, 1.0);
    return static_cast<float>(1.0 - left * left * left);
}

} // namespace verandah::ui
