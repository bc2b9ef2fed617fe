// SPDX-License-Identifier: Apache-2.0
// What a record says she was given to take away, and what the cupboard's book makes of it.
#pragma once

#include "shared/domain/record/file.hpp"
#include "shared/domain/stock/commodity.hpp"
#include "shared/domain/stock/stock_book.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace verandah::domain {

/// Stays in the book of the cupboard for good, so it is not in anybody's language.
inline constexpr std::string_view why_given_back = "A record was corrected";

/// Of one commodity: how many she was given by the record as it stands now, and what was moved for it before.
struct SuppliesGiven {
    CommodityCode commodity;
    std::int64_t pieces;
    std::vector<SuppliesMoved> moved; ///< With earlier entries of the record.
    friend bool operator==(const SuppliesGiven&, const SuppliesGiven&) = default;
};

/// In the order of their codes, each once; none of a draft, or of anything but a form. `entry` is not in `before`.
[[nodiscard]] std::vector<SuppliesGiven> supplies_given(const Catalogue& catalogue, const File& before,
                                                        const FileEntry& entry);

/// What has to happen in the cupboard, and what the entry says of it.
struct SuppliesPlan {
    std::vector<StockEvent> events; ///< In their order: each is numbered after the one before it.
    std::vector<SuppliesMoved> moved;
};

/// The difference to what was moved before. What is given leaves the batches, first-expired first; what no batch has
/// is written down as taken beyond the book, since it is in her hand. What a correction gives back returns to the
/// batches it came from. A movement that somebody took back by hand counts as never made.
[[nodiscard]] SuppliesPlan plan_supplies(const StockBook& book, const Catalogue& catalogue,
                                         const std::vector<SuppliesGiven>& given, Moment now);

} // namespace verandah::domain
