// SPDX-License-Identifier: Apache-2.0
// All a device needs to find its hub and be let in: one file, which it writes when it
// enrols, or which `verandah-hub device add` made and somebody carried there.
#pragma once

#include "shared/domain/refusal.hpp"
#include "shared/wire/device_identity.hpp"

#include <expected>
#include <filesystem>
#include <string>

namespace verandah::wire {

/// The file is TOML, mode 0600, `version = 1`, with a key of the same name for every field here. It holds the device's
/// private key: whoever has the file is the device, until its public key is taken off the hub's device list.
struct DeviceBundle {
    DeviceKind kind;
    DeviceName name;
    std::string hub_address;           ///< Host or IP address and port, "192.168.1.10:8443" or "[fd00::1]:8443".
    std::string hub_name;              ///< What the hub's certificate must be for (DNS name or IP address).
    std::string hub_public_key_sha256; ///< The one key the hub may have: 64 lower-case hex digits over its SPKI DER.
    std::string certificate;           ///< The device's own, PEM.
    std::string private_key;           ///< PEM. Secret.
    std::string authority;             ///< The centre's authority, which signed the hub's certificate, PEM.
    friend bool operator==(const DeviceBundle&, const DeviceBundle&) = default;
};

/// Refuses with not_found (no such file), not_allowed (others may read it: the detail names the chmod that puts it
/// right), invalid_input (with file and line: not TOML, another version, a field missing, unknown or wrong). No detail
/// holds a key. Throws std::system_error when the disk is at fault.
[[nodiscard]] std::expected<DeviceBundle, domain::Refusal> read_bundle(const std::filesystem::path& file);

/// Writes `file` whole, synced and mode 0600. Refuses with conflict when it exists already; nothing is overwritten.
[[nodiscard]] std::expected<void, domain::Refusal> write_bundle(const std::filesystem::path& file,
                                                                const DeviceBundle& bundle);
/// The same in place of the file that is there, in one step: it is the old bundle or the new one, and never half.
[[nodiscard]] std::expected<void, domain::Refusal> replace_bundle(const std::filesystem::path& file,
                                                                  const DeviceBundle& bundle);

} // namespace verandah::wire
