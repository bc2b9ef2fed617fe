// SPDX-License-Identifier: Apache-2.0
// Rows without their key.
#include "clinic/store/sealed_rows.hpp"

#include "clinic/store/chain.hpp"
#include "clinic/store/journal_file.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

namespace verandah::store {

namespace {

std::span<const std::byte> blob(const SQLite::Column& column)
{
    return std::as_bytes(
        std::span{static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())});
}

/// The row that stands after `before`, proved.
SealedRow proved(const SQLite::Statement& row, const Position& before)
{
    const auto due = before.last + 1;
    const auto sequence = static_cast<domain::Sequence>(row.getColumn(0).getInt64());
    if (sequence != due) {
        throw DamagedJournal{due, fmt::format("event {} is missing; the next one is {}", due, sequence)};
    }
    const auto sealed = blob(row.getColumn(1));
    const auto link = link_after(before.chain, sequence, sealed);
    if (!vault::equal_in_constant_time(link, blob(row.getColumn(2)))) {
        throw DamagedJournal{sequence, fmt::format("event {} or the one before it was changed", sequence)};
    }
    return {{sequence, link}, sealed};
}

Position walk(const std::filesystem::path& journal, const std::function<void(const SealedRow&)>& take,
              const std::function<void(domain::Sequence)>& expect, Position& position)
{
    SQLite::Database file{journal.string(), SQLite::OPEN_READONLY, 5'000};
    check_journal_file(file);
    const SQLite::Transaction as_of_now{file}; // a read transaction: what is appended meanwhile is not seen
    expect(static_cast<domain::Sequence>(file.execAndGet("SELECT count(*) FROM journal").getInt64()));
    SQLite::Statement rows{file, "SELECT sequence, sealed, chain FROM journal ORDER BY sequence"};
    while (rows.executeStep()) {
        const auto row = proved(rows, position);
        take(row);
        position = row.position;
    }
    return position;
}

} // namespace

Position walk_sealed_rows(const std::filesystem::path& journal, const std::function<void(const SealedRow&)>& take,
                          const std::function<void(domain::Sequence)>& expect)
{
    Position position{0, first_link()};
    if (!std::filesystem::exists(journal)) {
        expect(0);
        return position;
    }
    try {
        return walk(journal, take, expect, position);
    } catch (const SQLite::Exception& fault) {
        const int code = fault.getErrorCode();
        if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT) {
            throw DamagedJournal{position.last + 1,
                                 fmt::format("the file is damaged after event {} ({})", position.last, fault.what())};
        }
        throw;
    }
}

struct SealedJournalMaker::Database {
    SQLite::Database file;
    SQLite::Transaction transaction;
    SQLite::Statement insert;

    explicit Database(const std::filesystem::path& path)
        : file{made(path)}, transaction{file},
          insert{file, "INSERT INTO journal (sequence, sealed, chain) VALUES (?, ?, ?)"}
    {
    }

    static SQLite::Database made(const std::filesystem::path& path)
    {
        SQLite::Database file{path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
        make_journal_table(file);
        file.exec("PRAGMA synchronous = FULL");
        return file;
    }
};

SealedJournalMaker::SealedJournalMaker(const std::filesystem::path& file)
    : database_{std::make_unique<Database>(file)}, position_{0, first_link()}
{
}

SealedJournalMaker::~SealedJournalMaker() = default;

void SealedJournalMaker::append(std::span<const std::byte> sealed)
{
    const auto sequence = position_.last + 1;
    position_ = {sequence, link_after(position_.chain, sequence, sealed)};
    auto& insert = database_->insert;
    insert.bind(1, static_cast<std::int64_t>(sequence));
    insert.bindNoCopy(2, sealed.data(), static_cast<int>(sealed.size()));
    insert.bindNoCopy(3, position_.chain.data(), static_cast<int>(position_.chain.size()));
    insert.exec();
    insert.reset();
}

void SealedJournalMaker::finish()
{
    database_->transaction.commit();
    database_.reset(); // closed: what stood in the log is in the file
}

} // namespace verandah::store
