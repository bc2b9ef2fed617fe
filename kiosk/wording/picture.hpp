// SPDX-License-Identifier: Apache-2.0
// From where the visitor is to the screen they see, in their own language.
#pragma once

#include "kiosk/screens/screen.hpp"
#include "kiosk/wording/scene.hpp"

namespace verandah::kiosk {

[[nodiscard]] ScreenModel picture_of(const Scene& scene);

} // namespace verandah::kiosk
