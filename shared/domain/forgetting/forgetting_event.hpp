// SPDX-License-Identifier: Apache-2.0
// What was forgotten: a visitor who asked for it, or the visits of a day whose time was up. The journal takes the rows
// themselves away with the same stroke (clinic/store/forgetting).
#pragma once

#include "shared/domain/forgetting/day_totals.hpp"
#include "shared/domain/id.hpp"
#include "shared/domain/time.hpp"

#include <variant>

namespace verandah::domain {

/// Nothing leads to this visitor any more: no card, and no visit that is known to be hers. Her id stays, which without
/// them says nothing, so that nobody else is given it.
struct VisitorForgotten {
    VisitorId visitor;
    Instant at;
    friend bool operator==(const VisitorForgotten&, const VisitorForgotten&) = default;
};

/// All that was known of a day that is over is its totals.
struct DayForgotten {
    DayTotals totals;
    TicketId next_ticket; ///< Every ticket of that day is below it; none of them is given again.
    AlertId next_alert;   ///< The same of its alerts; those still open are let go.
    Instant at;
    friend bool operator==(const DayForgotten&, const DayForgotten&) = default;
};

/// What was for its day only is gone, of every day that is over: the files of visits without a card, with their keys,
/// and what outreach workers were asked that is over.
struct DayFilesForgotten {
    Instant at;
    friend bool operator==(const DayFilesForgotten&, const DayFilesForgotten&) = default;
};

using ForgettingEvent = std::variant<VisitorForgotten, DayForgotten, DayFilesForgotten>;

} // namespace verandah::domain
