// SPDX-License-Identifier: Apache-2.0
// A DeskHouse with an administrator at the console, new devices at the door, and what they bring.
#pragma once

#include "shared/wire/enrolment/enrol.hpp"
#include "shared/wire/http/door_client.hpp"
#include "shared/wire/messages/device_messages.hpp"
#include "tests/hub/desk_house.hpp"

#include <string>
#include <vector>

namespace verandah::test {

class EnrolmentHouse : public DeskHouse {
protected:
    EnrolmentHouse() { stand("console-1", domain::Role::administrator); }

    [[nodiscard]] wire::EnrolmentOffer offer(const std::string& name, const std::string& kind = "kiosk");
    /// As somebody types it who sees the code and the address.
    [[nodiscard]] static wire::EnrolmentOrder order_typed(const wire::EnrolmentOffer& offer);
    [[nodiscard]] wire::EnrolmentPlace place(const std::string& file = "device.toml") const;
    [[nodiscard]] static wire::DoorClient door_of(const wire::EnrolmentOffer& offer);
    [[nodiscard]] static wire::Response ask_door(const wire::EnrolmentOffer& offer, const std::string& request);
    [[nodiscard]] static wire::Response
    ask_door_with(const wire::EnrolmentOffer& offer, const domain::EnrolmentSecret& secret, const std::string& request);
    /// GET /v1/centre, over a new connection.
    [[nodiscard]] static wire::Response ask_as(const wire::DeviceBundle& bundle);
    /// No certificate requests, or such as nobody should grant.
    [[nodiscard]] static std::vector<std::string> bad_requests();

    template <class Happened>
    [[nodiscard]] std::vector<Happened> happened()
    {
        std::vector<Happened> all;
        for (const auto& each : recorded()) {
            const auto* event = std::get_if<domain::DeviceEvent>(&each.event);
            if (const auto* one = event == nullptr ? nullptr : std::get_if<Happened>(event)) {
                all.push_back(*one);
            }
        }
        return all;
    }

private:
    TemporaryFolder new_device_;
};

} // namespace verandah::test
