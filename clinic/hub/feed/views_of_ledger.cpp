// SPDX-License-Identifier: Apache-2.0
// What devices may see of the ledger.
#include "clinic/hub/feed/views_of_ledger.hpp"

#include <algorithm>

namespace verandah::hub {

namespace {

std::vector<domain::AlertRaised> open_alerts(const store::Ledger& ledger)
{
    std::vector<domain::AlertRaised> alerts;
    for (const auto& [id, alert] : ledger.alerts().open()) {
        alerts.push_back(alert);
    }
    return alerts;
}

} // namespace

wire::LineView line_view(const store::Ledger& ledger)
{
    wire::LineView view{.sequence = ledger.feed_id(ledger.sequence()),
                        .day = ledger.line().day(),
                        .is_closed = ledger.line().is_closed()};
    for (const auto& [id, ticket] : ledger.line().tickets()) {
        view.tickets.push_back(wire::view_of(ticket));
    }
    view.alerts = open_alerts(ledger);
    return view;
}

wire::LineChange line_change(const store::Ledger& ledger, std::span<const domain::TicketId> tickets)
{
    wire::LineChange change{.alerts = open_alerts(ledger)};
    for (const auto id : tickets) {
        if (const auto* ticket = ledger.line().find(id)) {
            change.tickets.push_back(wire::view_of(*ticket));
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
