// SPDX-License-Identifier: Apache-2.0
// A device that waits for each answer; a request that breaks off, because the hub was killed, is made again with its
// key.
#pragma once

#include "shared/wire/http/of_bundle.hpp"
#include "shared/wire/messages/queue_messages.hpp"
#include "shared/wire/messages/views.hpp"

#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>

namespace verandah::test {

class PatientDevice {
public:
    explicit PatientDevice(const wire::DeviceBundle& bundle) : client_{wire::hub_of(bundle), wire::identity_of(bundle)}
    {
    }

    /// Throws std::runtime_error when there is no answer within twenty seconds.
    wire::Response ask(const wire::Request& request)
    {
        using namespace std::chrono_literals;
        for (const auto until = std::chrono::steady_clock::now() + 20s; std::chrono::steady_clock::now() < until;) {
            try {
                return client_.ask(request);
            } catch (const wire::ConnectionFailure&) {
                std::this_thread::sleep_for(10ms);
            }
        }
        throw std::runtime_error{"the hub does not answer"};
    }
    wire::Response check_in(const std::string& key)
    {
        return ask(
            {.method = "POST", .target = "/v1/check-ins", .idempotency_key = key, .body = R"({"services":["nurse"]})"});
    }
    wire::LineView line() { return wire::decode_line_view(ask({.method = "GET", .target = "/v1/line"}).body).value(); }

private:
    wire::HttpClient client_;
};

} // namespace verandah::test
