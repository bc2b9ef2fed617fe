// SPDX-License-Identifier: Apache-2.0
// The journal's rows, read in order, proved against the chain and, with the key, opened. For journal.cpp only.
#pragma once

#include "clinic/store/chain.hpp"
#include "clinic/store/journal.hpp"
#include "clinic/store/row_seal.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstddef>
#include <exception>
#include <optional>
#include <vector>

namespace verandah::store {

/// Knows nothing of events, so that rows can be read on one thread while those before them are understood on another.
class ProvenRows {
public:
    /// The rows after `from`. Borrows the other two for its whole life; nobody else uses the connection meanwhile.
    ProvenRows(const SQLite::Database& journal, const RowSeal& seal, const Position& from)
        : journal_{journal}, seal_{seal}, proof_{from}
    {
    }

    /// What consecutive rows hold; of rows that cannot be opened without the key, and of forgotten ones, nothing.
    class Batch {
    public:
        [[nodiscard]] std::size_t size() const { return ends_.size(); }
        [[nodiscard]] std::span<const std::byte> content(std::size_t row) const;
        /// Throws the DamagedJournal that was met after the last row of the batch, if one was.
        void rethrow_damage() const;

    private:
        friend ProvenRows;
        std::vector<std::byte> contents_; // one after the other
        std::vector<std::size_t> ends_;   // where each ends
        std::exception_ptr damage_;
    };
    static constexpr std::size_t largest_batch = 1'024; ///< Rows.

    /// The next rows; none after the last one and after damage.
    [[nodiscard]] Batch next();
    [[nodiscard]] const Position& position() const { return proof_.position(); } ///< Of the last row read.

private:
    void read_into(Batch& batch);
    [[nodiscard]] bool step();
    void take_row(Batch& batch);
    [[nodiscard]] std::span<const std::byte> opened(domain::Sequence sequence, std::span<const std::byte> sealed);

    const SQLite::Database& journal_;
    const RowSeal& seal_;
    std::optional<SQLite::Statement> rows_;
    ChainProof proof_;
    bool ended_{false};
    std::vector<std::byte> scratch_; // reused for every row
};

} // namespace verandah::store
