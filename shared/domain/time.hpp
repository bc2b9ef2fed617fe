// SPDX-License-Identifier: Apache-2.0
// Time as the rules see it: an instant, and the centre's own day. The rules own no clock; both arrive as parameters.
#pragma once

#include <chrono>

namespace verandah::domain {

/// A point in time, UTC, to the millisecond. What the journal keeps.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// The centre's day. A working day crosses midnight, so it changes at the centre's boundary hour in local time
/// (field.md §3), never at UTC midnight; which day an instant falls on is worked out by the hub
/// (clinic/hub/centre_clock.hpp).
using CentreDay = std::chrono::year_month_day;

/// Now, as one decision sees it.
struct Moment {
    Instant at;
    CentreDay day;
};

} // namespace verandah::domain
