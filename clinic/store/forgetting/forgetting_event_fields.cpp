// SPDX-License-Identifier: Apache-2.0
// The permanent words of the events of a forgetting.
#include "clinic/store/forgetting/forgetting_event_fields.hpp"

namespace verandah::store::forgetting_events {

using namespace domain;

Json fields(const VisitorForgotten& event)
{
    return {{"visitor", event.visitor.value()}, {"at", ms(event.at)}};
}
VisitorForgotten read(const Fields& from, Is<VisitorForgotten>)
{
    return {from.id<VisitorId>("visitor"), from.instant("at")};
}

Json fields(const DayFilesForgotten& event)
{
    return {{"at", ms(event.at)}};
}
DayFilesForgotten read(const Fields& from, Is<DayFilesForgotten>)
{
    return {from.instant("at")};
}

Json fields(const DayForgotten& event)
{
    const auto& totals = event.totals;
    Json json{{"day", day_number(totals.day)},
              {"visits", totals.visits},
              {"served", totals.served},
              {"left", totals.left},
              {"alerts", totals.alerts},
              {"next_ticket", event.next_ticket.value()},
              {"next_alert", event.next_alert.value()},
              {"at", ms(event.at)}};
    if (totals.wait) {
        json["wait_minutes"] = totals.wait->count();
    }
    return json;
}
DayForgotten read(const Fields& from, Is<DayForgotten>)
{
    const DayTotals totals{.day = from.day("day"),
                           .visits = from.integer<int>("visits"),
                           .served = from.integer<int>("served"),
                           .left = from.integer<int>("left"),
                           .alerts = from.integer<int>("alerts"),
                           .wait = from.has("wait_minutes")
                                       ? std::optional{std::chrono::minutes{from.integer<std::int32_t>("wait_minutes")}}
                                       : std::nullopt};
    return {totals, from.id<TicketId>("next_ticket"), from.id<AlertId>("next_alert"), from.instant("at")};
}

} // namespace verandah::store::forgetting_events
