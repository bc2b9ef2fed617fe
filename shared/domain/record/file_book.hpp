// SPDX-License-Identifier: Apache-2.0
// Which files there are, whose, and their sealed entries. What is in them only the clinic key opens.
#pragma once

#include "shared/domain/record/care_event.hpp"
#include "shared/domain/record/tracing_book.hpp"
#include "shared/domain/refusal.hpp"

#include <expected>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

namespace verandah::domain {

/// A file as it is kept.
struct KeptFile {
    FileOwner owner;
    SealedBytes wrapped_key;
    std::vector<SealedBytes> entries{}; ///< Entry n at n − 1.
    friend bool operator==(const KeptFile&, const KeptFile&) = default;
};

/// All files. A visitor, and a ticket, has at most one.
class FileBook {
public:
    [[nodiscard]] const KeptFile* find(FileId file) const;
    [[nodiscard]] std::optional<FileId> file_of(const FileOwner& owner) const;
    [[nodiscard]] const std::map<FileId, KeptFile>& all() const { return files_; }
    /// When and where a counterfoil came back for the first time; nullptr when it has not.
    [[nodiscard]] const CounterfoilReturned* returned(const CounterfoilHash& code) const;

    /// What outreach workers were asked to do about what is in files.
    [[nodiscard]] const TracingBook& tracings() const { return tracings_; }

    /// `file` is drawn by chance: a count would be given again once the file it was given to is forgotten. Refuses with
    /// conflict when the owner has a file already, or another has that id.
    [[nodiscard]] std::expected<CareEvent, Refusal> begin(FileId file, const FileOwner& owner, SealedBytes wrapped_key,
                                                          Instant at) const;
    /// Refuses with not_found when there is no such file, and with conflict when `entry` is not its next one: somebody
    /// else wrote meanwhile.
    [[nodiscard]] std::expected<CareEvent, Refusal> write(FileId file, std::uint32_t entry, SealedBytes sealed,
                                                          Instant at) const;
    /// nullopt when it came back before.
    [[nodiscard]] std::optional<CareEvent> take_back(const CounterfoilHash& code, CounterfoilWay way, Instant at) const;

    /// Its file, if it has one, is gone with its key.
    void forget(const FileOwner& owner);
    /// The files of tickets are for their day only.
    void end_day();

    friend void apply(FileBook& book, const CareEvent& event);
    friend bool operator==(const FileBook&, const FileBook&) = default;

private:
    void take(const FileBegun& event);
    void take(const FileEntryWritten& event);
    void take(const FactsCounted& event);
    void take(const CounterfoilReturned& event);
    void take(const TracingGiven& event);
    void take(const auto& of_tracing) { tracings_.take(of_tracing); }

    std::map<FileId, KeptFile> files_;
    std::map<FileOwner, FileId> of_owner_;
    std::map<CounterfoilHash, CounterfoilReturned> returned_;
    TracingBook tracings_;
};

/// Whether it happened to this file.
[[nodiscard]] bool is_in(const CareEvent& event, FileId file);

/// Total: every event that a decision can return applies to the book it was decided on, and so does an entry of a file
/// that was forgotten meanwhile, which changes nothing.
void apply(FileBook& book, const CareEvent& event);

} // namespace verandah::domain
