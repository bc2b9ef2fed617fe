// SPDX-License-Identifier: Apache-2.0
// Spans as clinicians say them: so many days, or so many calendar months.
#pragma once

#include "shared/domain/time.hpp"

#include <compare>

namespace verandah::domain {

struct Period {
    enum class Unit { days, months };
    int count;
    Unit unit{Unit::days};
    friend auto operator<=>(const Period&, const Period&) = default;
};

/// The day `period` after `day`. A month has its own length: a month after the 31st of January is the last day of
/// February, and a year after a 29th of February its 28th. Precondition: `day` is a real day.
[[nodiscard]] CentreDay after(CentreDay day, Period period);

/// How many days `later` is after `earlier`; negative when it is before.
[[nodiscard]] std::chrono::days days_between(CentreDay earlier, CentreDay later);

} // namespace verandah::domain
