// SPDX-License-Identifier: Apache-2.0
// Signs the journal's position now and then, on a thread of its own: never on the path of an answer.
#pragma once

#include "clinic/store/audit/checkpoint_log.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace verandah::store {

/// Told where the journal stands, it signs a checkpoint after so many events or so long with news. What it has not
/// signed yet is not proved to be there, should somebody take the hub just then: at most that much.
class Notary {
public:
    struct Options {
        std::function<domain::Instant()> now;
        std::uint64_t events = 100;                                    ///< Signed at once when so many are new.
        std::chrono::milliseconds patience = std::chrono::minutes{15}; ///< And after so long when any are.
        std::chrono::milliseconds rest = std::chrono::seconds{1};      ///< Between two: the disk has other work, too.
        std::function<void(const std::string&)> report = [](const std::string&) {}; ///< One line for the log.
    };

    /// Begins at once. A disk at fault is reported and tried again with the next news; it stops nobody's work.
    Notary(AuditPaths paths, CheckpointLog log, Options options);
    ~Notary(); ///< Signs what is not signed yet, then ends the thread.
    Notary(const Notary&) = delete;
    Notary& operator=(const Notary&) = delete;

    /// The journal stands there, durably. Any thread; waits for no disk.
    void note(const Position& position);

    /// Whether the last try to sign came to nothing. Any thread.
    [[nodiscard]] bool is_failing() const;

private:
    void run();
    [[nodiscard]] std::chrono::steady_clock::time_point due_at() const; ///< Precondition: there are news.
    void sign_news(std::unique_lock<std::mutex>& lock);
    [[nodiscard]] std::optional<std::string> sign(const Position& position); ///< Why not.

    AuditPaths paths_;
    std::optional<CheckpointLog> log_; ///< Nothing after a failure: opened anew.
    Options options_;

    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::optional<Position> news_; ///< Not signed yet.
    domain::Sequence signed_{0};   ///< Up to here all is signed.
    std::chrono::steady_clock::time_point news_since_{};
    std::chrono::steady_clock::time_point not_before_{}; ///< After a failure or the last one.
    bool is_failing_{false};
    bool stopping_{false};
    std::thread thread_; // last: it uses all of the above
};

} // namespace verandah::store
