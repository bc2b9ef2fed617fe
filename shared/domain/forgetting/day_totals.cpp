// SPDX-License-Identifier: Apache-2.0
// Counting a day.
#include "shared/domain/forgetting/day_totals.hpp"

#include <algorithm>
#include <vector>

namespace verandah::domain {

namespace {

bool was_served(const Ticket& ticket)
{
    return std::ranges::any_of(ticket.now.steps, [](const Step& step) { return step.stage == Step::Stage::done; });
}

std::optional<std::chrono::minutes> middle(std::vector<std::chrono::milliseconds>& waits)
{
    if (waits.empty()) {
        return std::nullopt;
    }
    const auto place = waits.begin() + (std::ssize(waits) - 1) / 2; // of an even number, the shorter of the two
    std::ranges::nth_element(waits, place);
    return std::chrono::floor<std::chrono::minutes>(*place);
}

} // namespace

DayTotals totals_of(const Line& line, int alerts)
{
    DayTotals totals{.day = line.day().value(), .alerts = alerts};
    std::vector<std::chrono::milliseconds> waits;
    for (const auto& [id, ticket] : line.tickets()) {
        ++totals.visits;
        if (was_served(ticket)) {
            ++totals.served;
            waits.push_back(ticket.now.spent.wait);
        } else if (ticket.now.state == TicketState::left) {
            ++totals.left;
        }
    }
    totals.wait = middle(waits);
    return totals;
}

} // namespace verandah::domain
