// SPDX-License-Identifier: Apache-2.0
// A new device's connection to the enrolment door: it has no certificate yet, and knows the hub by the hash of its
// authority's key alone.
#pragma once

#include "shared/wire/http/client.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace verandah::wire {

/// Whoever answers there is not the hub that was meant. Nothing was said to it.
class ForeignHub : public ConnectionFailure {
public:
    using ConnectionFailure::ConnectionFailure;
};

class DoorClient {
public:
    /// `authority`: the SHA-256 of the authority's public key (SubjectPublicKeyInfo, DER), or its beginning, of at
    /// least 10 bytes.
    DoorClient(std::string host, std::uint16_t port, std::vector<std::byte> authority,
               std::chrono::milliseconds patience = std::chrono::seconds{10});
    ~DoorClient();

    /// Connects, sends and waits. The other side has to show a certificate for servers, signed by an authority whose
    /// key has that hash: else the handshake ends, before a word of the request, with ForeignHub. Dates are not looked
    /// at: a new device's clock may say anything, and it is the key that counts. Throws ConnectionFailure.
    [[nodiscard]] Response ask(const Request& request);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace verandah::wire
