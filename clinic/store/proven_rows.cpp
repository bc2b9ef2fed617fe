// SPDX-License-Identifier: Apache-2.0
// Reading with proof: a gap, a broken chain and a box that does not open are each met where they stand.
#include "clinic/store/proven_rows.hpp"

#include "clinic/store/column_bytes.hpp"
#include "clinic/store/journal.hpp"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>
#include <sqlite3.h>

namespace verandah::store {

std::span<const std::byte> ProvenRows::Batch::content(std::size_t row) const
{
    const auto begin = row == 0 ? 0 : ends_[row - 1];
    return std::span{contents_}.subspan(begin, ends_[row] - begin);
}

void ProvenRows::Batch::rethrow_damage() const
{
    if (damage_) {
        std::rethrow_exception(damage_);
    }
}

ProvenRows::Batch ProvenRows::next()
{
    Batch batch;
    try {
        read_into(batch);
    } catch (const DamagedJournal&) {
        batch.damage_ = std::current_exception(); // after the rows before it
        ended_ = true;
    }
    return batch;
}

void ProvenRows::read_into(Batch& batch)
{
    while (!ended_ && batch.size() < largest_batch) {
        if (step()) {
            take_row(batch);
        } else {
            ended_ = true;
            proof_.end();
        }
    }
}

bool ProvenRows::step()
{
    try {
        if (!rows_) {
            rows_.emplace(journal_, "SELECT sequence, sealed, chain, original FROM journal WHERE sequence > ? "
                                    "ORDER BY sequence");
            rows_->bind(1, static_cast<std::int64_t>(position().last));
        }
        return rows_->executeStep();
    } catch (const SQLite::Exception& fault) {
        if (fault.getErrorCode() != SQLITE_CORRUPT && fault.getErrorCode() != SQLITE_NOTADB) {
            throw DiskFault{fault.what()};
        }
        throw DamagedJournal{position().last + 1,
                             fmt::format("the file is damaged after event {} ({}); keep it as it is and "
                                         "restore a backup",
                                         position().last, fault.what())};
    }
}

void ProvenRows::take_row(Batch& batch)
{
    const auto sequence = static_cast<domain::Sequence>(rows_->getColumn(0).getInt64());
    const auto sealed = blob(rows_->getColumn(1));
    proof_.take({sequence, sealed, blob(rows_->getColumn(3))}, blob(rows_->getColumn(2)));
    if (seal_.opens() && !sealed.empty()) {
        const auto content = opened(sequence, sealed);
        batch.contents_.insert(batch.contents_.end(), content.begin(), content.end());
    }
    batch.ends_.push_back(batch.contents_.size());
}

std::span<const std::byte> ProvenRows::opened(domain::Sequence sequence, std::span<const std::byte> sealed)
{
    const auto content = seal_.open(sequence, sealed, scratch_);
    if (!content) {
        throw DamagedJournal{sequence, sequence == 1
                                           ? "the hub key does not open this journal; put the key it was made with back"
                                           : fmt::format("event {} cannot be opened with the hub key", sequence)};
    }
    return *content;
}

} // namespace verandah::store
