// SPDX-License-Identifier: Apache-2.0
// Whether the certificates and keys that a centre's folder holds belong together.
#pragma once

#include "shared/domain/time.hpp"

#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::hub {

/// A certificate and the key it is for, both PEM.
struct CertificateAndKey {
    std::string_view certificate;
    std::string_view private_key;
};

/// Why a certificate cannot be used. The texts say it for whoever runs the centre (text_for).
enum class CertificateFault { damaged_certificate, damaged_key, not_a_pair, not_from_this_authority, not_valid_now };

[[nodiscard]] std::string_view text_for(CertificateFault fault); ///< "is damaged: it holds no certificate"

/// Whether the authority's certificate and key are whole, are a pair, and the certificate is valid at `now`.
[[nodiscard]] std::expected<void, CertificateFault> check_authority(const CertificateAndKey& authority,
                                                                    domain::Instant now);

/// The same for a certificate that has to be signed by `authority`, whose own certificate was checked before.
[[nodiscard]] std::expected<void, CertificateFault> check_issued(const CertificateAndKey& issued,
                                                                 std::string_view authority, domain::Instant now);

/// Those of `names` (DNS names and IP addresses) that `certificate` is not made out to. All of them when it is damaged.
[[nodiscard]] std::vector<std::string> names_missing(std::string_view certificate, std::span<const std::string> names);

} // namespace verandah::hub
