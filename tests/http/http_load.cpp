// SPDX-License-Identifier: Apache-2.0
// How many requests a second the server loop carries by itself: answers come from another thread in batches, as the
// hub's writer gives them. A program to measure with, not a test.
#include "shared/wire/http/server.hpp"
#include "tests/http/test_certificates.hpp"
#include "tests/support/load_client.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <span>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace verandah::test {

namespace {

/// Answers what came in since it last looked, all at once, on a thread of its own.
class Answerer {
public:
    ~Answerer()
    {
        {
            const std::lock_guard lock{mutex_};
            is_ending_ = true;
        }
        something_.notify_one();
        thread_.join();
    }
    void take(wire::Request request, wire::Reply reply)
    {
        {
            const std::lock_guard lock{mutex_};
            waiting_.emplace_back(std::move(request), std::move(reply));
            if (waiting_.size() > 1) {
                return;
            }
        }
        something_.notify_one();
    }

private:
    using Waiting = std::vector<std::pair<wire::Request, wire::Reply>>;

    void answer()
    {
        Waiting batch;
        while (true) {
            {
                std::unique_lock lock{mutex_};
                something_.wait(lock, [this] { return is_ending_ || !waiting_.empty(); });
                if (is_ending_) {
                    return;
                }
                batch.swap(waiting_);
            }
            for (auto& [request, reply] : batch) {
                reply({.body = std::move(request.body)});
            }
            batch.clear();
        }
    }

    std::mutex mutex_;
    std::condition_variable something_;
    Waiting waiting_;
    bool is_ending_{false};
    std::thread thread_{[this] { answer(); }};
};

double processor_seconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

void measure(std::size_t connections, std::chrono::milliseconds time)
{
    const TestAuthority authority;
    const auto hub = authority.issue("hub.test");
    Answerer answerer;
    wire::Server server{
        {.identity = hub.identity,
         .admit = [](const std::string& key) { return wire::Actor{key, wire::DeviceKind::kiosk}; }},
        [&](wire::Request request, wire::Reply reply) { answerer.take(std::move(request), std::move(reply)); }};
    server.start();
    Load load{.hub = {.host = "127.0.0.1", .port = server.port(), .name = "hub.test"},
              .identities = {},
              .connections = connections,
              .requests = 10'000'000,
              .at_most = time,
              .prepare = [](std::size_t number, wire::Request& request) {
                  request.method = "POST";
                  request.target = "/v1/check-ins";
                  request.idempotency_key = fmt::format("{:032x}", number);
                  request.body = R"({"needs":["nurse","test"],"class":"routine","language":"en"})";
              }};
    for (std::size_t device = 0; device * 8 < connections; ++device) {
        load.identities.push_back(authority.issue(fmt::format("kiosk-{}", device)).identity);
    }
    const auto before = processor_seconds();
    const auto result = put_on(load);
    const auto microseconds = [&](double share) {
        return std::chrono::duration<double, std::micro>{result.within(share)}.count();
    };
    fmt::print(
        "{:3} connections: {:8.0f} requests/s   p50 {:6.0f} us   p99 {:6.0f} us   {:5.1f} us of processor each   "
        "{} broken\n",
        connections, result.per_second(), microseconds(0.5), microseconds(0.99),
        (processor_seconds() - before) * 1e6 / static_cast<double>(result.latencies.size()), result.broken);
}

} // namespace

} // namespace verandah::test

/// http_load [seconds [connections …]]
int main(int count, char** words)
{
    const std::span arguments{words, static_cast<std::size_t>(count)};
    const auto time = std::chrono::seconds{count > 1 ? std::atoi(arguments[1]) : 3};
    if (count > 2) {
        for (const auto* connections : arguments.subspan(2)) {
            verandah::test::measure(static_cast<std::size_t>(std::atoi(connections)), time);
        }
        return 0;
    }
    for (const std::size_t connections : {1U, 8U, 32U}) {
        verandah::test::measure(connections, time);
    }
    return 0;
}
