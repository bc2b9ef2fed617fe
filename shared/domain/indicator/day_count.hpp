// SPDX-License-Identifier: Apache-2.0
// How the visits of one centre day went. The one count of a day: what a committee sees of today and what is kept of a
// day that is forgotten both come from here, so that "served" means the same in both.
#pragma once

#include "shared/domain/queue/line.hpp"

#include <chrono>
#include <optional>
#include <vector>

namespace verandah::domain {

/// Of visits, not of people, and not made safe to publish. Every visit is in one of the three parts.
struct DayCount {
    int served{0};                                  ///< Over, with at least one step finished.
    int left{0};                                    ///< Over, with none: went, or was still in line when the day ended.
    int here{0};                                    ///< Not over yet.
    std::vector<std::chrono::milliseconds> waits{}; ///< Of those who were called at least once, in no order.

    [[nodiscard]] int visits() const { return served + left + here; }
    friend bool operator==(const DayCount&, const DayCount&) = default;
};

[[nodiscard]] DayCount count_day(const Line& line);

/// Half of `waits` are so long or shorter; of an even number, the shorter of the two in the middle. nullopt for none.
[[nodiscard]] std::optional<std::chrono::milliseconds> middle_of(std::vector<std::chrono::milliseconds> waits);

} // namespace verandah::domain
