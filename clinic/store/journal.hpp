// SPDX-License-Identifier: Apache-2.0
// The centre's memory: an append-only table of sealed events, each chained to the one before it.
#pragma once

#include "shared/domain/event.hpp"
#include "shared/vault/hash.hpp"
#include "shared/vault/hub_key.hpp"
#include "shared/vault/public_seal.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace verandah::store {

class RowSeal;
struct BlottedRows;

/// The journal is not what it was: rows changed, missing, cut or foreign. what() says what and where, and what to do.
class DamagedJournal : public std::runtime_error {
public:
    DamagedJournal(domain::Sequence at, const std::string& what) : std::runtime_error{what}, at_{at} {}
    [[nodiscard]] domain::Sequence at() const { return at_; } ///< The row; 0 when it is the file as a whole.

private:
    domain::Sequence at_;
};

/// The disk did not let the journal be opened or read. Nothing says that the journal is damaged.
class DiskFault : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Whether the file may be made and written, or only read (while a hub may be serving it).
enum class Access { read_write, read_only };

/// How far a journal is known: its last event, and the link of the chain that proves all of them.
struct Position {
    domain::Sequence last; ///< 0 for none.
    vault::Digest chain;
    friend bool operator==(const Position&, const Position&) = default;
};

/// What becomes of a row that is forgotten.
struct Blot {
    domain::Sequence row;
    std::optional<domain::Recorded> instead{}; ///< The same event without whose it was; nullopt: nothing is left of it.
};

/// One SQLite file (WAL, synchronous=FULL, STRICT) with one table:
///   journal(sequence, sealed, chain, original)   chain = BLAKE2b-256(chain before ‖ sequence ‖ BLAKE2b-256(sealed))
/// `sealed` is a mark and a box (row_seal.hpp): under the hub key, or, by a hub that is locked, to its public key.
/// What a row held can be forgotten: it is emptied or exchanged, `original` keeps the digest that the chain was made
/// of, and the row of the forgetting itself names it (blotted_rows.hpp), so that nothing goes unsaid.
/// A journal opened without the key proves the chain and appends, and reads nothing: neither what others wrote nor its
/// own. A row sealed to the public key is as safe from being read as any, but whoever has the disk could have made it.
/// One thread, one connection; with read_write the only writer and checkpointer (SQLite before 3.51.3 can corrupt a WAL
/// file when two connections write and checkpoint at once). When the disk is at fault, opening and reading throw
/// DiskFault, and writing SQLite::Exception; after a failed append the object refuses all further use, because what the
/// disk has is unknown until it is opened anew.
class Journal {
public:
    /// Opens, or with read_write makes, the file. Throws DamagedJournal for a file that is no journal or of another
    /// version. Nothing in an existing file is changed before the first append().
    Journal(const std::filesystem::path& file, const vault::HubKey& key, Access access = Access::read_write);
    /// The same without the key.
    Journal(const std::filesystem::path& file, const vault::PublicKey& hub, Access access = Access::read_write);
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    // Before append(), one of these three has to say where the journal ends.

    using Take = std::function<void(domain::Sequence, const domain::Recorded&)>;
    using Skip = std::function<void(domain::Sequence)>;
    /// Calls `take` for every event in order, opened and checked, and `skip` for those that were forgotten. Called
    /// again, it goes on with what was appended since by somebody else. Rows are proved on a second thread, `take` is
    /// called on this one. Throws DamagedJournal on a gap, a broken chain, a row that is gone and was not forgotten, or
    /// one that the hub key does not open or that this version cannot read, and std::logic_error without the key.
    void replay(const Take& take, const Skip& skip = [](domain::Sequence) {});
    /// Walks the whole chain and opens nothing. Throws DamagedJournal as replay() does.
    void prove();
    /// Takes it on trust that everything up to `known` is as it was. Throws DamagedJournal when the journal does not
    /// end just there.
    void go_on_from(const Position& known);

    /// Appends `batch` in one transaction. Returns after the disk has it, and everything that was found before it: the
    /// first call sees to that, also with an empty batch. Until then nothing found may be acknowledged to anybody. It
    /// clears the log, too: a hub that was killed may have left there what it had forgotten.
    void append(std::span<const domain::Recorded> batch);

    /// Takes `blots` away and appends `why`, a forgetting, which names them: in one transaction, so that it has
    /// happened whole or not at all. Rows that are gone already are left out. Then clears the log. Needs the key.
    void forget(std::span<const Blot> blots, const domain::Recorded& why);
    /// Empties the log, in which what was taken away still stands as it was written. False when somebody who reads just
    /// now keeps it; call again.
    [[nodiscard]] bool clear_log();
    /// Whether something that was forgotten may still stand in the log.
    [[nodiscard]] bool is_log_to_clear() const { return log_to_clear_; }

    [[nodiscard]] domain::Sequence last() const { return position_.last; } ///< Of the last event on disk; 0 for none.
    [[nodiscard]] const Position& position() const { return position_; }   ///< After a failed append: what was tried.
    [[nodiscard]] bool opens() const;                                      ///< Whether it has the key.

private:
    struct Database; // SQLite's headers stay out of this one

    Journal(const std::filesystem::path& file, RowSeal seal, Access access);
    void read_on(const std::function<void(domain::Sequence, std::span<const std::byte>)>& take);
    void begin_to_write();
    void add(const domain::Recorded& recorded, const BlottedRows* blots);
    [[nodiscard]] BlottedRows blot(std::span<const Blot> blots);

    std::unique_ptr<const RowSeal> seal_;
    std::unique_ptr<Database> database_;
    Position position_;
    bool is_placed_{false};
    bool failed_{false};
    bool log_to_clear_{false};
    std::vector<std::uint8_t> plain_; // reused for every row
    std::vector<std::byte> sealed_;
};

} // namespace verandah::store
