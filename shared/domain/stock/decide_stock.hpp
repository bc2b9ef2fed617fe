// SPDX-License-Identifier: Apache-2.0
// What may happen to the cupboard. State, command and time in; an event or a refusal out.
#pragma once

#include "shared/domain/refusal.hpp"
#include "shared/domain/stock/commodity.hpp"
#include "shared/domain/stock/stock_book.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <variant>

namespace verandah::domain {

/// Limits that no cupboard reaches: beyond them somebody mistyped.
inline constexpr std::int64_t most_moved = 1'000'000;       ///< In one deed.
inline constexpr std::int64_t most_in_a_batch = 10'000'000; ///< In the commodity's unit.
inline constexpr std::size_t longest_stock_reason = 120;    ///< In bytes.
inline constexpr std::chrono::years longest_shelf_life{20};

struct ReceiveStock {
    CommodityCode commodity;
    BatchCode batch;
    CentreDay expiry; ///< The last day it may be given.
    std::int64_t amount;
};
/// Given to a visitor: what expires first goes first, over as many batches as it takes.
struct GiveStock {
    enum class How { dispensed, handed_out };
    How how;
    CommodityCode commodity;
    std::int64_t amount;
};
/// Taken at a kiosk, where nobody can be refused what is in her hand already.
struct TakeSupplies {
    CommodityCode commodity;
    std::int64_t pieces;
};
/// The book was wrong by `amount`, above or below zero.
struct AdjustStock {
    CommodityCode commodity;
    BatchCode batch;
    std::int64_t amount;
    std::string reason;
};
struct WasteStock {
    CommodityCode commodity;
    BatchCode batch;
    std::int64_t amount;
    std::string reason;
};
/// So many are there. Whoever counts writes it down also when the book was right: the amount is 0 then.
struct CountStock {
    CommodityCode commodity;
    BatchCode batch;
    std::int64_t found;
};
/// Takes a movement back. Each may be taken back once, and what takes back may not be.
struct CounterMovement {
    MovementId movement;
    std::string reason;
};
using StockCommand =
    std::variant<ReceiveStock, GiveStock, TakeSupplies, AdjustStock, WasteStock, CountStock, CounterMovement>;

/// Refuses with invalid_input for an amount outside its limits, a reason that is missing, or an expiry that is past or
/// too far; with not_found for a commodity, batch or movement that is not there; with conflict where a balance would
/// fall below zero, a batch has another expiry already, or a movement was taken back before.
[[nodiscard]] std::expected<StockEvent, Refusal> decide(const StockBook& book, const Catalogue& catalogue,
                                                        const StockCommand& command, Moment now);

/// Whether `event` is what came of `command`: a request asked again is told so, another one with its key is not.
[[nodiscard]] bool is_answer(const StockEvent& event, const StockCommand& command);

} // namespace verandah::domain
