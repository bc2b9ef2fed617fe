// SPDX-License-Identifier: Apache-2.0
// The cupboard as the movements tell it: what is there of each batch, and how it came to be so.
#pragma once

#include "shared/domain/stock/stock_event.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace verandah::domain {

/// One change of one batch. Never edited: a mistake is taken back by a countered one.
struct Movement {
    MovementId id;
    MovementKind kind;
    CommodityCode commodity;
    BatchCode batch;
    std::int64_t amount; ///< In the commodity's unit; below zero when it went out.
    std::string reason;
    std::optional<CentreDay> expiry;          ///< Of what came in.
    std::optional<MovementId> counters{};     ///< Of a countered one: what it takes back.
    std::optional<MovementId> countered_by{}; ///< What took this one back.
    CentreDay day;
    Instant at;
    friend bool operator==(const Movement&, const Movement&) = default;
};

/// What is there of one delivery.
struct Batch {
    CentreDay expiry; ///< The last day it may be given.
    std::int64_t balance{0};
    friend bool operator==(const Batch&, const Batch&) = default;
};

/// Everything there is, or was, of one commodity.
struct Shelf {
    std::map<BatchCode, Batch> batches{};
    std::optional<CentreDay> kept_since{};      ///< The day of its first movement.
    std::int64_t taken_beyond{0};               ///< Taken at a kiosk since the last count, and off no batch.
    [[nodiscard]] std::int64_t balance() const; ///< Expired batches too.
    [[nodiscard]] std::int64_t to_give(CentreDay day) const; ///< What has not expired on that day.
    friend bool operator==(const Shelf&, const Shelf&) = default;
};

/// The state after a number of stock events. Balances are the sum of their movements, and never set otherwise.
class StockBook {
public:
    [[nodiscard]] const std::map<CommodityCode, Shelf>& shelves() const { return shelves_; }
    [[nodiscard]] const Shelf* shelf(const CommodityCode& commodity) const; ///< Borrowed; nullptr: never had any.
    [[nodiscard]] const std::map<MovementId, Movement>& movements() const { return movements_; }
    [[nodiscard]] const Movement* movement(MovementId id) const; ///< Borrowed; nullptr when there is none.
    [[nodiscard]] MovementId next() const { return next_; }      ///< The id that the next movement is given.

    friend void apply(StockBook& book, const StockEvent& event);
    friend bool operator==(const StockBook&, const StockBook&) = default;

private:
    void take(const StockMoved& event);
    void take(const SuppliesTaken& event);

    std::map<CommodityCode, Shelf> shelves_;
    std::map<MovementId, Movement> movements_;
    MovementId next_{1};
};

void apply(StockBook& book, const StockEvent& event);

} // namespace verandah::domain
