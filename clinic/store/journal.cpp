// SPDX-License-Identifier: Apache-2.0
// The journal on SQLite: opening without harm, replaying with proof, appending in groups.
#include "clinic/store/journal.hpp"

#include "clinic/store/chain.hpp"
#include "clinic/store/column_bytes.hpp"
#include "clinic/store/event_codec.hpp"
#include "clinic/store/forgetting/blotted_rows.hpp"
#include "clinic/store/journal_file.hpp"
#include "clinic/store/proven_rows.hpp"
#include "clinic/store/row_seal.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <future>
#include <optional>
#include <utility>

namespace verandah::store {

namespace {

using domain::Sequence;

/// SQLite takes a null pointer for NULL, and nothing at all is what a forgotten row holds.
void bind_bytes(SQLite::Statement& statement, int index, std::span<const std::byte> bytes)
{
    const void* begin = bytes.empty() ? "" : static_cast<const void*>(bytes.data());
    statement.bindNoCopy(index, begin, static_cast<int>(bytes.size()));
}

std::vector<std::byte> as_vector(const vault::Digest& digest)
{
    return {digest.begin(), digest.end()};
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

/// Whether a journal was ready to be written before it was asked.
enum class Readiness { as_before, from_now_on };

struct Journal::Database {
    SQLite::Database connection;
    std::optional<SQLite::Statement> insert;
    bool found_log{true}; ///< Something stood in the log when it was opened.

    Database(const std::filesystem::path& file, Access access) : connection{file.string(), open_flags(access), 5'000}
    {
        // Closing must not checkpoint what has not been proved yet: a damaged journal is left exactly as it is.
        keep_wal_on_close(1);
        connection.exec("PRAGMA wal_autocheckpoint = 0");
        if (access == Access::read_write) {
            prepare_file();
        }
        check_journal_file(connection);
    }

    /// To be written from now on: what is there was proved, and accepted by whoever asked for it.
    Readiness ready_to_insert()
    {
        if (insert) {
            return Readiness::as_before;
        }
        keep_wal_on_close(0);
        connection.exec("PRAGMA wal_autocheckpoint = 1000");
        make_durable();
        insert.emplace(connection, "INSERT INTO journal (sequence, sealed, chain) VALUES (?, ?, ?)");
        return Readiness::from_now_on;
    }

    /// What was found in the log may have come from the kernel's memory: written by a hub that was killed before its
    /// sync, or whose sync failed, after which no later one of the same file keeps it. So all of it goes into the
    /// database, synced; and a commit of its own begins the log anew, so that what is left there of the old one counts
    /// no more. Where a reader keeps the log from beginning anew, the database has it all the same.
    void make_durable()
    {
        connection.exec("PRAGMA wal_checkpoint(PASSIVE)");
        connection.exec(fmt::format("PRAGMA user_version = {}", schema_version)); // as it was
    }

    [[nodiscard]] Position last_row() const
    {
        SQLite::Statement row{connection, "SELECT sequence, chain FROM journal ORDER BY sequence DESC LIMIT 1"};
        Position last{0, first_link()};
        if (row.executeStep()) {
            const auto chain = row.getColumn(1);
            last.last = static_cast<Sequence>(row.getColumn(0).getInt64());
            last.chain = {};
            std::memcpy(last.chain.data(), chain.getBlob(),
                        std::min(last.chain.size(), static_cast<std::size_t>(chain.getBytes())));
        }
        return last;
    }

    /// Whatever stands in it, whether it counts or not. Where nobody can tell there is one.
    [[nodiscard]] bool has_log() const
    {
        sqlite3_file* log = nullptr;
        sqlite3_int64 size = 0;
        const bool is_known = sqlite3_file_control(connection.getHandle(), nullptr, SQLITE_FCNTL_JOURNAL_POINTER,
                                                   static_cast<void*>(&log)) == SQLITE_OK &&
                              log != nullptr && log->pMethods != nullptr &&
                              log->pMethods->xFileSize(log, &size) == SQLITE_OK;
        return !is_known || size > 0;
    }

    void keep_wal_on_close(int keep)
    {
        sqlite3_db_config(connection.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep, nullptr);
    }

    void prepare_file()
    {
        const bool is_new = connection.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
        found_log = !is_new && has_log();
        if (is_new) {
            make_journal_table(connection);
        }
        connection.exec("PRAGMA synchronous = FULL");
    }
};

Journal::Journal(const std::filesystem::path& file, const vault::HubKey& key, Access access)
    : Journal{file, RowSeal{key}, access}
{
}

Journal::Journal(const std::filesystem::path& file, const vault::PublicKey& hub, Access access)
    : Journal{file, RowSeal{hub}, access}
{
}

Journal::Journal(const std::filesystem::path& file, RowSeal seal, Access access)
    : seal_{std::make_unique<RowSeal>(std::move(seal))}, position_{0, first_link()}
{
    try {
        database_ = std::make_unique<Database>(file, access);
    } catch (const SQLite::Exception& fault) {
        const int code = fault.getErrorCode();
        if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT) {
            throw DamagedJournal{
                0, fmt::format("the file is damaged ({}); keep it as it is and restore a backup", fault.what())};
        }
        throw DiskFault{fault.what()};
    }
}

Journal::~Journal() = default;

bool Journal::opens() const
{
    return seal_->opens();
}

void Journal::read_on(const std::function<void(Sequence, std::span<const std::byte>)>& take)
{
    ProvenRows rows{database_->connection, *seal_, position_};
    const auto read_ahead = [&rows] { return std::async(std::launch::async, [&rows] { return rows.next(); }); };
    auto coming = read_ahead();
    bool is_more = true;
    while (is_more) {
        const auto batch = coming.get();
        is_more = batch.size() > 0;
        if (is_more) {
            coming = read_ahead(); // proved and opened while this one is understood
        }
        for (std::size_t row = 0; row < batch.size(); ++row) {
            take(position_.last + 1, batch.content(row));
            ++position_.last;
        }
        batch.rethrow_damage();
    }
    position_ = rows.position();
    is_placed_ = true;
}

void Journal::replay(const Take& take, const Skip& skip)
{
    if (!opens()) {
        throw std::logic_error{"a journal without the hub key cannot be read"};
    }
    read_on([&](Sequence sequence, std::span<const std::byte> plain) {
        if (plain.empty()) {
            skip(sequence);
        } else {
            take(sequence, readable(sequence, plain));
        }
    });
}

void Journal::prove()
{
    read_on([](Sequence, std::span<const std::byte>) {});
}

void Journal::go_on_from(const Position& known)
{
    const auto on_disk = database_->last_row();
    if (on_disk != known) {
        throw DamagedJournal{on_disk.last, fmt::format("the journal ends at event {} and not, as it did, at {}",
                                                       on_disk.last, known.last)};
    }
    position_ = known;
    is_placed_ = true;
}

void Journal::begin_to_write()
{
    if (failed_ || !is_placed_) {
        throw std::logic_error{failed_ ? "the journal failed; open it anew"
                                       : "find the journal's end before writing to it"};
    }
    failed_ = true; // until the disk has all of it
    if (database_->ready_to_insert() == Readiness::from_now_on && database_->found_log) {
        // Behind what counts there may stand what was forgotten just before a kill, or while somebody read.
        log_to_clear_ = true;
        static_cast<void>(clear_log());
    }
}

void Journal::append(std::span<const domain::Recorded> batch)
{
    begin_to_write();
    if (batch.empty()) {
        failed_ = false;
        return;
    }
    SQLite::Transaction transaction{database_->connection};
    for (const auto& recorded : batch) {
        add(recorded, nullptr);
    }
    transaction.commit();
    failed_ = false;
}

void Journal::add(const domain::Recorded& recorded, const BlottedRows* blots)
{
    const auto sequence = position_.last + 1;
    encode_event(recorded, plain_);
    seal_->seal(sequence, std::as_bytes(std::span{plain_}), sealed_);
    if (blots != nullptr) {
        sealed_ = with_blots(*blots, sealed_);
    }
    position_ = {sequence, link_after(position_.chain, sequence, vault::hash({sealed_}))};
    auto& insert = *database_->insert;
    insert.bind(1, static_cast<std::int64_t>(sequence));
    bind_bytes(insert, 2, sealed_);
    bind_bytes(insert, 3, position_.chain);
    insert.exec();
    insert.reset();
}

void Journal::forget(std::span<const Blot> blots, const domain::Recorded& why)
{
    const auto* forgetting = std::get_if<domain::ForgettingEvent>(&why.event);
    if (forgetting == nullptr || !opens()) {
        throw std::logic_error{"rows go with a forgetting that says so, and with the key"};
    }
    begin_to_write();
    {
        SQLite::Transaction transaction{database_->connection};
        auto blotted = blot(blots);
        blotted.of = std::holds_alternative<domain::VisitorForgotten>(*forgetting) ? BlottedRows::Of::visitor
                                                                                   : BlottedRows::Of::day;
        add(why, &blotted);
        transaction.commit();
    }
    log_to_clear_ = true;
    failed_ = false;
    static_cast<void>(clear_log()); // is_log_to_clear() tells
}

BlottedRows Journal::blot(std::span<const Blot> blots)
{
    // Freed bytes of a page are overwritten; the page as it was before still stands in the log.
    database_->connection.exec("PRAGMA secure_delete = ON");
    SQLite::Statement read{database_->connection, "SELECT sealed, original FROM journal WHERE sequence = ?"};
    SQLite::Statement write{database_->connection, "UPDATE journal SET sealed = ?, original = ? WHERE sequence = ?"};
    BlottedRows blotted;
    for (const auto& [row, instead] : blots) {
        read.bind(1, static_cast<std::int64_t>(row));
        if (!read.executeStep()) {
            throw std::logic_error{fmt::format("event {} is to be forgotten, and there is none", row)};
        }
        const auto before = bytes_in(read.getColumn(0));
        const auto original =
            read.getColumn(1).isNull() ? as_vector(vault::hash({before})) : bytes_in(read.getColumn(1));
        read.reset();
        if (before.empty()) {
            continue;
        }
        sealed_.clear();
        if (instead) {
            encode_event(*instead, plain_);
            seal_->seal(row, std::as_bytes(std::span{plain_}), sealed_);
            blotted.exchanged.push_back({row, vault::hash({sealed_})});
        } else {
            add_row(blotted.emptied, row);
        }
        bind_bytes(write, 1, sealed_);
        bind_bytes(write, 2, original);
        write.bind(3, static_cast<std::int64_t>(row));
        write.exec();
        write.reset();
    }
    return blotted;
}

bool Journal::clear_log()
{
    // Whoever reads is not waited for: this is the thread that everybody else waits for.
    constexpr int patience_in_ms = 5'000;
    sqlite3_busy_timeout(database_->connection.getHandle(), 0);
    SQLite::Statement checkpoint{database_->connection, "PRAGMA wal_checkpoint(TRUNCATE)"};
    const bool is_clear = checkpoint.executeStep() && checkpoint.getColumn(0).getInt() == 0;
    checkpoint.reset();
    sqlite3_busy_timeout(database_->connection.getHandle(), patience_in_ms);
    log_to_clear_ = log_to_clear_ && !is_clear;
    return is_clear;
}

} // namespace verandah::store
