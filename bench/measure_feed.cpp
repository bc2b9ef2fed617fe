// SPDX-License-Identifier: Apache-2.0
// Calls, one after the other, and when each of 100 boards has heard of each.
#include "bench/bench_failure.hpp"
#include "bench/feed_readers.hpp"
#include "bench/line_load.hpp"
#include "bench/measurements.hpp"
#include "bench/share.hpp"
#include "shared/wire/messages/queue_messages.hpp"
#include "shared/wire/messages/views.hpp"

#include <fmt/format.h>

namespace verandah::bench {

namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr std::size_t readers = 100;
constexpr std::size_t board_devices = 13; // 8 connections each at the most
constexpr int calls = 200;
constexpr Milliseconds polling{2'000};

/// Whether the frame shows the call of `number` above all others.
bool shows(const FeedReaders::Heard& heard, domain::TicketNumber number)
{
    const auto view = heard.name == "board" ? wire::decode_board_view(heard.data)
                                            : wire::Decoded<wire::BoardView>{std::unexpect, domain::Refusal{}};
    return view && !view->calls.empty() && view->calls.front().number == number;
}

} // namespace

Figures measure_feed(Centre& centre, const RunningHub& hub)
{
    FeedReaders boards{hub.address(), centre.devices("board", board_devices), readers};
    centre.sign_in_at(hub.port(), 1);
    wire::HttpClient console{hub.address(), centre.devices("console", 1).front()};
    std::vector<Milliseconds> latencies;
    for (int call = 0; call < calls; ++call) {
        const wire::Request request{.method = "POST",
                                    .target = fmt::format("/v1/stations/hall-{}/call-next", call % Centre::rooms + 1),
                                    .idempotency_key = fresh_key(),
                                    .body = wire::encode(wire::CallNextRequest{})};
        const auto pressed = FeedReaders::Clock::now();
        const auto receipt = wire::decode_call_receipt(console.ask(request).body);
        for (const auto& heard : boards.hear()) {
            if (!receipt || !shows(heard, receipt->number)) {
                throw BenchFailure{"a board heard of something else than the call"};
            }
            latencies.emplace_back(heard.at - pressed);
        }
    }
    return {{"feed_100_p50_ms",
             within_share(latencies, 0.5).count(),
             "ms",
             {polling.count() * 0.5, "polling every 2 s (computed)"}},
            {"feed_100_p99_ms",
             within_share(latencies, 0.99).count(),
             "ms",
             {polling.count() * 0.99, "polling every 2 s (computed)"},
             Goal{Goal::Bound::at_most, 10}}};
}

} // namespace verandah::bench
