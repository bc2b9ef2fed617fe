// SPDX-License-Identifier: Apache-2.0
// From a device's bundle to what a connection needs.
#pragma once

#include "shared/wire/device_bundle.hpp"
#include "shared/wire/http/client.hpp"

namespace verandah::wire {

/// Where the hub of this bundle is. Precondition: the bundle was read by read_bundle(), which checked the address.
[[nodiscard]] HubAddress hub_of(const DeviceBundle& bundle);

[[nodiscard]] TlsIdentity identity_of(const DeviceBundle& bundle);

} // namespace verandah::wire
