// SPDX-License-Identifier: Apache-2.0
// What is kept of a day when its visits are forgotten: counts, and one middle value.
#pragma once

#include "shared/domain/queue/line.hpp"
#include "shared/domain/time.hpp"

#include <chrono>
#include <optional>

namespace verandah::domain {

/// Counts of one centre day, as count_day() counts it. Of visits, not of people, and not made safe to publish: they are
/// for the centre itself.
struct DayTotals {
    CentreDay day;
    int visits{0};                              ///< Numbers given.
    int served{0};                              ///< Of these, those for whom at least one step was finished.
    int left{0};                                ///< Of these, those who went, or stayed to the day's end, without one.
    int alerts{0};                              ///< Raised, of either kind.
    std::optional<std::chrono::minutes> wait{}; ///< The middle one of those called, rounded down; nobody: nullopt.
    friend bool operator==(const DayTotals&, const DayTotals&) = default;
};

/// Of the day that `line` is in. Precondition: it is in one.
[[nodiscard]] DayTotals totals_of(const Line& line, int alerts);

} // namespace verandah::domain
