// SPDX-License-Identifier: Apache-2.0
#include "tests/journeys/desk.hpp"

#include "shared/domain/request_key.hpp"
#include "shared/wire/http/of_bundle.hpp"
#include "shared/wire/messages/card_messages.hpp"
#include "tests/journeys/story_broke.hpp"
#include "tests/support/program.hpp"

#include <array>
#include <chrono>
#include <random>
#include <thread>

namespace verandah::journeys {

namespace {

domain::RequestKey new_key()
{
    static thread_local std::random_device random;
    std::array<std::uint8_t, 10> bytes{};
    for (auto& byte : bytes) {
        byte = static_cast<std::uint8_t>(random());
    }
    return domain::RequestKey::make(std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()),
                                    bytes);
}

template <class Message>
Message expect(wire::Decoded<Message> message)
{
    if (!message) {
        throw StoryBroke{"the hub answered something else: " + message.error().detail};
    }
    return *std::move(message);
}

} // namespace

Desk::Desk(const wire::DeviceBundle& console) : client_{wire::hub_of(console), wire::identity_of(console)} {}

int Desk::add_urgent(const std::string& service)
{
    const wire::CheckInRequest request{.services = {*domain::ServiceCode::make(service)},
                                       .priority = domain::PriorityCode::make("urgent").value()};
    const auto answer = write("/v1/check-ins", wire::encode(request));
    if (!answer) {
        throw StoryBroke{"check in at the desk: " + answer.error().detail};
    }
    return expect(wire::decode_check_in_receipt(*answer)).number.value();
}

wire::CentreView Desk::centre()
{
    return expect(wire::decode_centre_view(read("/v1/centre")));
}

wire::LineView Desk::line()
{
    return expect(wire::decode_line_view(read("/v1/line")));
}

std::string Desk::read(const std::string& path)
{
    auto response = ask_until_answered({.method = "GET", .target = path});
    if (response.status != 200) {
        throw StoryBroke{path + " is answered " + std::to_string(response.status)};
    }
    return std::move(response.body);
}

std::expected<std::string, domain::Refusal> Desk::write(const std::string& path, const std::string& body)
{
    auto response =
        ask_until_answered({.method = "POST", .target = path, .idempotency_key = new_key().text(), .body = body});
    if (response.status >= 300) {
        return std::unexpected{wire::decode_refusal(response.body)};
    }
    return std::move(response.body);
}

wire::Response Desk::ask_until_answered(const wire::Request& request)
{
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{30};
    while (true) {
        try {
            return client_.ask(request);
        } catch (const wire::ConnectionFailure& failure) {
            if (std::chrono::steady_clock::now() > until) {
                throw StoryBroke{std::string{"no hub: "} + failure.what()};
            }
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{100});
    }
}

} // namespace verandah::journeys
