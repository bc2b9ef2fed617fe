// SPDX-License-Identifier: Apache-2.0
// A device's own key, what it shows of it, and what it is given for it.
#pragma once

#include "shared/domain/time.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace verandah::wire {

/// A new EC P-256 key as PEM. A secret: it never leaves the device.
[[nodiscard]] std::string make_device_key();

/// A certificate request (PKCS#10, PEM) for that key, signed with it; it names nobody: the hub knows the name. nullopt
/// when `private_key` is no plain PEM key.
[[nodiscard]] std::optional<std::string> certificate_request(std::string_view private_key);

/// Whether `certificate` is for `private_key` and signed by `authority`, all PEM.
[[nodiscard]] bool fits_together(std::string_view certificate, std::string_view private_key,
                                 std::string_view authority);

/// From when on a device asks for another certificate: two thirds of this one's time. nullopt when it is none.
[[nodiscard]] std::optional<domain::Instant> renewal_due(std::string_view certificate);

/// SHA-256 of the certificate's public key, hexadecimal; empty when it is none.
[[nodiscard]] std::string certificate_key_sha256(std::string_view certificate);

} // namespace verandah::wire
