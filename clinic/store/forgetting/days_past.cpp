// SPDX-License-Identifier: Apache-2.0
// Which rows belong to a day, when it ends, and what it came to.
#include "clinic/store/forgetting/days_past.hpp"

#include <algorithm>
#include <utility>

namespace verandah::store {

using namespace domain;

void DaysWalk::take(Sequence row, const Recorded& recorded)
{
    if (const auto* in_line = std::get_if<LineEvent>(&recorded.event)) {
        if (begins_a_day(*in_line)) {
            end_day();
        }
        rows_.push_back(row);
    } else if (const auto* of_alert = std::get_if<AlertEvent>(&recorded.event)) {
        rows_.push_back(row);
        alerts_ += std::holds_alternative<AlertRaised>(*of_alert) ? 1 : 0;
    } else if (const auto* forgetting = std::get_if<ForgettingEvent>(&recorded.event)) {
        if (const auto* day = std::get_if<DayForgotten>(forgetting)) {
            days_.forgotten.push_back(day->totals);
        }
    }
    ledger_.apply(row, recorded);
}

DaysPast DaysWalk::found() &&
{
    std::ranges::sort(days_.forgotten, {}, &DayTotals::day);
    return std::move(days_);
}

bool DaysWalk::begins_a_day(const LineEvent& event) const
{
    const auto* gone_on = std::get_if<DayGoneOnWith>(&event);
    return std::holds_alternative<DayOpened>(event) || (gone_on != nullptr && gone_on->day != ledger_.line().day());
}

void DaysWalk::end_day()
{
    if (ledger_.line().day()) {
        days_.known.push_back({totals_of(ledger_.line(), alerts_), std::exchange(rows_, {}),
                               ledger_.line().next_ticket(), ledger_.alerts().next()});
        alerts_ = 0;
    }
}

std::vector<Blot> blots_of(const DayPast& day)
{
    std::vector<Blot> blots;
    blots.reserve(day.rows.size());
    std::ranges::transform(day.rows, std::back_inserter(blots), [](Sequence row) { return Blot{row, std::nullopt}; });
    return blots;
}

DayForgotten forgetting_of(const DayPast& day, Instant now)
{
    return {day.totals, day.next_ticket, day.next_alert, now};
}

} // namespace verandah::store
