// SPDX-License-Identifier: Apache-2.0
// What is kept of a count.
#include "shared/domain/forgetting/day_totals.hpp"

#include "shared/domain/indicator/day_count.hpp"

#include <utility>

namespace verandah::domain {

DayTotals totals_of(const Line& line, int alerts)
{
    auto count = count_day(line);
    DayTotals totals{.day = line.day().value(),
                     .visits = count.visits(),
                     .served = count.served,
                     .left = count.left,
                     .alerts = alerts};
    if (const auto wait = middle_of(std::move(count.waits))) {
        totals.wait = std::chrono::floor<std::chrono::minutes>(*wait);
    }
    return totals;
}

} // namespace verandah::domain
