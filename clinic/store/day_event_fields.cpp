// SPDX-License-Identifier: Apache-2.0
// The permanent words of a day's beginning and end.
#include "clinic/store/day_event_fields.hpp"

namespace verandah::store::day_events {

using namespace domain;

Json fields(const DayOpened& event)
{
    return {{"day", day_number(event.day)}, {"at", ms(event.at)}};
}
DayOpened read(const Fields& from, Is<DayOpened>)
{
    return {from.day("day"), from.instant("at")};
}

Json fields(const DayClosed& event)
{
    return {{"day", day_number(event.day)}, {"at", ms(event.at)}};
}
DayClosed read(const Fields& from, Is<DayClosed>)
{
    return {from.day("day"), from.instant("at")};
}

Json fields(const DayReopened& event)
{
    return {{"day", day_number(event.day)}, {"at", ms(event.at)}};
}
DayReopened read(const Fields& from, Is<DayReopened>)
{
    return {from.day("day"), from.instant("at")};
}

Json fields(const DayGoneOnWith& event)
{
    return {{"day", day_number(event.day)},
            {"first_ticket", event.first_ticket.value()},
            {"first_number", event.first_number},
            {"at", ms(event.at)}};
}
DayGoneOnWith read(const Fields& from, Is<DayGoneOnWith>)
{
    return {from.day("day"), from.id<TicketId>("first_ticket"), from.integer<int>("first_number"), from.instant("at")};
}

} // namespace verandah::store::day_events
