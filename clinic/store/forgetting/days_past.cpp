// SPDX-License-Identifier: Apache-2.0
// Going through the journal as the line did, and stopping where a day ends.
#include "clinic/store/forgetting/days_past.hpp"

#include "clinic/store/ledger.hpp"

#include <algorithm>
#include <utility>

namespace verandah::store {

namespace {

using namespace domain;

class DaysWalk {
public:
    explicit DaysWalk(const Centre& rules) : ledger_{rules} {}

    void take(Sequence row, const Recorded& recorded)
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
    void skip(Sequence row) { ledger_.skip(row); }
    [[nodiscard]] DaysPast found() &&
    {
        std::ranges::sort(days_.forgotten, {}, &DayTotals::day);
        return std::move(days_);
    }

private:
    [[nodiscard]] bool begins_a_day(const LineEvent& event) const
    {
        const auto* gone_on = std::get_if<DayGoneOnWith>(&event);
        return std::holds_alternative<DayOpened>(event) || (gone_on != nullptr && gone_on->day != ledger_.line().day());
    }
    void end_day()
    {
        if (ledger_.line().day()) {
            days_.known.push_back({totals_of(ledger_.line(), alerts_), std::exchange(rows_, {}),
                                   ledger_.line().next_ticket(), ledger_.alerts().next()});
            alerts_ = 0;
        }
    }

    Ledger ledger_;
    DaysPast days_;
    std::vector<Sequence> rows_;
    int alerts_{0};
};

} // namespace

DaysPast days_past(Journal& journal, const Centre& rules, const std::function<void()>& before_each)
{
    DaysWalk walk{rules};
    journal.replay(
        [&](Sequence row, const Recorded& recorded) {
            before_each();
            walk.take(row, recorded);
        },
        [&walk](Sequence row) { walk.skip(row); });
    return std::move(walk).found();
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
