// SPDX-License-Identifier: Apache-2.0
// The journal's hash chain: each row proves all rows before it. For clinic/store/*.cpp only.
#pragma once

#include "clinic/store/forgetting/blotted_rows.hpp"
#include "clinic/store/journal.hpp"
#include "shared/domain/event.hpp"
#include "shared/vault/hash.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace verandah::store {

using SequenceBytes = std::array<std::byte, 8>;

/// Little endian: bound to the box as associated data and to the chain.
[[nodiscard]] SequenceBytes bytes_of(domain::Sequence sequence);

/// What the first row is chained to.
[[nodiscard]] vault::Digest first_link();

/// BLAKE2b-256(before ‖ sequence ‖ content), where `content` is BLAKE2b-256 of what the row held when it was written:
/// a row whose content was forgotten proves the rows before it all the same.
[[nodiscard]] vault::Digest link_after(const vault::Digest& before, domain::Sequence sequence,
                                       const vault::Digest& content);

/// A row as it lies there. Borrowed.
struct StoredRow {
    domain::Sequence sequence;
    std::span<const std::byte> sealed;   ///< Empty when it was forgotten.
    std::span<const std::byte> original; ///< The digest of what stood there before a forgetting; empty: nothing did.
};

/// Rows in order, held against the chain; and at the end, whether each that was emptied or exchanged was meant to be.
class ChainProof {
public:
    /// Of the rows after `from`.
    explicit ChainProof(const Position& from) : position_{from} {}

    /// The position after `row`. Throws DamagedJournal when it is not the next one, or cannot be understood.
    const Position& take(const StoredRow& row);
    /// The same, held against the link that is stored beside it.
    const Position& take(const StoredRow& row, std::span<const std::byte> chain);
    /// No row follows. Throws DamagedJournal when one was emptied or exchanged and no forgetting after it says so.
    void end() const;

    [[nodiscard]] const Position& position() const { return position_; }
    /// Rows that were emptied or exchanged.
    [[nodiscard]] std::size_t forgotten() const { return forgotten_; }
    /// What the forgettings met so far took away, in order.
    [[nodiscard]] const std::vector<BlottedRows>& blots() const { return blots_; }

private:
    void note_blot(const StoredRow& row);
    void note_forgetting(const StoredRow& row);

    Position position_;
    std::size_t forgotten_{0};
    std::vector<RowRange> emptied_;
    std::vector<ExchangedRow> exchanged_;
    std::vector<BlottedRows> blots_;
};

} // namespace verandah::store
