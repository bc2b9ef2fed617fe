// SPDX-License-Identifier: Apache-2.0
// One coroutine a reader, one thread for all.
#include "bench/feed_readers.hpp"

#include "bench/bench_failure.hpp"
#include "shared/wire/http/connection.hpp"
#include "tests/support/program.hpp"

#include <boost/asio/co_spawn.hpp>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace verandah::bench {

namespace asio = boost::asio;

class FeedReaders::Crowd {
public:
    Crowd(const wire::HubAddress& hub, const std::vector<wire::TlsIdentity>& identities, std::size_t count)
        : unread_(count)
    {
        for (const auto& identity : identities) {
            contexts_.push_back(wire::client_context(identity));
        }
        for (std::size_t reader = 0; reader < count; ++reader) {
            auto& context = contexts_[reader % contexts_.size()];
            connections_.push_back(std::make_unique<wire::HubConnection>(io_, context, hub));
            asio::co_spawn(io_,
                           connections_.back()->follow(
                               0, [] {}, [this, reader](wire::ReadFrame frame) { take(reader, std::move(frame)); }),
                           [this](const std::exception_ptr&) { note_break(); });
        }
        thread_ = std::thread{[this] { io_.run(); }};
    }
    ~Crowd()
    {
        io_.stop();
        thread_.join();
    }
    Crowd(const Crowd&) = delete;
    Crowd& operator=(const Crowd&) = delete;

    std::vector<Heard> hear()
    {
        std::unique_lock lock{mutex_};
        const bool heard =
            changed_.wait_for(lock, std::chrono::seconds{10}, [this] { return broken_ || waiting_for_ == 0; });
        if (!heard || broken_) {
            throw BenchFailure{"a feed broke, or not every reader heard of a change"};
        }
        std::vector<Heard> frames;
        waiting_for_ = 0;
        for (auto& reader : unread_) {
            frames.push_back(std::move(reader.front()));
            reader.pop_front();
            waiting_for_ += reader.empty() ? 1U : 0U;
        }
        return frames;
    }

private:
    void take(std::size_t reader, wire::ReadFrame frame)
    {
        const auto at = Clock::now();
        const std::lock_guard lock{mutex_};
        auto& mine = unread_[reader];
        mine.push_back({at, std::move(frame.name), std::move(frame.data)});
        if (mine.size() == 1 && --waiting_for_ == 0) {
            changed_.notify_one();
        }
    }
    void note_break()
    {
        const std::lock_guard lock{mutex_};
        broken_ = true;
        changed_.notify_one();
    }

    asio::io_context io_{1};
    std::deque<asio::ssl::context> contexts_;
    std::vector<std::unique_ptr<wire::HubConnection>> connections_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::deque<Heard>> unread_;    // by reader
    std::size_t waiting_for_ = unread_.size(); // readers of whom there is no frame unread
    bool broken_ = false;
    std::thread thread_;
};

FeedReaders::FeedReaders(const wire::HubAddress& hub, const std::vector<wire::TlsIdentity>& identities,
                         std::size_t count)
    : crowd_{std::make_unique<Crowd>(hub, identities, count)}
{
    const auto first = hear(); // where each of them stands
}

FeedReaders::~FeedReaders() = default;

std::vector<FeedReaders::Heard> FeedReaders::hear()
{
    return crowd_->hear();
}

} // namespace verandah::bench
