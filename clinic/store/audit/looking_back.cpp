// SPDX-License-Identifier: Apache-2.0
// Rows backwards, each held against the one before it.
#include "clinic/store/audit/looking_back.hpp"

#include "clinic/store/chain.hpp"
#include "clinic/store/column_bytes.hpp"
#include "clinic/store/event_codec.hpp"
#include "clinic/store/journal_file.hpp"
#include "clinic/store/row_seal.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace verandah::store {

namespace {

using domain::Sequence;

struct Row {
    Sequence sequence;
    std::vector<std::byte> sealed;
    std::vector<std::byte> chain;
    std::vector<std::byte> original; ///< As in StoredRow.
};

Row row_of(const SQLite::Statement& statement)
{
    return {static_cast<Sequence>(statement.getColumn(0).getInt64()), bytes_in(statement.getColumn(1)),
            bytes_in(statement.getColumn(2)), bytes_in(statement.getColumn(3))};
}

/// The link that `row` was chained to: of the row before it.
vault::Digest link_of(const Row& before)
{
    vault::Digest link{};
    if (before.chain.size() != link.size()) {
        throw DamagedJournal{before.sequence, fmt::format("event {} has no link", before.sequence)};
    }
    std::ranges::copy(before.chain, link.begin());
    return link;
}

[[noreturn]] void rethrow(const SQLite::Exception& fault)
{
    const int code = fault.getErrorCode();
    if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT) {
        throw DamagedJournal{0, fmt::format("the file is damaged ({})", fault.what())};
    }
    throw DiskFault{fault.what()};
}

} // namespace

struct LookingBack::Database {
    SQLite::Database connection;

    explicit Database(const std::filesystem::path& file) : connection{file.string(), SQLite::OPEN_READONLY, 5'000}
    {
        check_journal_file(connection);
    }
};

LookingBack::LookingBack(const std::filesystem::path& file, const vault::HubKey& key)
    : seal_{std::make_unique<RowSeal>(key)}
{
    try {
        database_ = std::make_unique<Database>(file);
    } catch (const SQLite::Exception& fault) {
        rethrow(fault);
    }
}

LookingBack::~LookingBack() = default;

std::optional<Sequence> LookingBack::read(Sequence before, std::size_t most, const Take& take)
{
    std::vector<std::byte> scratch;
    const auto prove_and_take = [&](const Row& row, const vault::Digest& link) {
        ChainProof{{row.sequence - 1, link}}.take({row.sequence, row.sealed, row.original}, row.chain);
        if (row.sealed.empty()) {
            return Go::on; // forgotten; that it was meant to be, the whole walk proves
        }
        const auto content = seal_->open(row.sequence, row.sealed, scratch);
        if (!content) {
            throw DamagedJournal{row.sequence, fmt::format("event {} cannot be opened with the hub key", row.sequence)};
        }
        try {
            return take(row.sequence, decode_event(*content));
        } catch (const UnreadableEvent& unreadable) {
            throw DamagedJournal{row.sequence,
                                 fmt::format("event {} cannot be read: it is {}", row.sequence, unreadable.what())};
        }
    };
    try {
        SQLite::Statement rows{database_->connection,
                               "SELECT sequence, sealed, chain, original FROM journal WHERE sequence < ? "
                               "ORDER BY sequence DESC LIMIT ?"};
        rows.bind(1, before == 0 ? std::numeric_limits<std::int64_t>::max() : static_cast<std::int64_t>(before));
        rows.bind(2, static_cast<std::int64_t>(most) + 1); // one more, for its link
        std::optional<Row> row;
        std::size_t taken = 0;
        while (rows.executeStep()) {
            auto earlier = row_of(rows);
            if (row && earlier.sequence + 1 != row->sequence) {
                throw DamagedJournal{row->sequence - 1, fmt::format("event {} is missing", row->sequence - 1)};
            }
            if (row && prove_and_take(*row, link_of(earlier)) == Go::stop) {
                return row->sequence;
            }
            taken += row ? 1U : 0U;
            row = std::move(earlier);
        }
        if (row && (row->sequence > 1 || taken == most)) {
            return row->sequence + 1; // read as a link only
        }
        if (row) {
            static_cast<void>(prove_and_take(*row, first_link()));
        }
        return std::nullopt;
    } catch (const SQLite::Exception& fault) {
        rethrow(fault);
    }
}

} // namespace verandah::store
