// SPDX-License-Identifier: Apache-2.0
// Counting, and hiding what is small.
#include "clinic/hub/desks/totals_desk.hpp"

#include "shared/domain/indicator/day_count.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace verandah::hub {

namespace {

constexpr std::chrono::minutes rounded_to{5};

std::optional<std::chrono::minutes> middle_wait(const domain::DayCount& count, int smallest_shown)
{
    if (std::ssize(count.waits) < smallest_shown) {
        return std::nullopt;
    }
    const auto middle = domain::middle_of(count.waits);
    return middle ? std::optional{rounded_to *
                                  static_cast<int>(std::chrono::round<std::chrono::minutes>(*middle) / rounded_to)}
                  : std::nullopt;
}

} // namespace

wire::TotalsView totals_view(const store::Ledger& ledger, const CentreClock& clock, domain::Moment now,
                             int smallest_shown)
{
    const auto day = ledger.line().day() == now.day ? domain::count_day(ledger.line()) : domain::DayCount{};
    const auto table = domain::publish_table(std::array{day.served, day.left, day.here}, smallest_shown);
    const auto alerts = std::ranges::count_if(ledger.alerts().raised(),
                                              [&](const auto& alert) { return clock.at(alert.second).day == now.day; });
    return {.counted_at = now.at,
            .smallest_shown = smallest_shown,
            .came = table.total,
            .served = table.cells[0],
            .left = table.cells[1],
            .here = table.cells[2],
            .alerts = domain::publish_table(std::array{static_cast<int>(alerts)}, smallest_shown).total,
            .middle_wait = middle_wait(day, smallest_shown)};
}

void TotalsDesk::see(std::function<void(wire::TotalsView)> answer)
{
    writer_.read([this, answer = std::move(answer)](const store::Ledger& ledger) {
        const auto now = now_();
        const bool is_fresh = last_ && last_->day == now.day && now.at >= last_->view.counted_at &&
                              now.at - last_->view.counted_at < counted_every;
        if (!is_fresh) {
            last_ = Counted{now.day, totals_view(ledger, clock_, now, smallest_shown_)};
        }
        answer(last_->view);
    });
}

} // namespace verandah::hub
