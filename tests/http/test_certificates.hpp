// SPDX-License-Identifier: Apache-2.0
// Certificates for tests: an authority made on the spot and what it signs. EC P-256, valid for an hour.
#pragma once

#include "shared/wire/http/message.hpp"

#include <memory>
#include <string>

namespace verandah::test {

/// A certificate with its key, ready for a server or a client, and the key's name in allow-lists.
struct Issued {
    wire::TlsIdentity identity;
    std::string public_key_sha256;
};

/// A certificate authority that nobody but the test believes.
class TestAuthority {
public:
    TestAuthority();
    ~TestAuthority();
    TestAuthority(TestAuthority&&) noexcept;

    /// `name` is the common name and the DNS name of the certificate. The identity believes this very authority.
    [[nodiscard]] Issued issue(const std::string& name) const;
    [[nodiscard]] const std::string& certificate_pem() const { return certificate_pem_; }

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
    std::string certificate_pem_;
};

} // namespace verandah::test
