// SPDX-License-Identifier: Apache-2.0
// The journal on SQLite: opening without harm, replaying with proof, appending in groups.
#include "clinic/store/journal.hpp"

#include "clinic/store/chain.hpp"
#include "clinic/store/event_codec.hpp"
#include "clinic/store/proven_rows.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <future>
#include <optional>

namespace verandah::store {

namespace {

using domain::Sequence;

constexpr int application_id = 0x5652'4e44; // "VRND", so that a foreign file is known at once
constexpr int schema_version = 1;
/// Rows are padded to this, so that neither the kind of an event nor whether a card was known shows in its length.
constexpr std::size_t padding_block = 256;

void bind_bytes(SQLite::Statement& statement, int index, std::span<const std::byte> bytes)
{
    statement.bindNoCopy(index, bytes.data(), static_cast<int>(bytes.size()));
}

domain::Recorded readable(Sequence sequence, std::span<const std::byte> plain)
{
    try {
        return decode_event(plain);
    } catch (const UnreadableEvent& unreadable) {
        throw DamagedJournal{sequence, fmt::format("event {} cannot be read: it is {}; use the program that wrote it, "
                                                   "or a later one",
                                                   sequence, unreadable.what())};
    }
}

int open_flags(Access access)
{
    return access == Access::read_only ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
}

} // namespace

struct Journal::Database {
    SQLite::Database connection;
    std::optional<SQLite::Statement> insert;

    Database(const std::filesystem::path& file, Access access) : connection{file.string(), open_flags(access), 5'000}
    {
        // Closing must not checkpoint what has not been proved yet: a damaged journal is left exactly as it is.
        keep_wal_on_close(1);
        connection.exec("PRAGMA wal_autocheckpoint = 0");
        if (access == Access::read_write) {
            prepare_file();
        }
        check_file();
    }

    void keep_wal_on_close(int keep)
    {
        sqlite3_db_config(connection.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep, nullptr);
    }

    void prepare_file()
    {
        const bool is_new = connection.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
        if (is_new) {
            connection.exec(fmt::format("PRAGMA application_id = {}", application_id));
            connection.exec(fmt::format("PRAGMA user_version = {}", schema_version));
            connection.exec("PRAGMA journal_mode = WAL");
            connection.exec("CREATE TABLE journal (sequence INTEGER PRIMARY KEY, sealed BLOB NOT NULL, "
                            "chain BLOB NOT NULL) STRICT");
        }
        connection.exec("PRAGMA synchronous = FULL");
    }

    void check_file()
    {
        if (connection.execAndGet("PRAGMA application_id").getInt() != application_id) {
            throw DamagedJournal{0, "this file is not a Verandah journal; put the right one in its place"};
        }
        const int version = connection.execAndGet("PRAGMA user_version").getInt();
        if (version != schema_version) {
            throw DamagedJournal{0,
                                 fmt::format("the journal has version {}, this program knows {}; use the program that "
                                             "wrote it, or a later one",
                                             version, schema_version)};
        }
    }
};

Journal::Journal(const std::filesystem::path& file, const vault::HubKey& key, Access access)
    : sealer_{key.journal_key(), padding_block}, chain_{first_link()}
{
    try {
        database_ = std::make_unique<Database>(file, access);
    } catch (const SQLite::Exception& fault) {
        const int code = fault.getErrorCode();
        if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT) {
            throw DamagedJournal{
                0, fmt::format("the file is damaged ({}); keep it as it is and restore a backup", fault.what())};
        }
        throw;
    }
}

Journal::~Journal() = default;

void Journal::replay(const std::function<void(Sequence, const domain::Recorded&)>& take)
{
    ProvenRows rows{database_->connection, sealer_};
    const auto read_on = [&rows] { return std::async(std::launch::async, [&rows] { return rows.next(); }); };
    auto coming = read_on();
    bool is_more = true;
    while (is_more) {
        const auto batch = coming.get();
        is_more = batch.size() > 0;
        if (is_more) {
            coming = read_on(); // proved and opened while this one is understood
        }
        for (std::size_t row = 0; row < batch.size(); ++row) {
            take(last_ + 1, readable(last_ + 1, batch.content(row)));
            ++last_;
        }
        batch.rethrow_damage();
    }
    chain_ = rows.chain();
    replayed_ = true;
}

void Journal::append(std::span<const domain::Recorded> batch)
{
    if (failed_ || !replayed_) {
        throw std::logic_error{failed_ ? "the journal failed; open it anew"
                                       : "replay the journal before writing to it"};
    }
    if (batch.empty()) {
        return;
    }
    failed_ = true; // until the disk has all of it
    auto& database = *database_;
    if (!database.insert) {
        database.keep_wal_on_close(0); // proved, and accepted by whoever replayed it
        database.connection.exec("PRAGMA wal_autocheckpoint = 1000");
        database.insert.emplace(database.connection, "INSERT INTO journal (sequence, sealed, chain) VALUES (?, ?, ?)");
    }
    auto sequence = last_;
    SQLite::Transaction transaction{database.connection};
    for (const auto& recorded : batch) {
        ++sequence;
        encode_event(recorded, plain_);
        sealer_.seal(std::as_bytes(std::span{plain_}), bytes_of(sequence), sealed_);
        chain_ = link_after(chain_, sequence, sealed_);
        database.insert->bind(1, static_cast<std::int64_t>(sequence));
        bind_bytes(*database.insert, 2, sealed_);
        bind_bytes(*database.insert, 3, chain_);
        database.insert->exec();
        database.insert->reset();
    }
    transaction.commit();
    last_ = sequence;
    failed_ = false;
}

} // namespace verandah::store
