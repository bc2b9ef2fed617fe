// SPDX-License-Identifier: Apache-2.0
// The door for new devices: a second listener, there only while an offer stands, with one question to ask at it.
#pragma once

#include "clinic/hub/enrolment/enrolment_terms.hpp"
#include "shared/wire/http/server.hpp"
#include "shared/wire/messages/device_messages.hpp"

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace verandah::hub {

/// TLS 1.3 as everywhere, but without a certificate of the other side; POST /v1/enrol and nothing else. Where the hub
/// itself listens no stranger's request is ever read. Closed, its port refuses connections. Any thread but its own.
class EnrolmentDoor {
public:
    /// Called on the door's thread.
    using Enrol = std::function<void(wire::EnrolRequest request, const wire::Reply& reply)>;

    /// Borrows the terms for its whole life.
    EnrolmentDoor(const EnrolmentTerms& terms, Enrol enrol, std::function<void(const std::string&)> report)
        : terms_{terms}, enrol_{std::move(enrol)}, report_{std::move(report)}
    {
    }

    /// Opens it when it is closed; its port. Refuses with conflict when that cannot be listened on.
    [[nodiscard]] std::expected<std::uint16_t, domain::Refusal> open();
    void close(); ///< Waits for what is under way.
    [[nodiscard]] bool is_open() const;

private:
    const EnrolmentTerms& terms_;
    Enrol enrol_;
    std::function<void(const std::string&)> report_;
    mutable std::mutex mutex_;
    std::unique_ptr<wire::Server> server_;
};

} // namespace verandah::hub
