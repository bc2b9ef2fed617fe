// SPDX-License-Identifier: Apache-2.0
// Where devices find this hub, and by which name they may expect its certificate.
#pragma once

#include "clinic/hub/centre/centre_file.hpp"

#include <string>
#include <string_view>

namespace verandah::hub {

/// The host to tell a new device: the one centre.toml says; else the address the hub listens on; else, when it listens
/// on all of them, this machine's first address on a network, of version 4 rather than 6; else "127.0.0.1".
[[nodiscard]] std::string host_for_devices(const HubSettings& settings, const ListenAddress& listen);

/// "192.168.1.10:8443", or "[fd00::1]:8443".
[[nodiscard]] std::string host_and_port(std::string_view host, std::uint16_t port);

/// What a device shall ask the hub's certificate for: the host it calls where that is in the certificate, and the first
/// of `settings.names` that is where not. It knows the hub by its key as well, so the name need not be the address.
[[nodiscard]] std::string name_to_expect(std::string_view server_certificate, const HubSettings& settings,
                                         const std::string& host);

/// Where the enrolment door listens: at the hub's own address, one port further unless centre.toml says which; at any
/// free port when the hub is.
[[nodiscard]] ListenAddress door_address(const HubSettings& settings, const ListenAddress& listen);

} // namespace verandah::hub
