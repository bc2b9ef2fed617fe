// SPDX-License-Identifier: Apache-2.0
// What a device that wants a certificate sends: PKCS#10 (RFC 2986). For clinic/hub/authority/*.cpp only.
#pragma once

#include "shared/domain/refusal.hpp"
#include "shared/wire/enrolment/openssl_handles.hpp"

#include <expected>
#include <string_view>

namespace verandah::hub {

/// The key that a request (PEM) is for, once the request has shown that its sender holds it. Refuses with invalid_input
/// as grant_device().
[[nodiscard]] std::expected<wire::openssl::Key, domain::Refusal> requested_key(std::string_view request);

} // namespace verandah::hub
