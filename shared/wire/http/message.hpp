// SPDX-License-Identifier: Apache-2.0
// A request and a response, as everything above the socket sees them.
#pragma once

#include "shared/wire/device_identity.hpp"

#include <string>

namespace verandah::wire {

/// The device at the other end of a connection, as the hub's list of devices knows it by its public key.
struct Actor {
    std::string device;
    DeviceKind kind{DeviceKind::kiosk};
    friend bool operator==(const Actor&, const Actor&) = default;
};

struct Request {
    std::string method;
    std::string target; ///< As sent: path and query.
    std::string idempotency_key{};
    std::string last_event_id{};
    std::string body{};
    Actor actor{}; ///< Filled in by the server.
};

struct Response {
    int status{200};
    std::string body{"{}"};
    std::string content_type{"application/json"};
};

/// A certificate, its key, and the authority whose certificates are believed; all PEM.
struct TlsIdentity {
    std::string certificate_pem;
    std::string private_key_pem;
    std::string authority_pem;
};

} // namespace verandah::wire
