// SPDX-License-Identifier: Apache-2.0
// What each event does to the cupboard's book.
#include "shared/domain/stock/stock_book.hpp"

#include <algorithm>
#include <variant>

namespace verandah::domain {

std::int64_t Shelf::balance() const
{
    std::int64_t sum = 0;
    for (const auto& [code, batch] : batches) {
        sum += batch.balance;
    }
    return sum;
}

std::int64_t Shelf::to_give(CentreDay day) const
{
    std::int64_t sum = 0;
    for (const auto& [code, batch] : batches) {
        sum += batch.expiry >= day ? batch.balance : 0;
    }
    return sum;
}

const Shelf* StockBook::shelf(const CommodityCode& commodity) const
{
    const auto found = shelves_.find(commodity);
    return found == shelves_.end() ? nullptr : &found->second;
}

const Movement* StockBook::movement(MovementId id) const
{
    const auto found = movements_.find(id);
    return found == movements_.end() ? nullptr : &found->second;
}

void StockBook::take(const StockMoved& event)
{
    auto& shelf = shelves_[event.commodity];
    shelf.kept_since = shelf.kept_since.value_or(event.day);
    for (std::size_t place = 0; place < event.changes.size(); ++place) {
        const auto& change = event.changes[place];
        const MovementId id{event.first.value() + static_cast<std::int64_t>(place)};
        // A batch begins with what came in, which says when it expires.
        auto& batch = shelf.batches.try_emplace(change.batch, Batch{event.expiry.value_or(event.day)}).first->second;
        if (event.kind == MovementKind::received && event.expiry) {
            batch.expiry = *event.expiry; // another one than before only when nothing was left
        }
        batch.balance += change.amount;
        movements_.insert_or_assign(id, Movement{.id = id,
                                                 .kind = event.kind,
                                                 .commodity = event.commodity,
                                                 .batch = change.batch,
                                                 .amount = change.amount,
                                                 .reason = event.reason,
                                                 .expiry = event.expiry,
                                                 .counters = event.counters,
                                                 .day = event.day,
                                                 .at = event.at});
        next_ = std::max(next_, MovementId{id.value() + 1});
        if (const auto countered = event.counters ? movements_.find(*event.counters) : movements_.end();
            countered != movements_.end()) {
            countered->second.countered_by = id;
        }
    }
    if (event.kind == MovementKind::counted) {
        shelf.taken_beyond = 0;
    }
}

void StockBook::take(const SuppliesTaken& event)
{
    shelves_[event.commodity].taken_beyond += event.pieces;
}

void apply(StockBook& book, const StockEvent& event)
{
    std::visit([&book](const auto& happened) { book.take(happened); }, event);
}

} // namespace verandah::domain
