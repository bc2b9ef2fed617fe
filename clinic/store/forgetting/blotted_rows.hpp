// SPDX-License-Identifier: Apache-2.0
// Which rows of the journal a forgetting emptied or exchanged, as its own row says it in clear: so that the chain and
// the audit trail prove to whoever has no key that each was meant to go. For clinic/store/*.cpp only.
#pragma once

#include "shared/domain/event.hpp"
#include "shared/vault/hash.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace verandah::store {

/// Rows that stand one behind the other, both ends included.
struct RowRange {
    domain::Sequence first;
    domain::Sequence last;
    friend bool operator==(const RowRange&, const RowRange&) = default;
};

/// A row in whose place something else stands now.
struct ExchangedRow {
    domain::Sequence row;
    vault::Digest content; ///< BLAKE2b-256 of what stands there now.
    friend bool operator==(const ExchangedRow&, const ExchangedRow&) = default;
};

/// What one forgetting took away. Shape, numbers little endian:
///   what (1) 'v' a visitor, 'd' a day ‖ count (4) ‖ {first (8) ‖ last (8)}… ‖ count (4) ‖ {row (8) ‖ content (32)}…
struct BlottedRows {
    enum class Of { visitor, day };
    Of of{Of::visitor};
    std::vector<RowRange> emptied;       ///< Rising, without overlap.
    std::vector<ExchangedRow> exchanged; ///< Rising.
    friend bool operator==(const BlottedRows&, const BlottedRows&) = default;
};

/// Adds a row behind all others: to the last range when it stands just behind it.
void add_row(std::vector<RowRange>& ranges, domain::Sequence row);
/// Precondition: `ranges` rise.
[[nodiscard]] bool contain(std::span<const RowRange> ranges, domain::Sequence row);

/// A row of a forgetting: 'f' ‖ size (4) ‖ BlottedRows ‖ the row as any other, its mark first.
[[nodiscard]] std::vector<std::byte> with_blots(const BlottedRows& blots, std::span<const std::byte> row);

struct ForgettingRow {
    BlottedRows blots;
    std::span<const std::byte> row; ///< What stands behind them; lies in what was split.
};
/// nullopt for any other row, and for one that was damaged.
[[nodiscard]] std::optional<ForgettingRow> split_forgetting(std::span<const std::byte> sealed);
[[nodiscard]] bool is_forgetting(std::span<const std::byte> sealed); ///< By its mark alone.

} // namespace verandah::store
