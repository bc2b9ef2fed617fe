// SPDX-License-Identifier: Apache-2.0
// A kiosk or a console that is patient with its hub.
#pragma once

#include "shared/wire/http/client.hpp"
#include "shared/wire/http/of_bundle.hpp"
#include "shared/wire/messages/queue_messages.hpp"
#include "shared/wire/messages/views.hpp"
#include "tests/hub/served_centre.hpp"

#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>

namespace verandah::test {

/// A device that waits for each answer; a request that breaks off is made again with its key.
class PatientDevice {
public:
    explicit PatientDevice(const wire::DeviceBundle& bundle) : client_{wire::hub_of(bundle), wire::identity_of(bundle)}
    {
    }

    wire::Response ask(const wire::Request& request)
    {
        for (auto until = std::chrono::steady_clock::now() + std::chrono::seconds{20};
             std::chrono::steady_clock::now() < until;) {
            try {
                return client_.ask(request);
            } catch (const wire::ConnectionFailure&) {
                std::this_thread::sleep_for(std::chrono::milliseconds{10});
            }
        }
        throw std::runtime_error{"the hub does not answer"};
    }
    wire::Response post(const std::string& path, const std::string& body = "{}")
    {
        return ask({.method = "POST", .target = path, .idempotency_key = fresh_key(), .body = body});
    }
    wire::Response check_in(const std::string& key)
    {
        return ask(
            {.method = "POST", .target = "/v1/check-ins", .idempotency_key = key, .body = R"({"services":["nurse"]})"});
    }
    wire::CheckInReceipt check_in() { return wire::decode_check_in_receipt(check_in(fresh_key()).body).value(); }
    wire::LineView line() { return wire::decode_line_view(ask({.method = "GET", .target = "/v1/line"}).body).value(); }

private:
    wire::HttpClient client_;
};

} // namespace verandah::test
