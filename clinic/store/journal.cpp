// SPDX-License-Identifier: Apache-2.0
// The journal on SQLite: opening without harm, replaying with proof, appending in groups.
#include "clinic/store/journal.hpp"

#include "clinic/store/event_codec.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <array>
#include <cstring>
#include <optional>

namespace verandah::store {

namespace {

using domain::Sequence;

constexpr int application_id = 0x5652'4e44; // "VRND", so that a foreign file is known at once
constexpr int schema_version = 1;
/// Rows are padded to this, so that neither the kind of an event nor whether a card was known shows in its length.
constexpr std::size_t padding_block = 256;

using SequenceBytes = std::array<std::byte, 8>;

/// Little endian: bound to the box as associated data and to the chain.
SequenceBytes bytes_of(Sequence sequence)
{
    SequenceBytes bytes{};
    for (std::size_t index = 0; index < bytes.size(); ++index) {
        bytes[index] = static_cast<std::byte>(sequence >> (8 * index));
    }
    return bytes;
}

vault::Digest first_link()
{
    constexpr std::string_view name = "verandah journal 1";
    return vault::hash({std::as_bytes(std::span{name})});
}

std::span<const std::byte> blob(const SQLite::Column& column)
{
    return {static_cast<const std::byte*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())};
}

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

vault::Digest Journal::chained(Sequence sequence, std::span<const std::byte> sealed) const
{
    const auto number = bytes_of(sequence);
    return vault::hash({chain_, number, sealed});
}

void Journal::replay(const std::function<void(Sequence, const domain::Recorded&)>& take)
{
    const auto or_damaged = [&](const auto& ask) {
        try {
            return ask();
        } catch (const SQLite::Exception& fault) {
            throw DamagedJournal{last_ + 1, fmt::format("the file is damaged after event {} ({}); keep it as it is and "
                                                        "restore a backup",
                                                        last_, fault.what())};
        }
    };
    auto rows = or_damaged([&] {
        return SQLite::Statement{database_->connection,
                                 "SELECT sequence, sealed, chain FROM journal ORDER BY sequence"};
    });
    std::vector<std::byte> scratch;
    while (or_damaged([&] { return rows.executeStep(); })) {
        const auto sequence = static_cast<Sequence>(rows.getColumn(0).getInt64());
        if (sequence != last_ + 1) {
            throw DamagedJournal{last_ + 1,
                                 fmt::format("event {} is missing; the next one is {}", last_ + 1, sequence)};
        }
        const auto sealed = blob(rows.getColumn(1));
        const auto link = chained(sequence, sealed);
        if (!vault::equal_in_constant_time(link, blob(rows.getColumn(2)))) {
            throw DamagedJournal{sequence, fmt::format("event {} or the one before it was changed", sequence)};
        }
        const auto plain = sealer_.open(sealed, bytes_of(sequence), scratch);
        if (!plain) {
            throw DamagedJournal{
                sequence, sequence == 1 ? "the hub key does not open this journal; put the key it was made with back"
                                        : fmt::format("event {} cannot be opened with the hub key", sequence)};
        }
        take(sequence, readable(sequence, *plain));
        last_ = sequence;
        chain_ = link;
    }
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
        chain_ = chained(sequence, sealed_);
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
