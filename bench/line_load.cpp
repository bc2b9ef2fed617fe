// SPDX-License-Identifier: Apache-2.0
// What is asked, and the check that nothing was given or called twice.
#include "bench/line_load.hpp"

#include "bench/bench_failure.hpp"
#include "shared/domain/request_key.hpp"
#include "shared/vault/random.hpp"
#include "shared/wire/messages/queue_messages.hpp"
#include "tests/support/load_client.hpp"

#include <fmt/format.h>

#include <array>
#include <functional>
#include <span>

namespace verandah::bench {

namespace {

constexpr std::size_t connections_per_device = 8; // wire::Limits

/// Services by turns, as visitors would mix them.
constexpr std::array check_in_bodies{R"({"services":["nurse"]})",    R"({"services":["test"]})",
                                     R"({"services":["supplies"]})", R"({"services":["nurse","test"]})",
                                     R"({"services":["rest"]})",     R"({"services":["person"]})"};

template <class Receipt>
Receipt read(const wire::Decoded<Receipt>& receipt)
{
    if (!receipt) {
        throw BenchFailure{"the hub gave an answer that is none: " + receipt.error().detail};
    }
    return *receipt;
}

/// Keys are made before the clock runs: a device makes its own, and it is the hub that is measured.
std::vector<std::string> fresh_keys(std::size_t count)
{
    std::vector<std::string> keys(count);
    std::ranges::generate(keys, fresh_key);
    return keys;
}

} // namespace

struct LineLoad::Asking {
    std::string device;                                ///< Which kind asks.
    int status;                                        ///< What every answer has to be.
    std::function<std::string(std::size_t)> target;    ///< Of request number n …
    std::function<std::string_view(std::size_t)> body; ///< … and what it says.
    std::function<void(std::string_view)> take;        ///< Looks at one answer.
};

std::string fresh_key()
{
    std::array<std::uint8_t, 10> random{};
    vault::fill_random(std::as_writable_bytes(std::span{random}));
    const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    return domain::RequestKey::make(now, random).text();
}

Pace LineLoad::ask(const wire::HubAddress& hub, const Effort& effort, const Asking& asking)
{
    const auto keys = fresh_keys(effort.requests);
    std::vector<std::string> bodies;
    bodies.reserve(effort.requests);
    const auto devices = (effort.connections + connections_per_device - 1) / connections_per_device;
    if (asking.device == "console") {
        centre_.sign_in_at(hub.port, devices);
    }
    const auto& identities = centre_.devices(asking.device, devices);
    test::Load load{.hub = hub,
                    .identities = {identities.begin(), identities.begin() + static_cast<std::ptrdiff_t>(devices)},
                    .connections = effort.connections,
                    .requests = effort.requests,
                    .at_most = effort.at_most,
                    .prepare =
                        [&](std::size_t number, wire::Request& request) {
                            request.method = "POST";
                            request.target = asking.target(number);
                            request.idempotency_key = keys[number];
                            request.body = asking.body(number);
                        },
                    .answered = [&](std::size_t, int, std::string_view body) { bodies.emplace_back(body); }};
    const auto result = test::put_on(load);
    if (result.broken > 0 || result.statuses.size() != 1 || !result.statuses.contains(asking.status)) {
        throw BenchFailure{fmt::format("{} connections broke; the first of {} kinds of answers was {}: {}",
                                       result.broken, result.statuses.size(), result.statuses.begin()->first,
                                       bodies.empty() ? "" : bodies.back())};
    }
    std::ranges::for_each(bodies, asking.take);
    return {result.per_second(), result.within(0.5), result.within(0.99)};
}

Pace LineLoad::check_in(const wire::HubAddress& hub, const Effort& effort)
{
    return ask(hub, effort,
               {.device = "kiosk",
                .status = 201,
                .target = [](std::size_t) { return "/v1/check-ins"; },
                .body = [](std::size_t number) { return check_in_bodies.at(number % check_in_bodies.size()); },
                .take = [this](std::string_view body) { take_check_in(body); }});
}

Pace LineLoad::call_next(const wire::HubAddress& hub, const Effort& effort)
{
    const auto before = calls_;
    calls_ += effort.requests;
    if (calls_ > static_cast<std::size_t>(Centre::rooms) * Centre::people_at_once) {
        throw BenchFailure{"more calls are asked for than the centre has places"};
    }
    return ask(hub, effort,
               {.device = "console",
                .status = 200,
                .target =
                    [before](std::size_t number) {
                        return fmt::format("/v1/stations/hall-{}/call-next", (before + number) % Centre::rooms + 1);
                    },
                .body = [](std::size_t) { return R"({"if_busy":"refuse"})"; },
                .take = [this](std::string_view body) { take_call(body); }});
}

void LineLoad::take_check_in(std::string_view body)
{
    const auto receipt = read(wire::decode_check_in_receipt(body));
    ++checked_;
    duplicates_ += numbers_.insert(receipt.number.value()).second ? 0U : 1U;
    duplicates_ += tickets_.insert(receipt.ticket.value()).second ? 0U : 1U;
}

void LineLoad::take_call(std::string_view body)
{
    const auto receipt = read(wire::decode_call_receipt(body));
    ++checked_;
    duplicates_ += called_.insert(receipt.ticket.value()).second ? 0U : 1U;
}

} // namespace verandah::bench
