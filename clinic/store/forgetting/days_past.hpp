// SPDX-License-Identifier: Apache-2.0
// The days in the journal, what each came to, and what of it goes when its time is up.
#pragma once

#include "clinic/store/journal.hpp"
#include "shared/domain/forgetting/forgetting_event.hpp"

#include <functional>
#include <vector>

namespace verandah::store {

/// A day whose visits are still in the journal.
struct DayPast {
    domain::DayTotals totals;
    std::vector<domain::Sequence> rows; ///< Of the line and of alerts: all that is known of who came when.
    domain::TicketId next_ticket;       ///< As in domain::DayForgotten.
    domain::AlertId next_alert;
};

/// What a journal tells of days.
struct DaysPast {
    std::vector<domain::DayTotals> forgotten; ///< In the order in which they were.
    std::vector<DayPast> known;               ///< The same; the day that is under way is not among them.
};

/// Reads all of `journal`, which is opened to be read only, with the key. Throws as Journal::replay() does, and what
/// `before_each` throws, which is called before each row and so can end the look early.
[[nodiscard]] DaysPast
days_past(Journal& journal, const domain::Centre& rules, const std::function<void()>& before_each = [] {});

/// What goes with a day, and the event that says so.
[[nodiscard]] std::vector<Blot> blots_of(const DayPast& day);
[[nodiscard]] domain::DayForgotten forgetting_of(const DayPast& day, domain::Instant now);

} // namespace verandah::store
