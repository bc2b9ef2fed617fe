// SPDX-License-Identifier: Apache-2.0
// What the commands about devices share.
#pragma once

#include "clinic/hub/authority/device_list.hpp"
#include "clinic/hub/centre/centre_folder.hpp"

#include <vector>

namespace verandah::hub {

/// Faults of its files go to standard error.
[[nodiscard]] DeviceList open_list(const CentreFolder& folder);

/// The kind and the first number that is not taken: "kiosk-1".
[[nodiscard]] wire::DeviceName next_free_name(wire::DeviceKind kind, const std::vector<Device>& devices);

} // namespace verandah::hub
