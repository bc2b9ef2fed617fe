// SPDX-License-Identifier: Apache-2.0
// The centre's own certificate authority: it vouches for the hub and for every device, and for nobody else.
#pragma once

#include "shared/domain/refusal.hpp"
#include "shared/domain/time.hpp"
#include "shared/wire/device_identity.hpp"

#include <expected>
#include <span>
#include <string>
#include <string_view>

namespace verandah::hub {

// Every key is EC P-256, every signature ECDSA with SHA-256, every serial number 159 random bits. Validity begins one
// day before `now`, because devices' clocks are wrong. Texts are PEM. OpenSSL's own faults throw std::runtime_error.

/// The authority's certificate (valid 20 years, signs end certificates only) and the key it signs with, a secret.
struct Authority {
    std::string certificate;
    std::string private_key;
};

/// A certificate the authority issued, its own key, and that key's name in allow-lists.
struct IssuedCertificate {
    std::string certificate;
    std::string private_key;
    std::string public_key_sha256; ///< As public_key_sha256() gives it.
    domain::Instant until;         ///< When the certificate ends.
};

/// A certificate for a key that its owner has shown to hold, and has kept.
struct GrantedCertificate {
    std::string certificate;
    std::string public_key_sha256;
    domain::Instant until;
};

/// A new authority. Its certificate names no centre and no place.
[[nodiscard]] Authority make_authority(domain::Instant now);

/// A certificate for the hub's TLS server, valid 5 years. `names`: the DNS names and IP addresses clients may call it
/// by. Refuses with invalid_input when there is none, one is neither, or the authority's PEM is damaged or not a pair.
[[nodiscard]] std::expected<IssuedCertificate, domain::Refusal>
issue_server(const Authority& authority, std::span<const std::string> names, domain::Instant now);

/// A client certificate for a device, valid 5 years. Common name: the device's name; organisational unit: its kind.
/// Refuses with invalid_input when the authority's PEM is damaged or not a pair.
[[nodiscard]] std::expected<IssuedCertificate, domain::Refusal>
issue_device(const Authority& authority, const wire::DeviceName& name, wire::DeviceKind kind, domain::Instant now);

/// The same for a key that the device made itself, by its certificate request (PKCS#10, PEM). Of the request only its
/// key counts, and its signature, which shows that the device holds it; names and extensions in it do not. Refuses with
/// invalid_input what is no such request, is not signed by its own key, or is for a key that is not EC P-256.
[[nodiscard]] std::expected<GrantedCertificate, domain::Refusal>
grant_device(const Authority& authority, std::string_view request, const wire::DeviceName& name, wire::DeviceKind kind,
             domain::Instant now);

/// The hub's certificate made out anew for the same key and the same names: devices know the hub by its key. Refuses
/// with invalid_input when something of it is damaged.
[[nodiscard]] std::expected<GrantedCertificate, domain::Refusal> renew_server(const Authority& authority,
                                                                              std::string_view certificate,
                                                                              std::string_view private_key,
                                                                              domain::Instant now);

/// The key in a certificate request, as public_key_sha256() gives it. Refuses as grant_device().
[[nodiscard]] std::expected<std::string, domain::Refusal> requested_key_sha256(std::string_view request);

/// From when to when a certificate is valid. Refuses with invalid_input when `certificate` is no PEM certificate.
struct Validity {
    domain::Instant from;
    domain::Instant until;
};
[[nodiscard]] std::expected<Validity, domain::Refusal> validity_of(std::string_view certificate);

/// SHA-256 of the certificate's SubjectPublicKeyInfo in DER, as 64 lower-case hex digits (RFC 7469's pin, in hex).
/// Refuses with invalid_input when `certificate` is no PEM certificate.
[[nodiscard]] std::expected<std::string, domain::Refusal> public_key_sha256(std::string_view certificate);

} // namespace verandah::hub
