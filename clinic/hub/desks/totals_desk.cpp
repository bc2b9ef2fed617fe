// SPDX-License-Identifier: Apache-2.0
// Counting, and hiding what is small.
#include "clinic/hub/desks/totals_desk.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace verandah::hub {

namespace {

using domain::TicketState;

constexpr std::chrono::minutes rounded_to{5};

/// People of today by how it ended, or that it has not; and how long those who were called had waited.
struct Day {
    std::array<int, 3> parts{}; ///< Served, left, here.
    std::vector<std::chrono::milliseconds> waits;
};

std::size_t part_of(TicketState state)
{
    switch (state) {
    case TicketState::done: return 0;
    case TicketState::left:
    case TicketState::closed: return 1;
    case TicketState::waiting:
    case TicketState::returning:
    case TicketState::on_hold:
    case TicketState::called:
    case TicketState::serving:
    case TicketState::away: return 2;
    }
    std::unreachable();
}

Day day_of(const domain::Line& line)
{
    Day day;
    for (const auto& [id, ticket] : line.tickets()) {
        ++day.parts.at(part_of(ticket.now.state));
        if (ticket.now.spent.wait.count() > 0) {
            day.waits.push_back(ticket.now.spent.wait);
        }
    }
    return day;
}

std::optional<std::chrono::minutes> middle(std::vector<std::chrono::milliseconds> waits)
{
    if (std::ssize(waits) < domain::usual_smallest_shown) {
        return std::nullopt;
    }
    const auto half = waits.begin() + std::ssize(waits) / 2;
    std::ranges::nth_element(waits, half);
    return rounded_to * static_cast<int>(std::chrono::round<std::chrono::minutes>(*half) / rounded_to);
}

} // namespace

wire::TotalsView totals_view(const store::Ledger& ledger, const CentreClock& clock, domain::Moment now)
{
    const auto day = ledger.line().day() == now.day ? day_of(ledger.line()) : Day{};
    const auto table = domain::publish_table(day.parts);
    const auto alerts = std::ranges::count_if(ledger.alerts().raised(),
                                              [&](const auto& alert) { return clock.at(alert.second).day == now.day; });
    return {.counted_at = now.at,
            .came = table.total,
            .served = table.cells[0],
            .left = table.cells[1],
            .here = table.cells[2],
            .alerts = domain::publish_table(std::array{static_cast<int>(alerts)}).total,
            .middle_wait = middle(day.waits)};
}

void TotalsDesk::see(std::function<void(wire::TotalsView)> answer)
{
    writer_.read([this, answer = std::move(answer)](const store::Ledger& ledger) {
        const auto now = now_();
        const bool is_fresh = last_ && last_->day == now.day && now.at >= last_->view.counted_at &&
                              now.at - last_->view.counted_at < counted_every;
        if (!is_fresh) {
            last_ = Counted{now.day, totals_view(ledger, clock_, now)};
        }
        answer(last_->view);
    });
}

} // namespace verandah::hub
