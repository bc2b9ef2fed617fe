// SPDX-License-Identifier: Apache-2.0
// The desk at the door, by the same requests that a console makes. A request that breaks off is made again with its
// key. One thread at a time.
#pragma once

#include "shared/wire/device_bundle.hpp"
#include "shared/wire/http/client.hpp"
#include "shared/wire/messages/views.hpp"

#include <expected>
#include <string>

namespace verandah::journeys {

class Desk {
public:
    explicit Desk(const wire::DeviceBundle& console);

    /// Adds somebody who came to the desk. Returns the number.
    int add_urgent(const std::string& service);

    [[nodiscard]] wire::CentreView centre();
    [[nodiscard]] wire::LineView line();

private:
    [[nodiscard]] std::string read(const std::string& path);
    [[nodiscard]] std::expected<std::string, domain::Refusal> write(const std::string& path, const std::string& body);
    [[nodiscard]] wire::Response ask_until_answered(const wire::Request& request);

    wire::HttpClient client_;
};

} // namespace verandah::journeys
