// SPDX-License-Identifier: Apache-2.0
// A device's link to the hub: one thread, one connection for asking and one for the feed.
#include "shared/wire/http/hub_link.hpp"

#include "shared/wire/http/connection.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <random>
#include <thread>
#include <utility>

namespace verandah::wire {

namespace asio = boost::asio;
using asio::as_tuple;
using asio::use_awaitable;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds first_delay{200};
constexpr std::chrono::milliseconds longest_delay{5'000};
constexpr std::chrono::milliseconds longest_try{5'000}; ///< One try to be answered, out of the whole patience.
constexpr int later = 503; ///< What the hub answers while it has no room or no time for a request.

/// Waits between tries: longer each time, and never in step with other devices that lost the hub at the same moment.
class Delays {
public:
    std::chrono::milliseconds next()
    {
        const auto delay = std::exchange(delay_, std::min(delay_ * 2, longest_delay));
        return delay / 2 + std::chrono::milliseconds{spread_(random_) * delay.count() / 1000};
    }
    void reset() { delay_ = first_delay; }

private:
    std::chrono::milliseconds delay_{first_delay};
    std::minstd_rand random_{std::random_device{}()};
    std::uniform_int_distribution<std::chrono::milliseconds::rep> spread_{0, 500};
};

} // namespace

class HubLink::Loop {
public:
    explicit Loop(Options options)
        : options_{std::move(options)}, tls_{client_context(options_.identity)}, asking_{io_, tls_, options_.hub},
          following_{io_, tls_, options_.hub}
    {
        asio::co_spawn(io_, ask_in_order(), asio::detached);
        if (options_.feed == Feed::followed) {
            asio::co_spawn(io_, follow(), asio::detached);
        }
        thread_ = std::thread{[this] { io_.run(); }};
    }

    ~Loop()
    {
        io_.stop();
        thread_.join();
    }
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    AskId ask(Request request, std::chrono::milliseconds patience)
    {
        const auto id = AskId{++asked_};
        asio::post(io_, [this, id, patience, request = std::move(request)]() mutable {
            asks_.push_back({id, std::move(request), std::chrono::steady_clock::now() + patience});
            new_ask_.cancel();
        });
        return id;
    }

    void present(const TlsIdentity& identity)
    {
        asio::post(io_, [this, tls = client_context(identity)]() mutable {
            tls_ = std::move(tls);
            asks_as_before_ = asking_.is_open();
            follows_as_before_ = following_.interrupt();
        });
    }

    std::vector<Incoming> take()
    {
        const std::lock_guard lock{mutex_};
        return std::exchange(incoming_, {});
    }

private:
    struct Ask {
        AskId id;
        Request request;
        std::chrono::steady_clock::time_point deadline;
    };

    void hand_in(Incoming incoming)
    {
        {
            const std::lock_guard lock{mutex_};
            incoming_.push_back(std::move(incoming));
        }
        options_.wake();
    }

    asio::awaitable<void> pause(std::chrono::milliseconds delay)
    {
        asio::steady_timer timer{io_, delay};
        co_await timer.async_wait(as_tuple(use_awaitable));
    }

    asio::awaitable<void> ask_in_order()
    {
        while (true) {
            if (asks_.empty()) {
                new_ask_.expires_at(std::chrono::steady_clock::time_point::max());
                co_await new_ask_.async_wait(as_tuple(use_awaitable));
                continue;
            }
            auto ask = std::move(asks_.front());
            asks_.pop_front();
            if (std::exchange(asks_as_before_, false)) {
                asking_.close();
            }
            co_await ask_until_answered(std::move(ask));
        }
    }

    asio::awaitable<void> ask_until_answered(Ask ask)
    {
        Delays delays;
        std::string why{"asks before it took too long"};
        for (auto left = left_until(ask.deadline); left > 0ms; left = left_until(ask.deadline)) {
            try {
                auto response = co_await asking_.ask(ask.request, std::min(left, longest_try));
                if (response.status != later) {
                    hand_in(Answered{ask.id, std::move(response)});
                    co_return;
                }
                why = "the hub has too much to do";
            } catch (const ConnectionFailure& failure) {
                why = failure.what();
            }
            co_await pause(std::min(delays.next(), left_until(ask.deadline)));
        }
        hand_in(Unanswered{ask.id, std::move(why)});
    }

    static std::chrono::milliseconds left_until(std::chrono::steady_clock::time_point deadline)
    {
        const auto left = deadline - std::chrono::steady_clock::now();
        return std::max(std::chrono::ceil<std::chrono::milliseconds>(left), 0ms);
    }

    asio::awaitable<void> follow()
    {
        Delays delays;
        std::uint64_t last_seen = 0;
        const std::function<void()> opened = [&] {
            delays.reset();
            why_down_.reset();
            hand_in(LinkUp{});
        };
        const std::function<void(ReadFrame)> heard = [&](ReadFrame frame) {
            last_seen = frame.id;
            hand_in(FeedEvent{frame.id, std::move(frame.name), std::move(frame.data)});
        };
        while (true) {
            try {
                co_await following_.follow(last_seen, opened, heard);
            } catch (const ConnectionFailure& failure) {
                if (std::exchange(follows_as_before_, false)) {
                    continue; // it was this side's wish
                }
                say_down(failure.what());
            }
            co_await pause(delays.next());
        }
    }

    /// Once for each reason, not once for each try.
    void say_down(const std::string& why)
    {
        if (why_down_ != why) {
            why_down_ = why;
            hand_in(LinkDown{why});
        }
    }

    Options options_;
    std::deque<Ask> asks_;
    std::atomic<std::uint64_t> asked_{0};
    std::mutex mutex_;
    std::vector<Incoming> incoming_;
    std::optional<std::string> why_down_; // none while the feed is connected, and before the first try
    asio::io_context io_{1};              // after what its coroutines refer to, so that it goes before it
    asio::ssl::context tls_;
    bool asks_as_before_{false}; // the connection shows a certificate that is to be shown no more
    bool follows_as_before_{false};
    HubConnection asking_;
    HubConnection following_;
    asio::steady_timer new_ask_{io_};
    std::thread thread_;
};

HubLink::HubLink(Options options) : loop_{std::make_unique<Loop>(std::move(options))} {}

HubLink::~HubLink() = default;

AskId HubLink::ask(Request request, std::chrono::milliseconds patience)
{
    return loop_->ask(std::move(request), patience);
}

void HubLink::present(const TlsIdentity& identity)
{
    loop_->present(identity);
}

std::vector<Incoming> HubLink::take()
{
    return loop_->take();
}

} // namespace verandah::wire
