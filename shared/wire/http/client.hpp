// SPDX-License-Identifier: Apache-2.0
// One connection to the hub that waits for each answer: for tests, tools and the bench. Programs with a screen use
// HubLink.
#pragma once

#include "shared/wire/http/message.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>

namespace verandah::wire {

/// Where the hub is and how to know that it is the hub.
struct HubAddress {
    std::string host;
    std::uint16_t port;
    std::string name; ///< Must be in the server's certificate; none asked for when empty (door_client.hpp).
    std::string public_key_sha256{}; ///< When given, the certificate must have this very key, too.
};

/// The connection failed, before or while answering. what() says at which step; it never holds content.
class ConnectionFailure : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class HttpClient {
public:
    HttpClient(HubAddress hub, const TlsIdentity& identity,
               std::chrono::milliseconds patience = std::chrono::seconds{10});
    ~HttpClient();
    HttpClient(HttpClient&&) noexcept;

    /// Sends and waits. Connects first when there is no connection; keeps it afterwards. Throws ConnectionFailure, also
    /// when an answer is larger than 16 MB. `request.actor` is ignored: the certificate says who asks.
    [[nodiscard]] Response ask(const Request& request);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace verandah::wire
