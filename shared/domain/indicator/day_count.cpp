// SPDX-License-Identifier: Apache-2.0
// Counting a day.
#include "shared/domain/indicator/day_count.hpp"

#include <algorithm>

namespace verandah::domain {

namespace {

bool has_finished_step(const Standing& now)
{
    return std::ranges::any_of(now.steps, [](const Step& step) { return step.stage == Step::Stage::done; });
}

/// Whoever leaves the line uncalled has waited, too, but not until a call.
bool was_called(const Standing& now)
{
    return now.calls > 0 || now.state == TicketState::called || now.state == TicketState::serving ||
           has_finished_step(now);
}

} // namespace

DayCount count_day(const Line& line)
{
    DayCount count;
    for (const auto& [id, ticket] : line.tickets()) {
        if (is_open(ticket.now.state)) {
            ++count.here;
        } else {
            ++(has_finished_step(ticket.now) ? count.served : count.left);
        }
        if (was_called(ticket.now)) {
            count.waits.push_back(ticket.now.spent.wait);
        }
    }
    return count;
}

std::optional<std::chrono::milliseconds> middle_of(std::vector<std::chrono::milliseconds> waits)
{
    if (waits.empty()) {
        return std::nullopt;
    }
    const auto place = waits.begin() + (std::ssize(waits) - 1) / 2;
    std::ranges::nth_element(waits, place);
    return *place;
}

} // namespace verandah::domain
