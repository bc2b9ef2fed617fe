// SPDX-License-Identifier: Apache-2.0
// The days in the journal, what each came to, and what of it goes when its time is up.
#pragma once

#include "clinic/store/journal.hpp"
#include "clinic/store/ledger.hpp"
#include "shared/domain/forgetting/forgetting_event.hpp"

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

/// Goes through a journal as the line did, and stops where a day ends. Each row once, in their order.
class DaysWalk {
public:
    explicit DaysWalk(const domain::Centre& rules) : ledger_{rules} {}

    void take(domain::Sequence row, const domain::Recorded& recorded);
    void skip(domain::Sequence row) { ledger_.skip(row); } ///< One that was emptied.
    [[nodiscard]] DaysPast found() &&;

private:
    [[nodiscard]] bool begins_a_day(const domain::LineEvent& event) const;
    void end_day();

    Ledger ledger_;
    DaysPast days_;
    std::vector<domain::Sequence> rows_; ///< Of the day under way.
    int alerts_{0};
};

/// What goes with a day, and the event that says so.
[[nodiscard]] std::vector<Blot> blots_of(const DayPast& day);
[[nodiscard]] domain::DayForgotten forgetting_of(const DayPast& day, domain::Instant now);

} // namespace verandah::store
