// SPDX-License-Identifier: Apache-2.0
// The cupboard as this console knows it, the one commodity that is looked at, and the sheet on which it is changed.
// What happens to it is in stock_steps.hpp.
#pragma once

#include "shared/domain/refusal.hpp"
#include "shared/wire/messages/stock_messages.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace verandah::console {

enum class StockDeed { hand_out, receive, count, waste, adjust, counter };
inline constexpr std::array every_stock_deed{StockDeed::hand_out, StockDeed::receive, StockDeed::count,
                                             StockDeed::waste,    StockDeed::adjust,  StockDeed::counter};

/// Reasons that most changes have. What is typed goes before.
enum class StockReason { expired, damaged, spoilt, mistyped, wrong_batch, found };

enum class StockField { batch, expiry, amount, reason };

/// The question that a deed asks; holds what was answered so far.
struct StockSheet {
    enum class Direction { fewer, more };
    StockDeed deed;
    domain::CommodityCode commodity;
    std::optional<domain::BatchCode> batch{};     ///< Of those that are there.
    std::optional<domain::MovementId> movement{}; ///< The mistaken one.
    Direction direction{Direction::fewer};        ///< Of an adjustment.
    std::optional<StockReason> reason{};
    std::string batch_typed{};
    std::string expiry_typed{};
    std::string amount_typed{};
    std::string reason_typed{};
};
[[nodiscard]] std::vector<std::int64_t> usual_amounts(StockDeed deed);
[[nodiscard]] std::vector<StockReason> usual_stock_reasons(StockDeed deed);

struct StockRoom {
    static constexpr std::size_t page = 100;    ///< So many more are wanted when the end comes into sight.
    static constexpr std::size_t most = 20'000; ///< Then nobody scrolls any further.

    std::optional<wire::StockView> view{};
    bool is_asked{false};
    bool has_failed{false};
    domain::Instant asked_at{};

    std::optional<domain::CommodityCode> chosen{};
    std::size_t look{0};                       ///< Answers of another look are not of this list.
    std::vector<domain::Movement> movements{}; ///< Of the chosen one, newest first.
    std::size_t wanted{page};
    std::optional<domain::MovementId> next{};
    bool is_at_end{false};
    bool is_page_asked{false};
    bool has_page_failed{false};
    std::optional<domain::MovementId> movement{}; ///< The chosen one of them.

    std::optional<StockDeed> under_way{}; ///< One at a time.
    /// What became of the last deed: done, refused, or nobody knows.
    struct Unknown {};
    std::optional<std::variant<StockDeed, domain::Refusal::Why, Unknown>> said{};
};
inline constexpr std::chrono::seconds stock_is_asked_every{30};

// What the person does.
struct ChooseCommodity {
    domain::CommodityCode commodity;
    friend bool operator==(const ChooseCommodity&, const ChooseCommodity&) = default;
};
struct LeaveCommodity { ///< Back to the list.
    friend bool operator==(const LeaveCommodity&, const LeaveCommodity&) = default;
};
struct ChooseMovement {
    domain::MovementId movement;
    friend bool operator==(const ChooseMovement&, const ChooseMovement&) = default;
};
struct AskStock { ///< Opens the sheet of a deed.
    StockDeed deed;
    friend bool operator==(const AskStock&, const AskStock&) = default;
};
struct TypeStock {
    StockField field;
    std::string words;
    friend bool operator==(const TypeStock&, const TypeStock&) = default;
};
struct ReadMovementsOn { ///< The end of the list comes into sight.
    friend bool operator==(const ReadMovementsOn&, const ReadMovementsOn&) = default;
};
struct LookAtStockAgain {
    friend bool operator==(const LookAtStockAgain&, const LookAtStockAgain&) = default;
};
using StockWish = std::variant<ChooseCommodity, LeaveCommodity, ChooseMovement, AskStock, TypeStock, ReadMovementsOn,
                               LookAtStockAgain>;

// What the hub says.
struct StockCame {
    wire::StockView view;
};
struct StockLost {}; ///< Refused, or nobody knows.
struct MovementsCame {
    std::size_t look;
    wire::MovementsView view;
};
struct MovementsLost {
    std::size_t look;
};
struct StockChanged {};
struct StockRefused {
    domain::Refusal::Why why;
};
struct StockUnanswered {}; ///< Nobody knows whether it was done; the list will tell.
using StockHappening =
    std::variant<StockCame, StockLost, MovementsCame, MovementsLost, StockChanged, StockRefused, StockUnanswered>;

// What to ask of the hub.
struct FetchStock {};
struct FetchMovements {
    std::size_t look;
    wire::MovementsQuery query;
};
struct ChangeStock {
    std::string path;
    std::string body;
};
using StockEffect = std::variant<FetchStock, FetchMovements, ChangeStock>;

} // namespace verandah::console
