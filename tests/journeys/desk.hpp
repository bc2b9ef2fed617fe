// SPDX-License-Identifier: Apache-2.0
// Staff at a station, by the same requests that a console makes. A request that breaks off is made again with its key.
#pragma once

#include "shared/wire/device_bundle.hpp"
#include "shared/wire/http/client.hpp"
#include "shared/wire/messages/views.hpp"

#include <expected>
#include <optional>
#include <string>

namespace verandah::journeys {

class Desk {
public:
    Desk(const wire::DeviceBundle& console, std::string station);

    /// nullopt when nobody waits whom this station can serve.
    std::optional<wire::CallReceipt> call_next();
    /// A move of a ticket: "start", "done", "away", "back", "undo". Throws StoryBroke when it is refused.
    void move(domain::TicketId ticket, const std::string& what);
    void send_on(domain::TicketId ticket, const std::string& service);
    /// Adds somebody who came to the desk. Returns the number.
    int add_urgent(const std::string& service);

    [[nodiscard]] wire::CentreView centre();
    [[nodiscard]] wire::LineView line();
    [[nodiscard]] std::size_t people_in_line();

private:
    [[nodiscard]] std::string read(const std::string& path);
    [[nodiscard]] std::expected<std::string, domain::Refusal> write(const std::string& path, const std::string& body);
    [[nodiscard]] wire::Response ask_until_answered(const wire::Request& request);

    wire::HttpClient client_;
    std::string station_;
};

} // namespace verandah::journeys
