// SPDX-License-Identifier: Apache-2.0
// The decisions about one ticket after it was issued and called: start, finish, hold, away, back, send on, left, undo.
#include "shared/domain/queue/decide.hpp"

#include "shared/domain/journey/journey.hpp"
#include "shared/domain/queue/asking.hpp"
#include "shared/domain/queue/pick.hpp"

#include <algorithm>
#include <utility>

namespace verandah::domain {

namespace {

using enum TicketState;
using enum Refusal::Why;

std::optional<StepFinished::FollowUp> follow_up(const Centre& rules, const ServiceCode& code, Instant at)
{
    const auto service = std::ranges::find(rules.services, code, &Service::code);
    if (service == rules.services.end() || !service->timer) {
        return std::nullopt;
    }
    return StepFinished::FollowUp{service->timer->then, at + service->timer->after};
}

/// What "send on" puts aside: what it is called for, or else what it is first in line for.
std::optional<ServiceCode> gives_way(const Line& line, const Ticket& ticket, const ServiceCode& target)
{
    const auto wanted_anyway = std::ranges::any_of(
        ticket.now.steps, [&](const Step& step) { return step.service == target && step.stage != Step::Stage::done; });
    if (wanted_anyway || ticket.now.state == serving) {
        return std::nullopt;
    }
    if (const auto current = ticket.current_service()) {
        return current;
    }
    const auto ready = ready_steps(ticket.now.steps, line.rules().services);
    return ready.empty() ? std::nullopt : std::optional{ready.front()};
}

/// The timer of the step that sending on from serving finishes. Sent straight to what it leads to, nobody waits for it.
std::optional<StepFinished::FollowUp> timer_of_present(const Line& line, const Ticket& ticket,
                                                       const ServiceCode& target, Instant at)
{
    if (ticket.now.state != serving) {
        return std::nullopt;
    }
    const auto then = follow_up(line.rules(), *ticket.current_service(), at);
    return then && then->service != target ? then : std::nullopt;
}

/// Where "first", "last" or "by arrival" puts the ticket in its class.
Instant place_for(const Line& line, const Ticket& ticket, const SendOn& command, Instant at)
{
    constexpr std::chrono::milliseconds just{1};
    const auto& spots = line.waiting(ticket.now.priority, command.service);
    switch (command.place) {
    case SendOn::Place::first:
        return spots.empty() ? ticket.arrived : std::min(spots.begin()->place - just, ticket.arrived);
    case SendOn::Place::last: return spots.empty() ? at : std::max(spots.rbegin()->place + just, at);
    case SendOn::Place::by_arrival: return ticket.arrived;
    }
    std::unreachable();
}

/// Whether `target` could be called for once the ticket is sent on to it.
bool would_be_ready(const Line& line, const Ticket& ticket, const TicketSentOn& event)
{
    Line after{line.rules()};
    after.put(ticket);
    apply(after, event);
    const auto ready = ready_steps(after.find(ticket.id)->now.steps, line.rules().services);
    return std::ranges::find(ready, event.service) != ready.end();
}

std::expected<void, Refusal> may_return_to(const Line& line, const Ticket& ticket, const Standing& before, Instant at)
{
    const bool needs_room = before.state == called || before.state == serving;
    const bool has_room = ticket.current_service() && ticket.now.station == before.station; // away keeps its station
    if (needs_room && !has_room && before.station && is_full(line, *before.station)) {
        return refuse(conflict, "the station is with somebody else by now; finish that first");
    }
    if (before.state == on_hold && before.until && *before.until <= at) {
        return refuse(conflict, "the hold has ended by now");
    }
    if (is_open(before.state) && ticket.visitor && !is_open(ticket.now.state) && line.open_ticket_of(*ticket.visitor)) {
        return refuse(conflict, "the visitor has a newer number");
    }
    return {};
}

/// `event`, unless the ticket may not have it.
LineDecision only_if(const std::expected<const Ticket*, Refusal>& allowed, LineEvent event)
{
    if (!allowed) {
        return std::unexpected{allowed.error()};
    }
    return LineEvents{std::move(event)};
}

} // namespace

LineEvent finished(const Line& line, const Ticket& ticket, Instant at)
{
    const auto service = *ticket.current_service();
    return StepFinished{ticket.id, service, follow_up(line.rules(), service, at), at};
}

LineDecision decide(const Line& line, const CallAgain& command, Moment now)
{
    const auto ticket = ticket_in(line, command.ticket, {called});
    if (!ticket) {
        return std::unexpected{ticket.error()};
    }
    if ((*ticket)->now.calls >= line.rules().limits.calls_before_away) {
        return LineEvents{TicketWentAway{command.ticket, now.at}};
    }
    return LineEvents{TicketCalledAgain{command.ticket, now.at}};
}

LineDecision decide(const Line& line, const Start& command, Moment now)
{
    return only_if(ticket_in(line, command.ticket, {called}), TicketStarted{command.ticket, now.at});
}

LineDecision decide(const Line& line, const Finish& command, Moment now)
{
    const auto ticket = ticket_in(line, command.ticket, {serving});
    return ticket ? LineDecision{LineEvents{finished(line, **ticket, now.at)}} : std::unexpected{ticket.error()};
}

LineDecision decide(const Line& line, const Hold& command, Moment now)
{
    const auto longest = line.rules().limits.longest_hold;
    if (command.back_in < std::chrono::minutes{1} || command.back_in > longest) {
        return refuse(invalid_input, "a hold lasts 1 to " + std::to_string(longest.count()) + " minutes");
    }
    return only_if(ticket_in(line, command.ticket, {waiting, returning, called}),
                   TicketHeld{command.ticket, now.at + command.back_in, now.at});
}

LineDecision decide(const Line& line, const Resume& command, Moment now)
{
    return only_if(ticket_in(line, command.ticket, {on_hold}), TicketResumed{command.ticket, now.at});
}

LineDecision decide(const Line& line, const StepAway& command, Moment now)
{
    return only_if(ticket_in(line, command.ticket, {called}), TicketWentAway{command.ticket, now.at});
}

LineDecision decide(const Line& line, const ComeBack& command, Moment now)
{
    return only_if(ticket_in(line, command.ticket, {away}),
                   TicketCameBack{command.ticket, line.rules().limits.return_after_calls, now.at});
}

LineDecision decide(const Line& line, const SendOn& command, Moment now)
{
    const auto ticket = ticket_in(line, command.ticket, {waiting, returning, on_hold, called, serving, away});
    if (!ticket) {
        return std::unexpected{ticket.error()};
    }
    if (std::ranges::find(line.rules().services, command.service, &Service::code) == line.rules().services.end()) {
        return refuse(invalid_input, "no such service");
    }
    if ((*ticket)->current_service() == command.service) {
        return refuse(conflict, "it is in line for that service already");
    }
    const TicketSentOn event{command.ticket,
                             command.service,
                             gives_way(line, **ticket, command.service),
                             place_for(line, **ticket, command, now.at),
                             now.at,
                             timer_of_present(line, **ticket, command.service, now.at)};
    if (!would_be_ready(line, **ticket, event)) {
        return refuse(conflict, "something else that was asked for comes before that service");
    }
    return LineEvents{event};
}

LineDecision decide(const Line& line, const Leave& command, Moment now)
{
    return only_if(ticket_in(line, command.ticket, {waiting, returning, on_hold, called, serving, away}),
                   TicketLeft{command.ticket, now.at});
}

LineDecision decide(const Line& line, const Reclassify& command, Moment now)
{
    const auto ticket = ticket_in(line, command.ticket, {waiting, returning, on_hold, called, serving, away});
    if (!ticket) {
        return std::unexpected{ticket.error()};
    }
    const auto& classes = line.rules().classes;
    if (std::ranges::find(classes, command.priority, &PriorityClass::code) == classes.end()) {
        return refuse(invalid_input, "no such class");
    }
    if ((*ticket)->now.priority == command.priority) {
        return refuse(conflict, "it is in that class already");
    }
    if (const auto given = reason_given(command.reason); !given) {
        return std::unexpected{given.error()};
    }
    return LineEvents{TicketReclassified{command.ticket, command.priority, command.reason, now.at}};
}

LineDecision decide(const Line& line, const Undo& command, Moment now)
{
    const auto* ticket = line.find(command.ticket);
    if (ticket == nullptr) {
        return refuse(not_found, "no such ticket today");
    }
    if (ticket->past.empty()) {
        return refuse(conflict, "there is no move to take back");
    }
    const auto& last = ticket->past.back();
    if (line.is_closed()) {
        return refuse(conflict, "the day was closed; reopen the day instead");
    }
    if (const auto possible = may_return_to(line, *ticket, last.before, now.at); !possible) {
        return std::unexpected{possible.error()};
    }
    const auto fresh_time =
        last.before.state == called ? std::optional<Instant>{now.at + line.rules().limits.call_lasts} : std::nullopt;
    return LineEvents{MoveUndone{command.ticket, last.move, fresh_time, now.at}};
}

} // namespace verandah::domain
