// SPDX-License-Identifier: Apache-2.0
// The one thread that decides, appends and commits in groups. Nothing is acknowledged, and no reader sees it, before it
// is durable.
#pragma once

#include "clinic/store/journal.hpp"
#include "clinic/store/ledger.hpp"
#include "shared/domain/refusal.hpp"

#include <condition_variable>
#include <expected>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace verandah::store {

/// The disk failed while a request was under way: it may or may not have happened. The same key asks again, safely.
struct Unknown {};

/// One request to change something.
struct Write {
    /// The events of one decision, in order; the last one is the answer. No events: nothing had to change.
    using Decide =
        std::function<std::expected<std::vector<domain::Event>, domain::Refusal>(const Ledger&, domain::Moment)>;
    /// What came of it: the answer (nullptr when nothing had to change), a refusal, or not knowing.
    using Outcome = std::variant<const domain::Event*, domain::Refusal, Unknown>;
    /// Called exactly once, on the writer's thread, after the commit. The ledger and the event are borrowed for the
    /// call.
    using Answer = std::function<void(const Ledger&, const Outcome&)>;

    std::string actor;
    std::optional<domain::RequestKey> key; ///< The same key again gets the first answer again; nothing is done twice.
    Decide decide;
    Answer answer;
    std::optional<domain::AccountCode> staff{}; ///< Who is signed in where it was asked.
};

/// What one commit changed, for the live feed.
struct Change {
    domain::Sequence sequence;             ///< Of its last event.
    std::vector<domain::TicketId> tickets; ///< Each once.
    bool day{false};                       ///< The day was opened, closed or reopened: everything may have changed.
    bool board{false};                     ///< The line changed.
    bool alerts{false};
};

/// Owns the journal and the ledger. Start it, give it work from any thread, stop it.
class Writer {
public:
    struct Options {
        std::function<domain::Moment()> now;                         ///< System clock, or one set by hand.
        std::function<void(const Ledger&, const Change&)> committed; ///< On the writer's thread, before the answers.
        /// Where the journal stands after a start, a commit or a recovery. On the writer's thread, before the answers.
        std::function<void(const Position&)> durable = [](const Position&) {};
        std::function<void()> batch_answered = [] {};           ///< After all answers of one commit.
        std::function<std::unique_ptr<Journal>()> open_journal; ///< Also used to recover after a failed commit.
        std::function<void(const std::string&)> report = [](const std::string&) {}; ///< One line for the log.
        std::function<void()> gave_up = [] {}; ///< Recovery failed: the hub has to stop.
    };

    /// Opens the journal and replays it. Throws DamagedJournal or SQLite::Exception.
    Writer(domain::Centre rules, Options options);
    ~Writer(); ///< Stops.
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    void start();
    /// Finishes what was submitted, then ends the thread. Later submissions are answered Unknown.
    void stop();

    void submit(Write write);
    /// Runs `read` on the writer's thread between commits, when everything in the ledger is durable. Keep it short. It
    /// is dropped when the writer has stopped or given up.
    void read(std::function<void(const Ledger&)> read);

    /// For before start() and after stop() only.
    [[nodiscard]] const Ledger& ledger() const { return *ledger_; }

private:
    struct Work;
    void run();
    std::vector<Work> wait_for_work();
    void handle(std::vector<Work>& batch);
    void decide(Work& work, domain::Moment now, std::vector<domain::Recorded>& to_append, Change& change);
    void pass_time(domain::Moment now, std::vector<domain::Recorded>& to_append, Change& change);
    void take(domain::Recorded recorded, std::vector<domain::Recorded>& to_append, Change& change);
    void answer(std::vector<Work>& batch);
    void answer(Work& work);
    void give_up(std::vector<Work> batch);
    bool recover();

    domain::Centre rules_;
    Options options_;
    std::unique_ptr<Journal> journal_;
    std::unique_ptr<Ledger> ledger_;

    std::mutex mutex_;
    std::condition_variable ready_;
    std::vector<Work> inbox_;
    bool stopping_{false};
    bool ended_{false};
    std::thread thread_;
};

} // namespace verandah::store
