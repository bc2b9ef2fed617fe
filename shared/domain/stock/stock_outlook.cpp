// SPDX-License-Identifier: Apache-2.0
// Looking ahead, and back.
#include "shared/domain/stock/stock_outlook.hpp"

#include <algorithm>
#include <utility>

namespace verandah::domain {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// Going backwards, day by day: what stood on each shelf when that day ended.
class LookingBack {
public:
    explicit LookingBack(const StockBook& book)
        : shelves_{book.shelves()}, next_{book.movements().rbegin()}, end_{book.movements().rend()}
    {
    }
    /// As of the end of `day`, and no later day may be asked for after it. A clock set back makes a day one movement
    /// longer, and nothing worse.
    const std::map<CommodityCode, Shelf>& at_end_of(CentreDay day)
    {
        for (; next_ != end_ && next_->second.day > day; ++next_) {
            const auto& movement = next_->second;
            shelves_.at(movement.commodity).batches.at(movement.batch).balance -= movement.amount;
        }
        return shelves_;
    }

private:
    std::map<CommodityCode, Shelf> shelves_;
    std::map<MovementId, Movement>::const_reverse_iterator next_;
    std::map<MovementId, Movement>::const_reverse_iterator end_;
};

} // namespace

// Permanent: on the wire.
std::string_view word(StockWarning warning)
{
    switch (warning) {
    case StockWarning::out: return "out";
    case StockWarning::expired: return "expired";
    case StockWarning::low: return "low";
    case StockWarning::expires_in_30: return "expires_in_30";
    case StockWarning::expires_in_60: return "expires_in_60";
    case StockWarning::to_count: return "to_count";
    }
    std::unreachable();
}

std::optional<StockWarning> stock_warning_from(std::string_view text)
{
    const auto* const found =
        std::ranges::find(every_stock_warning, text, [](StockWarning warning) { return word(warning); });
    return found == every_stock_warning.end() ? std::nullopt : std::optional{*found};
}

std::optional<CentreDay> nearest_expiry(const Shelf& shelf, CentreDay day)
{
    std::optional<CentreDay> nearest;
    for (const auto& [code, batch] : shelf.batches) {
        if (batch.balance > 0 && batch.expiry >= day && (!nearest || batch.expiry < *nearest)) {
            nearest = batch.expiry;
        }
    }
    return nearest;
}

std::vector<StockWarning> warnings_of(const Shelf& shelf, std::int64_t low, CentreDay day)
{
    std::vector<StockWarning> warnings;
    const auto to_give = shelf.to_give(day);
    if (to_give == 0 && !shelf.batches.empty()) {
        warnings.push_back(StockWarning::out);
    }
    if (shelf.balance() > to_give) {
        warnings.push_back(StockWarning::expired);
    }
    if (to_give > 0 && to_give <= low) {
        warnings.push_back(StockWarning::low);
    }
    if (const auto nearest = nearest_expiry(shelf, day)) {
        if (sys_days{*nearest} <= sys_days{day} + days{30}) {
            warnings.push_back(StockWarning::expires_in_30);
        } else if (sys_days{*nearest} <= sys_days{day} + days{60}) {
            warnings.push_back(StockWarning::expires_in_60);
        }
    }
    if (shelf.taken_beyond > 0) {
        warnings.push_back(StockWarning::to_count);
    }
    return warnings;
}

std::map<CommodityCode, int> stock_out_days(const StockBook& book, CentreDay from, CentreDay to)
{
    std::map<CommodityCode, int> missing;
    for (const auto& [commodity, shelf] : book.shelves()) {
        missing.emplace(commodity, 0);
    }
    LookingBack looking_back{book};
    for (auto day = sys_days{to}; day >= sys_days{from}; day -= days{1}) {
        for (const auto& [commodity, shelf] : looking_back.at_end_of(CentreDay{day})) {
            const bool was_kept = shelf.kept_since && *shelf.kept_since <= CentreDay{day};
            missing.at(commodity) += was_kept && shelf.to_give(CentreDay{day}) == 0 ? 1 : 0;
        }
    }
    return missing;
}

} // namespace verandah::domain
