// SPDX-License-Identifier: Apache-2.0
// The one thread that decides, appends and commits in groups. Nothing is acknowledged, and no reader sees it, before it
// is durable.
#pragma once

#include "clinic/store/journal.hpp"
#include "clinic/store/ledger.hpp"
#include "shared/domain/refusal.hpp"

#include <condition_variable>
#include <cstdint>
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
    bool anew{false}; ///< Another ledger took this one's place: whoever was here, and comes back, knows nothing of it.
};

/// A journal read from its beginning, beside the writer, by whoever has the key.
struct Reading {
    std::unique_ptr<Journal> journal; ///< Opened to be read only.
    std::unique_ptr<Ledger> ledger;
};
/// Has `ledger` catch up with `journal`. Throws as Journal::replay() does.
void replay_into(Ledger& ledger, Journal& journal);
/// Throws DamagedJournal or SQLite::Exception.
[[nodiscard]] Reading read_beside(std::unique_ptr<Journal> journal, domain::Centre rules);

/// Tickets go on after the last event's number: every ticket took an event, so none has a higher one.
[[nodiscard]] domain::DayGoneOnWith go_on_with_a_new_day(domain::Sequence last, domain::Moment now);

/// What a forgetting takes away, and the event that says so.
struct Forgetting {
    std::vector<Blot> rows;
    domain::ForgettingEvent event;
};

/// Owns the journal and the ledger. Start it, give it work from any thread, stop it.
class Writer {
public:
    struct Options {
        std::function<domain::Moment()> now;                         ///< System clock, or one set by hand.
        std::function<void(const Ledger&, const Change&)> committed; ///< On the writer's thread, before the answers.
        /// Before a batch goes to the disk, which the ledger has applied by now. What it throws is a fault of the disk.
        std::function<void(const Ledger&)> before_commit = [](const Ledger&) {};
        /// How a writer without the key goes on after the event `last`; it knows nothing of what was before.
        std::function<domain::DayGoneOnWith(domain::Sequence last, domain::Moment now)> go_on = go_on_with_a_new_day;
        /// Where the journal stands, now that the disk has it: after a start, a commit, a recovery. On the writer's
        /// thread, before the answers.
        std::function<void(const Position&)> durable = [](const Position&) {};
        std::function<void()> batch_answered = [] {}; ///< After all answers of one commit.
        /// With the key or without it, as the hub has it just then. Also used to recover after a failed commit.
        std::function<std::unique_ptr<Journal>()> open_journal;
        std::function<void(const std::string&)> report = [](const std::string&) {}; ///< One line for the log.
        std::function<void()> gave_up = [] {}; ///< Recovery failed: the hub has to stop.
    };

    /// Opens the journal and replays it; without the key, proves it. Throws DamagedJournal or DiskFault.
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

    /// Has the journal opened anew, which must give one without the key, and lets the ledger forget people. `done` on
    /// the writer's thread; it is dropped when the writer has given up. What was submitted before is decided before.
    void lock(std::function<void()> done);
    /// The other way round: goes over to a ledger read with the key, catches up with what was appended since, and has
    /// `open` open the journal. `done` on the writer's thread: nothing, or why it goes on as it was.
    void unlock(Reading reading, std::function<std::unique_ptr<Journal>()> open,
                std::function<void(std::expected<void, domain::Refusal>)> done);

    /// Has what `find` answers forgotten. `find` is called on the writer's thread between commits, to catch up with
    /// what was appended since it was prepared beside it, and must be short; `done` on the same thread, when nothing of
    /// it is left in the journal: nothing, or why all is as it was. Refuses with conflict without the key. `done` is
    /// dropped when the writer has given up.
    void forget(std::string actor, std::optional<domain::AccountCode> staff,
                std::function<std::expected<Forgetting, domain::Refusal>(const Ledger&, domain::Moment)> find,
                std::function<void(std::expected<void, domain::Refusal>)> done);

    /// For before start() and after stop() only.
    [[nodiscard]] const Ledger& ledger() const { return *ledger_; }

private:
    struct Work;
    void run();
    std::vector<Work> wait_for_work();
    void handle(std::vector<Work>& batch, std::vector<domain::Recorded>& to_append);
    void begin_without_past();
    void commit(std::vector<domain::Recorded>& to_append, Change& change);
    void exchange(std::function<void()> exchange);
    void go_over_to(std::unique_ptr<Journal> journal);
    void all_changed();
    void forget_now(Forgetting forgetting, domain::Recorded why);
    void decide(Work& work, domain::Moment now, std::vector<domain::Recorded>& to_append, Change& change);
    void pass_time(domain::Moment now, std::vector<domain::Recorded>& to_append, Change& change);
    void take(domain::Recorded recorded, std::vector<domain::Recorded>& to_append, Change& change);
    void answer(std::vector<Work>& batch);
    void answer(Work& work);
    void give_up(std::vector<Work> batch);
    bool recover(const std::vector<domain::Recorded>& unwritten);
    void look_back();
    void go_on_blindly(const std::vector<domain::Recorded>& unwritten);

    domain::Centre rules_;
    Options options_;
    std::unique_ptr<Journal> journal_;
    std::unique_ptr<Ledger> ledger_;
    Position committed_{}; ///< Where the journal stood after the last commit that is known to be whole.

    std::mutex mutex_;
    std::condition_variable ready_;
    std::vector<Work> inbox_;
    bool stopping_{false};
    bool ended_{false};
    std::thread thread_;
};

} // namespace verandah::store
