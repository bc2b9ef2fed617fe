// SPDX-License-Identifier: Apache-2.0
// What happens to supplies and medicines. Nothing here says to whom they went.
#pragma once

#include "shared/domain/care/dotted_code.hpp"
#include "shared/domain/id.hpp"
#include "shared/domain/stock/batch_code.hpp"
#include "shared/domain/time.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace verandah::domain {

using CommodityCode = DottedCode<struct CommodityTag>; ///< Something kept in the cupboard: "condom.male".
using MovementId = Id<struct MovementTag>;             ///< One change of one batch.

/// Why a balance changed.
enum class MovementKind {
    received,   ///< It came from outside.
    dispensed,  ///< A clinician gave it; only the sealed record says to whom.
    handed_out, ///< Somebody took it away, without a place in line.
    adjusted,   ///< The book was wrong, and somebody says why.
    wasted,     ///< Broken, spoilt, expired.
    counted,    ///< What was found in the cupboard; the amount is the difference.
    countered,  ///< An earlier movement was a mistake: this one takes it back.
};
inline constexpr std::array every_movement_kind{
    MovementKind::received, MovementKind::dispensed, MovementKind::handed_out, MovementKind::adjusted,
    MovementKind::wasted,   MovementKind::counted,   MovementKind::countered};
[[nodiscard]] std::string_view word(MovementKind kind); ///< The permanent word.
[[nodiscard]] std::optional<MovementKind> movement_kind_from(std::string_view word);

struct BatchChange {
    BatchCode batch;
    std::int64_t amount; ///< In the commodity's unit; below zero when it went out.
    friend bool operator==(const BatchChange&, const BatchChange&) = default;
};

/// One deed at the cupboard: a movement for each batch it touched, numbered from `first` in their order.
struct StockMoved {
    MovementId first;
    MovementKind kind;
    CommodityCode commodity;
    std::vector<BatchChange> changes;   ///< Never empty.
    std::optional<CentreDay> expiry;    ///< Of a batch that came in: the last day it may be given.
    std::string reason;                 ///< Empty where none is asked for.
    std::optional<MovementId> counters; ///< The movement that a countered one takes back.
    CentreDay day;
    Instant at;
    friend bool operator==(const StockMoved&, const StockMoved&) = default;
};

/// Somebody took supplies at a kiosk, and the book could not take them off a batch: it had too few, or the hub was
/// locked. What is really there is for the next count to say.
struct SuppliesTaken {
    CommodityCode commodity;
    std::int64_t pieces; ///< 1 and more.
    CentreDay day;
    Instant at;
    friend bool operator==(const SuppliesTaken&, const SuppliesTaken&) = default;
};

using StockEvent = std::variant<StockMoved, SuppliesTaken>;

} // namespace verandah::domain
