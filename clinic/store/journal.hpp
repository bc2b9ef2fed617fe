// SPDX-License-Identifier: Apache-2.0
// The centre's memory: an append-only table of sealed events, each chained to the one before it.
#pragma once

#include "shared/domain/event.hpp"
#include "shared/vault/hash.hpp"
#include "shared/vault/hub_key.hpp"
#include "shared/vault/seal.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace verandah::store {

/// The journal is not what it was: rows changed, missing, cut or foreign. what() says what and where, and what to do.
class DamagedJournal : public std::runtime_error {
public:
    DamagedJournal(domain::Sequence at, const std::string& what) : std::runtime_error{what}, at_{at} {}
    [[nodiscard]] domain::Sequence at() const { return at_; } ///< The row; 0 when it is the file as a whole.

private:
    domain::Sequence at_;
};

/// Whether the file may be made and written, or only read (while a hub may be serving it).
enum class Access { read_write, read_only };

/// One SQLite file (WAL, synchronous=FULL, STRICT) with one table:
///   journal(sequence, sealed, chain)   chain = BLAKE2b-256(chain before ‖ sequence ‖ sealed), sealed under the hub
///   key.
/// One thread, one connection; with read_write the only writer and checkpointer (SQLite before 3.51.3 can corrupt a WAL
/// file when two connections write and checkpoint at once). Throws SQLite::Exception when the disk is at fault; after a
/// failed append the object refuses all further use, because what the disk has is unknown until it is opened anew.
class Journal {
public:
    /// Opens, or with read_write makes, the file. Throws DamagedJournal for a file that is no journal or of a later
    /// version. Nothing in an existing file is changed before the first append().
    Journal(const std::filesystem::path& file, const vault::HubKey& key, Access access = Access::read_write);
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    /// Calls `take` for every event in order, opened and checked; to be called once, before append(). Rows are proved
    /// on a second thread, `take` is called on this one. Throws DamagedJournal on a gap, a broken chain, or a row that
    /// the hub key does not open or that this version cannot read.
    void replay(const std::function<void(domain::Sequence, const domain::Recorded&)>& take);

    /// Appends `batch` in one transaction. Returns after the disk has it.
    void append(std::span<const domain::Recorded> batch);

    [[nodiscard]] domain::Sequence last() const { return last_; } ///< Of the last event on disk; 0 for none.

private:
    struct Database; // SQLite's headers stay out of this one

    vault::Sealer sealer_;
    std::unique_ptr<Database> database_;
    domain::Sequence last_{0};
    vault::Digest chain_;
    bool replayed_{false};
    bool failed_{false};
    std::vector<std::uint8_t> plain_; // reused for every row
    std::vector<std::byte> sealed_;
};

} // namespace verandah::store
