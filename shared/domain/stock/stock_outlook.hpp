// SPDX-License-Identifier: Apache-2.0
// What somebody has to know about the cupboard before it is too late, and for how long something was missing.
#pragma once

#include "shared/domain/stock/commodity.hpp"
#include "shared/domain/stock/stock_book.hpp"

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace verandah::domain {

/// The most urgent first.
enum class StockWarning {
    out,           ///< Nothing is left that may be given.
    expired,       ///< Something is left that may not be given any more.
    low,           ///< Time to order.
    expires_in_30, ///< Within 30 days.
    expires_in_60, ///< Within 60 days.
    to_count,      ///< Some was taken at a kiosk and off no batch.
};
inline constexpr std::array every_stock_warning{StockWarning::out,           StockWarning::expired,
                                                StockWarning::low,           StockWarning::expires_in_30,
                                                StockWarning::expires_in_60, StockWarning::to_count};
[[nodiscard]] std::string_view word(StockWarning warning); ///< The permanent word.
[[nodiscard]] std::optional<StockWarning> stock_warning_from(std::string_view word);

/// The most urgent first. `low` is the commodity's level; a commodity that a centre never had warns of nothing. An
/// empty batch warns of nothing, whenever it expires.
[[nodiscard]] std::vector<StockWarning> warnings_of(const Shelf& shelf, std::int64_t low, CentreDay day);

/// The expiry of what would be given first; nothing when nothing may be given.
[[nodiscard]] std::optional<CentreDay> nearest_expiry(const Shelf& shelf, CentreDay day);

/// Days from `from` to `to`, both in, that ended with nothing to give, of every commodity that has a shelf. Each counts
/// from the day it was first there, so that what a centre never kept was never missing. 0 when `to` comes before
/// `from`.
[[nodiscard]] std::map<CommodityCode, int> stock_out_days(const StockBook& book, CentreDay from, CentreDay to);

} // namespace verandah::domain
