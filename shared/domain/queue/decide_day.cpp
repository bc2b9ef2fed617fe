// SPDX-License-Identifier: Apache-2.0
// The decisions about the day: a new number, opening and closing, and what time does by itself.
#include "shared/domain/queue/asking.hpp"
#include "shared/domain/queue/decide.hpp"
#include "shared/domain/queue/pick.hpp"

#include <algorithm>

namespace verandah::domain {

namespace {

using enum Refusal::Why;

/// What has to happen so that the line is in the day of `now`; nothing when it is. A clock set back changes nothing.
LineEvents turn_of_day(const Line& line, Moment now)
{
    if (line.day() && now.day <= *line.day()) {
        return {};
    }
    LineEvents events;
    if (line.day() && !line.is_closed()) {
        events.emplace_back(DayClosed{*line.day(), now.at});
    }
    events.emplace_back(DayOpened{now.day, now.at});
    return events;
}

std::expected<void, Refusal> services_exist(const Centre& rules, const std::vector<ServiceCode>& services)
{
    if (services.empty()) {
        return refuse(invalid_input, "choose at least one service");
    }
    for (auto service = services.begin(); service != services.end(); ++service) {
        if (std::ranges::find(rules.services, *service, &Service::code) == rules.services.end()) {
            return refuse(invalid_input, "no such service: " + service->text());
        }
        if (std::find(services.begin(), service, *service) != service) {
            return refuse(invalid_input, "the same service twice: " + service->text());
        }
    }
    return {};
}

/// The class asked for, or the most urgent one among the services.
std::expected<PriorityCode, Refusal> class_for(const Centre& rules, const CheckIn& command)
{
    const auto found = std::ranges::find_if(rules.classes, [&](const PriorityClass& priority) {
        if (command.priority) {
            return priority.code == *command.priority;
        }
        return std::ranges::any_of(rules.services, [&](const Service& service) {
            return service.priority == priority.code &&
                   std::ranges::find(command.services, service.code) != command.services.end();
        });
    });
    if (found == rules.classes.end()) {
        return refuse(invalid_input, "no such class");
    }
    return found->code;
}

/// What is due for one ticket by itself at `at`.
void add_due(LineEvents& events, const Ticket& ticket, Instant at)
{
    for (const auto& step : ticket.now.steps) {
        if (step.stage == Step::Stage::asked && step.ready_at && *step.ready_at <= at) {
            events.emplace_back(StepBecameReady{ticket.id, step.service, at});
        }
    }
    if (!ticket.now.until || *ticket.now.until > at) {
        return;
    }
    if (ticket.now.state == TicketState::on_hold) {
        events.emplace_back(TicketResumed{ticket.id, at});
    } else if (ticket.now.state == TicketState::called) {
        events.emplace_back(TicketWentAway{ticket.id, at});
    }
}

} // namespace

LineDecision decide(const Line& line, const CheckIn& command, Moment now)
{
    if (const auto known = services_exist(line.rules(), command.services); !known) {
        return std::unexpected{known.error()};
    }
    const auto priority = class_for(line.rules(), command);
    if (!priority) {
        return std::unexpected{priority.error()};
    }
    auto events = turn_of_day(line, now);
    const bool is_new_day = !events.empty();
    if (!is_new_day && line.is_closed()) {
        return refuse(conflict, "the day is closed; reopen it to give out numbers");
    }
    if (!is_new_day && command.visitor && line.open_ticket_of(*command.visitor)) {
        return refuse(conflict, "the visitor has a number already");
    }
    const auto number = TicketNumber::make(is_new_day ? 1 : line.next_number());
    if (!number || number->value() > line.rules().limits.numbers_per_day) {
        return refuse(conflict, "today's numbers are used up");
    }
    const int before = is_new_day ? 0 : people_before(line, *priority, command.services);
    events.emplace_back(
        TicketIssued{line.next_ticket(), *number, now.at, *priority, command.services, command.visitor, before});
    return events;
}

LineDecision decide(const Line& line, const CloseDay&, Moment now)
{
    if (!line.day() || line.is_closed()) {
        return refuse(conflict, "no day is open");
    }
    return LineEvents{DayClosed{*line.day(), now.at}};
}

LineDecision decide(const Line& line, const ReopenDay&, Moment now)
{
    if (!line.day() || !line.is_closed()) {
        return refuse(conflict, "the day is not closed");
    }
    if (now.day > *line.day()) {
        return refuse(conflict, "a new day has begun");
    }
    return LineEvents{DayReopened{*line.day(), now.at}};
}

LineEvents decide(const Line& line, const PassTime&, Moment now)
{
    if (line.day() && now.day > *line.day()) {
        return turn_of_day(line, now);
    }
    LineEvents events;
    for (const auto& due : line.due()) {
        if (due.place > now.at) {
            break;
        }
        add_due(events, *line.find(due.ticket), now.at);
    }
    return events;
}

} // namespace verandah::domain
