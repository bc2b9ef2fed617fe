// SPDX-License-Identifier: Apache-2.0
// The console in every state of the page of devices, and of letting one in.
#pragma once

#include "clinic/console/flow/console.hpp"

#include <string>
#include <utility>
#include <vector>

namespace verandah::test {

/// A kiosk that is here, a console that was, a board nobody has seen; then as many kiosks more as make `count`.
[[nodiscard]] wire::DevicesView sample_devices(int count = 3);
/// An offer for "kiosk-2" that lasts nine more minutes, with a code as the hub makes them.
[[nodiscard]] wire::EnrolmentOffer sample_offer();
/// An administrator's console on the page of devices.
[[nodiscard]] console::Console console_with_devices(int count = 3);
/// The same with the code of sample_offer() on the screen.
[[nodiscard]] console::Console console_offering();
[[nodiscard]] std::vector<std::pair<std::string, console::Console>> every_device_state();

} // namespace verandah::test
