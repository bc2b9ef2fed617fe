// SPDX-License-Identifier: Apache-2.0
// The view that the tests of buttons and fields draw in: small, and without motion.
#pragma once

#include "shared/ui/frame.hpp"

namespace verandah::ui {

inline const View small_view{.size = {800, 600}, .motion = Motion::reduced};

} // namespace verandah::ui
