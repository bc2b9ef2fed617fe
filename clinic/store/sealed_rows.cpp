// SPDX-License-Identifier: Apache-2.0
// Rows without their key.
#include "clinic/store/sealed_rows.hpp"

#include "clinic/store/chain.hpp"
#include "clinic/store/column_bytes.hpp"
#include "clinic/store/journal_file.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

namespace verandah::store {

namespace {

/// SQLite takes a null pointer for NULL, and nothing at all is what a forgotten row holds.
const void* not_null(std::span<const std::byte> bytes)
{
    return bytes.empty() ? "" : static_cast<const void*>(bytes.data());
}

Position walk(const std::filesystem::path& journal, const std::function<void(const SealedRow&)>& take,
              const std::function<void(domain::Sequence)>& expect, ChainProof& proof)
{
    SQLite::Database file{journal.string(), SQLite::OPEN_READONLY, 5'000};
    check_journal_file(file);
    const SQLite::Transaction as_of_now{file}; // a read transaction: what is appended meanwhile is not seen
    expect(static_cast<domain::Sequence>(file.execAndGet("SELECT count(*) FROM journal").getInt64()));
    SQLite::Statement rows{file, "SELECT sequence, sealed, chain, original FROM journal ORDER BY sequence"};
    while (rows.executeStep()) {
        const auto sequence = static_cast<domain::Sequence>(rows.getColumn(0).getInt64());
        const auto sealed = blob(rows.getColumn(1));
        const auto original = blob(rows.getColumn(3));
        take({proof.take({sequence, sealed, original}, blob(rows.getColumn(2))), sealed, original});
    }
    proof.end();
    return proof.position();
}

} // namespace

Position walk_sealed_rows(const std::filesystem::path& journal, const std::function<void(const SealedRow&)>& take,
                          const std::function<void(domain::Sequence)>& expect)
{
    ChainProof proof{{0, first_link()}};
    if (!std::filesystem::exists(journal)) {
        expect(0);
        return proof.position();
    }
    try {
        return walk(journal, take, expect, proof);
    } catch (const SQLite::Exception& fault) {
        const int code = fault.getErrorCode();
        if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT) {
            const auto last = proof.position().last;
            throw DamagedJournal{last + 1, fmt::format("the file is damaged after event {} ({})", last, fault.what())};
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
          insert{file, "INSERT INTO journal (sequence, sealed, chain, original) VALUES (?, ?, ?, ?)"}
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
    : database_{std::make_unique<Database>(file)}, proof_{{0, first_link()}}
{
}

SealedJournalMaker::~SealedJournalMaker() = default;

void SealedJournalMaker::append(std::span<const std::byte> sealed, std::span<const std::byte> original)
{
    const auto& position = proof_.take({proof_.position().last + 1, sealed, original});
    auto& insert = database_->insert;
    insert.bind(1, static_cast<std::int64_t>(position.last));
    insert.bindNoCopy(2, not_null(sealed), static_cast<int>(sealed.size()));
    insert.bindNoCopy(3, position.chain.data(), static_cast<int>(position.chain.size()));
    if (original.empty()) {
        insert.bind(4);
    } else {
        insert.bindNoCopy(4, original.data(), static_cast<int>(original.size()));
    }
    insert.exec();
    insert.reset();
}

void SealedJournalMaker::finish()
{
    database_->transaction.commit();
    database_.reset(); // closed: what stood in the log is in the file
}

} // namespace verandah::store
