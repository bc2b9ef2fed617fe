// SPDX-License-Identifier: Apache-2.0
// Whether anybody can check in right now, and how to say kindly that they cannot.
#pragma once

#include "kiosk/wording/scene.hpp"

#include <string>

namespace verandah::kiosk {

enum class Door { open, closed, no_more_numbers, unknown };

/// unknown: the hub has not been reached yet.
[[nodiscard]] Door door_of(const wire::CentreView* centre);

/// "We open again tomorrow at 9:00": as people say it, by the centre's own clock. Empty when no time is known.
[[nodiscard]] std::string opens_again(const Scene& scene);

} // namespace verandah::kiosk
