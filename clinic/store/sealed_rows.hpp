// SPDX-License-Identifier: Apache-2.0
// The journal as those see it who have no key: sealed rows and the chain that proves them. For the audit and backups.
#pragma once

#include "clinic/store/chain.hpp"
#include "clinic/store/journal.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>

namespace verandah::store {

/// One row, borrowed for the call; its chain is as computed from all rows up to it.
struct SealedRow {
    Position position;
    std::span<const std::byte> sealed;   ///< Empty when it was forgotten.
    std::span<const std::byte> original; ///< The digest of what stood there before a forgetting; empty: nothing did.
};

/// Calls `take` for every row in order, each proved against the chain, all as of one instant (one read transaction);
/// then answers where they end. Only reads: it may run beside a hub that serves, and never checkpoints. `expect` is
/// told first how many rows there will be. Throws DamagedJournal at the first row that is not as it was: a gap, a
/// broken chain, a damaged file; and at the end when a row is gone that no forgetting names. No file is a journal
/// without rows.
Position walk_sealed_rows(
    const std::filesystem::path& journal, const std::function<void(const SealedRow&)>& take,
    const std::function<void(domain::Sequence)>& expect = [](domain::Sequence) {});

/// Makes a new journal of sealed rows, in one transaction: complete and synced after finish(), and nothing before.
/// Throws SQLite::Exception when the disk is at fault.
class SealedJournalMaker {
public:
    explicit SealedJournalMaker(const std::filesystem::path& file); ///< There is no such file yet.
    ~SealedJournalMaker();
    SealedJournalMaker(const SealedJournalMaker&) = delete;
    SealedJournalMaker& operator=(const SealedJournalMaker&) = delete;

    void append(std::span<const std::byte> sealed, std::span<const std::byte> original);
    void finish();
    [[nodiscard]] const Position& position() const { return proof_.position(); }

private:
    struct Database; // SQLite's headers stay out of this one
    std::unique_ptr<Database> database_;
    ChainProof proof_;
};

} // namespace verandah::store
