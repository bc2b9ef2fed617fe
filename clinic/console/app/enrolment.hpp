// SPDX-License-Identifier: Apache-2.0
// The window of a console or a board that is not enrolled: until it is, or is closed.
#pragma once

#include "clinic/console/app/options.hpp"
#include "shared/wire/device_bundle.hpp"

#include <optional>

namespace verandah::console {

/// Shows the screen, takes typing, a scan or what was copied, and enrols on a thread of its own. The bundle, which is
/// written to options.device; nullopt when the window was closed before. Throws as ConsoleApp does.
[[nodiscard]] std::optional<wire::DeviceBundle> enrol_at_the_screen(const Options& options, wire::DeviceKind kind);

} // namespace verandah::console
