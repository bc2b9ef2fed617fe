// SPDX-License-Identifier: Apache-2.0
// What devices may see of the ledger.
#include "clinic/hub/feed/views_of_ledger.hpp"

#include <algorithm>

namespace verandah::hub {

namespace {

using domain::Sight;

wire::TicketView ticket_view(const domain::Ticket& ticket, const Sight& sight)
{
    auto view = wire::view_of(ticket);
    if (sight.tickets == Sight::Of::numbers) {
        view.ticket.now.steps.clear();
    }
    return view;
}

std::vector<domain::AlertRaised> open_alerts(const store::Ledger& ledger, const Sight& sight)
{
    std::vector<domain::AlertRaised> alerts;
    if (sight.alerts == Sight::Alerts::hidden) {
        return alerts;
    }
    for (const auto& [id, alert] : ledger.alerts().open()) {
        alerts.push_back(alert);
    }
    return alerts;
}

} // namespace

wire::LineView line_view(const store::Ledger& ledger, const Sight& sight)
{
    wire::LineView view{.sequence = ledger.feed_id(ledger.sequence()),
                        .day = ledger.line().day(),
                        .is_closed = ledger.line().is_closed()};
    for (const auto& [id, ticket] : ledger.line().tickets()) {
        view.tickets.push_back(ticket_view(ticket, sight));
    }
    view.alerts = open_alerts(ledger, sight);
    return view;
}

wire::LineChange line_change(const store::Ledger& ledger, std::span<const domain::TicketId> tickets, const Sight& sight)
{
    wire::LineChange change{.alerts = open_alerts(ledger, sight)};
    for (const auto id : tickets) {
        if (const auto* ticket = ledger.line().find(id)) {
            change.tickets.push_back(ticket_view(*ticket, sight));
        }
    }
    return change;
}

wire::BoardView board_view(const store::Ledger& ledger)
{
    const auto calls = ledger.board().calls();
    return {.sequence = ledger.feed_id(ledger.sequence()),
            .waiting = static_cast<int>(ledger.line().count_waiting()),
            .calls = {calls.begin(), calls.end()}};
}

} // namespace verandah::hub
