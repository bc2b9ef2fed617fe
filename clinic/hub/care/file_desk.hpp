// SPDX-License-Identifier: Apache-2.0
// The desk for the clinic's files: opening one with the visitor there, reading it, writing in it.
#pragma once

#include "clinic/hub/care/open_files.hpp"
#include "clinic/hub/desks/asker.hpp"
#include "clinic/hub/desks/slow_thread.hpp"
#include "clinic/hub/lock/hub_state.hpp"
#include "clinic/hub/staff/sessions.hpp"
#include "shared/domain/record/check_movements.hpp"
#include "shared/domain/record/decide_entry.hpp"
#include "shared/domain/staff/attempts.hpp"
#include "shared/wire/messages/care/file_messages.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace verandah::hub {

struct TurnedAway; // file_refusals.hpp

/// What is in files is opened, read and sealed on a thread of the desk's own, with the clinic key of whoever asks; the
/// writer sees sealed entries only. That somebody opened a file is durable before she sees anything of it. Any thread.
class FileDesk {
public:
    struct Options {
        const HubState& hub;
        const Sessions& sessions;
        domain::CareRules rules; ///< Borrowed for its whole life.
        std::function<domain::Moment()> now;
        std::function<void(const std::string&)> report = [](const std::string&) {}; ///< One line for the log.
    };
    FileDesk(store::Writer& writer, Options options); ///< Borrows the writer for its whole life.

    void start() { thread_.start(); }
    void stop() { thread_.stop(); } ///< Before the writer stops.

    /// Refuses with not_allowed when nobody there holds the clinic key, or she is not being served or this is another's
    /// card; after a few wrong phrases of pictures, too; with not_found for a file there is not, or no phrase in it. A
    /// view without a file: she has to be asked first.
    void open(const wire::OpenFileRequest& request, const Asker& asker, const Answer<wire::FileView>& answer);
    /// The rest refuse with not_open a file that is not open at that console, be it that it was closed there because
    /// its visitor is not served any more (open_files.hpp).
    void see(domain::FileId file, const Asker& asker, const Answer<wire::FileView>& answer);
    /// Refuses as domain::decide_entry() does.
    void write(domain::FileId file, wire::WriteEntryRequest request, const Asker& asker,
               const Answer<wire::EntryReceipt>& answer);
    /// Keeps what her phrase is known by. Nobody is shown it again.
    void choose_pictures(domain::FileId file, const wire::ChoosePicturesRequest& request, const Asker& asker,
                         const Answer<wire::EntryReceipt>& answer);
    void close(domain::FileId file, const Asker& asker, const Answer<wire::EmptyRequest>& answer);

    /// Writes down that whoever is signed in there asked for what is in records and did not get it. Sparing: nobody
    /// fills the disk by asking.
    void note_refusal(domain::RecordRefused::Reason reason, const Asker& asker);

    void let_go() { files_.let_go(); } ///< The hub was locked: nothing is open any more.
    void forget(const domain::FileOwner& owner) { files_.forget_of(owner); } ///< Its file is gone.

    // For the desk of lists, which works with the same files on the same thread.
    [[nodiscard]] OpenFiles& files() { return files_; }
    [[nodiscard]] SlowThread& thread() { return thread_; }
    [[nodiscard]] const Options& options() const { return options_; }

private:
    struct Opening;
    using SharedOpening = std::shared_ptr<Opening>;
    struct Writing;
    using SharedWriting = std::shared_ptr<Writing>;
    struct SealedWriting;
    using SharedFile = OpenFiles::Shared;

    void open_by_pictures(const SharedOpening& opening);
    [[nodiscard]] std::optional<TurnedAway> check_pictures(const Opening& opening, domain::FileId file,
                                                           const domain::KeptFile& kept);
    void turn_away(const Opening& opening, const TurnedAway& turned_away);
    void submit(const SharedOpening& opening);
    void begin_writing(domain::FileId file, domain::FileEvent event, const Asker& asker,
                       const Answer<wire::EntryReceipt>& answer);
    [[nodiscard]] std::expected<std::vector<domain::Event>, domain::Refusal>
    decide_opening(Opening& opening, const store::Ledger& ledger, domain::Moment now) const;
    void opened(const SharedOpening& opening, const store::Ledger& ledger, const store::Write::Outcome& outcome);
    void show(const SharedOpening& opening, const domain::KeptFile& kept);
    void decide_writing(const SharedWriting& writing);
    void find_worker(const SharedWriting& writing, const SharedFile& opened, const domain::GiveItem& given,
                     const domain::FileEntry& entry);
    void seal_writing(const SharedWriting& writing, const OpenedFile& opened, const domain::FileEntry& entry);
    [[nodiscard]] std::expected<std::vector<domain::Event>, domain::Refusal> decide_sealed(Writing& writing,
                                                                                           const SealedWriting& ready,
                                                                                           const store::Ledger& ledger,
                                                                                           domain::Moment moment) const;
    [[nodiscard]] static std::expected<std::vector<domain::Event>, domain::Refusal>
    decide_tracings(const Writing& writing, const SealedWriting& ready, const store::Ledger& ledger,
                    domain::Moment moment);
    void submit_writing(const SharedWriting& writing, store::Write::Decide decide);
    [[nodiscard]] domain::Takes taken_by(const domain::File& file, const domain::Dispensed& dispensed) const;
    void written(const SharedWriting& writing, const store::Ledger& ledger, const store::Write::Outcome& outcome);
    [[nodiscard]] domain::Refusal why_not_open(domain::FileId file, const Asker& asker) const;
    void pass_time();

    store::Writer& writer_;
    Options options_;
    OpenFiles files_;
    std::map<domain::TicketId, int> wrong_phrases_; ///< Of those who are served. The thread's own.
    domain::Sparing refusals_;                      ///< The writer's thread's own.
    SlowThread thread_;                             ///< Last: it uses all of the above.
};

} // namespace verandah::hub
