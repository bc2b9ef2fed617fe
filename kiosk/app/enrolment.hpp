// SPDX-License-Identifier: Apache-2.0
// The window of a kiosk that is not enrolled: until it is, or is closed.
#pragma once

#include "kiosk/app/options.hpp"
#include "shared/wire/device_bundle.hpp"

#include <optional>

namespace verandah::kiosk {

/// Shows the screen, takes a scan or typing, and enrols on a thread of its own. The bundle, which is written to
/// options.device; nullopt when the window was closed before. Throws as Kiosk does.
[[nodiscard]] std::optional<wire::DeviceBundle> enrol_at_the_screen(const Options& options);

} // namespace verandah::kiosk
