// SPDX-License-Identifier: Apache-2.0
// What other threads leave for the server's thread: answers and frames of the feed, in order. For
// shared/wire/http/*.cpp only.
#pragma once

#include "shared/wire/http/audience.hpp"
#include "shared/wire/http/message.hpp"

#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace verandah::wire {

class Session;
class Inbox;

/// Counts one reader of the feed from the moment a stream is granted, so that nothing published after that is lost.
class ReaderTicket {
public:
    ReaderTicket(std::shared_ptr<Inbox> inbox, Audience audience);
    ~ReaderTicket();
    ReaderTicket(const ReaderTicket&) = delete;
    ReaderTicket& operator=(const ReaderTicket&) = delete;
    [[nodiscard]] Audience audience() const { return audience_; }

private:
    std::shared_ptr<Inbox> inbox_;
    Audience audience_;
};

/// One request under way: who waits for its answer, and whether it was given.
struct Exchange {
    std::weak_ptr<Session> session;
    std::shared_ptr<Inbox> inbox;
    std::atomic<bool> answered{false};
};

/// A stream that was granted: what it begins with, and its place among the readers.
struct GrantedStream {
    std::string first_frames;
    std::unique_ptr<ReaderTicket> ticket;
};

/// Readers who change to another audience. The ticket is there for the time between, so that nothing published to that
/// audience meanwhile is lost.
struct Regrouping {
    std::string device; ///< All who read at it.
    std::unique_ptr<ReaderTicket> ticket;
};

/// An answer to one exchange; a frame for all readers of one audience; or one for those who change to another.
struct Delivery {
    std::shared_ptr<Exchange> exchange{};
    Response response{};
    std::optional<GrantedStream> stream{};
    std::shared_ptr<const std::string> frame{};
    Audience audience{};
    std::optional<Regrouping> regrouping{};
};

/// Any thread leaves deliveries, the server's thread fetches them; `wake` is called once for as many as come before it
/// looks.
class Inbox {
public:
    explicit Inbox(std::function<void()> wake) : wake_{std::move(wake)} {}

    void leave(Delivery delivery)
    {
        const std::lock_guard lock{mutex_};
        if (!wake_) {
            return; // closed: nobody is there to hear it
        }
        deliveries_.push_back(std::move(delivery));
        if (deliveries_.size() == 1) {
            wake_();
        }
    }
    /// Swaps, so that both sides keep their memory.
    void fetch(std::vector<Delivery>& into)
    {
        const std::lock_guard lock{mutex_};
        into.swap(deliveries_);
    }
    void close()
    {
        const std::lock_guard lock{mutex_};
        wake_ = nullptr;
        deliveries_.clear();
    }
    [[nodiscard]] std::atomic<int>& readers(Audience audience)
    {
        return readers_.at(static_cast<std::size_t>(audience));
    }

private:
    std::mutex mutex_;
    std::function<void()> wake_;
    std::vector<Delivery> deliveries_;
    std::array<std::atomic<int>, most_audiences> readers_{};
};

inline ReaderTicket::ReaderTicket(std::shared_ptr<Inbox> inbox, Audience audience)
    : inbox_{std::move(inbox)}, audience_{audience}
{
    ++inbox_->readers(audience_);
}

inline ReaderTicket::~ReaderTicket()
{
    --inbox_->readers(audience_);
}

} // namespace verandah::wire
