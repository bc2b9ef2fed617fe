// SPDX-License-Identifier: Apache-2.0
// What each event does to the line. Every change of a ticket goes through change(), so the indexes cannot be forgotten.
#include "shared/domain/journey/journey.hpp"
#include "shared/domain/queue/line.hpp"

#include <algorithm>
#include <stdexcept>

namespace verandah::domain {

namespace {

Step* step_being_done(Standing& standing)
{
    const auto step = std::ranges::find(standing.steps, Step::Stage::doing, &Step::stage);
    return step == standing.steps.end() ? nullptr : &*step;
}

Step& step_for(Standing& standing, const ServiceCode& service)
{
    const auto step = std::ranges::find_if(
        standing.steps, [&](const Step& each) { return each.service == service && each.stage != Step::Stage::done; });
    if (step != standing.steps.end()) {
        return *step;
    }
    return standing.steps.emplace_back(Step{service, Step::Stage::asked, std::nullopt});
}

/// Leaves the present state: the time spent in it goes to the right one of the three (field.md §3: wait, way, service).
void leave_state(Standing& standing, Instant at)
{
    const auto spent = std::max(at - standing.since, std::chrono::milliseconds{});
    if (standing.state == TicketState::waiting || standing.state == TicketState::returning) {
        standing.spent.wait += spent;
    } else if (standing.state == TicketState::called) {
        standing.spent.way += spent;
    } else if (standing.state == TicketState::serving) {
        standing.spent.service += spent;
    }
    standing.since = at;
    standing.until.reset();
}

/// A step that was called for but not finished is asked for still.
void put_back_step(Standing& standing)
{
    if (auto* step = step_being_done(standing)) {
        step->stage = Step::Stage::asked;
    }
}

/// Where a ticket goes when nobody is with it: waiting, on hold until a timer ran out, or done.
void go_on(Standing& standing)
{
    standing.station.reset();
    standing.calls = 0;
    if (!has_more(standing.steps)) {
        standing.state = TicketState::done;
        return;
    }
    const bool any_ready = std::ranges::any_of(
        standing.steps, [](const Step& step) { return step.stage == Step::Stage::asked && !step.ready_at; });
    standing.state = any_ready ? TicketState::waiting : TicketState::on_hold;
    standing.until = any_ready ? std::nullopt : next_timer(standing.steps);
}

/// A move that undo can take back: remembers the standing before it.
void remember(Ticket& ticket, Move move)
{
    ticket.past.push_back({move, ticket.now});
}

} // namespace

template <class Change>
void Line::change(TicketId ticket, Change&& change)
{
    const auto found = tickets_.find(ticket);
    if (found == tickets_.end()) {
        throw std::logic_error{"an event names a ticket that the line never had"};
    }
    withdraw(found->second);
    change(found->second);
    enter(found->second);
}

void Line::take(const DayOpened& event)
{
    day_ = event.day;
    closed_ = false;
    next_number_ = 1;
    tickets_.clear();
    waiting_.clear();
    waiting_count_ = 0;
    present_.clear();
    open_of_visitor_.clear();
    returning_.clear();
    due_.clear();
}

void Line::take(const DayClosed& event)
{
    closed_ = true;
    for (const auto& [id, ticket] : tickets_) {
        if (is_open(ticket.now.state)) {
            change(id, [&](Ticket& open) {
                remember(open, Move::closed);
                leave_state(open.now, event.at);
                put_back_step(open.now);
                open.now.state = TicketState::closed;
            });
        }
    }
}

void Line::take(const DayReopened&)
{
    closed_ = false;
    for (const auto& [id, ticket] : tickets_) {
        if (ticket.now.state == TicketState::closed) {
            change(id, [](Ticket& closed) {
                closed.now = std::move(closed.past.back().before);
                closed.past.pop_back();
            });
        }
    }
}

void Line::take(const TicketIssued& event)
{
    // A clock set back must not put a newcomer before those who came earlier.
    const auto arrived = tickets_.empty() ? event.at : std::max(event.at, tickets_.rbegin()->second.arrived);
    Standing standing{.priority = event.priority, .place = arrived, .since = event.at};
    for (const auto& service : event.services) {
        standing.steps.push_back({service, Step::Stage::asked, std::nullopt});
    }
    put(Ticket{event.ticket, event.number, arrived, event.visitor, std::move(standing), {}});
}

void Line::take(const TicketCalled& event)
{
    count_call_for_returning(event.ticket);
    change(event.ticket, [&](Ticket& ticket) {
        remember(ticket, Move::called);
        leave_state(ticket.now, event.at);
        ticket.now.state = TicketState::called;
        ticket.now.station = event.station;
        ticket.now.calls = 1;
        ticket.now.calls_to_wait = 0;
        ticket.now.until = event.until;
        auto& step = step_for(ticket.now, event.service);
        step.stage = Step::Stage::doing;
        step.ready_at.reset();
    });
}

void Line::count_call_for_returning(TicketId called)
{
    const auto returning = returning_; // a copy: change() edits the set
    for (const auto id : returning) {
        if (id != called) {
            change(id, [](Ticket& ticket) {
                if (--ticket.now.calls_to_wait <= 0) {
                    ticket.now.calls_to_wait = 0;
                    ticket.now.state = TicketState::waiting;
                }
            });
        }
    }
}

void Line::take(const TicketCalledAgain& event)
{
    change(event.ticket, [](Ticket& ticket) { ++ticket.now.calls; });
}

void Line::take(const TicketStarted& event)
{
    change(event.ticket, [&](Ticket& ticket) {
        remember(ticket, Move::started);
        leave_state(ticket.now, event.at);
        ticket.now.state = TicketState::serving;
    });
}

void Line::take(const StepFinished& event)
{
    change(event.ticket, [&](Ticket& ticket) {
        remember(ticket, Move::step_finished);
        leave_state(ticket.now, event.at);
        if (auto* step = step_being_done(ticket.now)) {
            step->stage = Step::Stage::done;
        }
        if (event.then) {
            step_for(ticket.now, event.then->service).ready_at = event.then->ready_at;
        }
        go_on(ticket.now);
    });
}

void Line::take(const TicketHeld& event)
{
    change(event.ticket, [&](Ticket& ticket) {
        remember(ticket, Move::held);
        leave_state(ticket.now, event.at);
        put_back_step(ticket.now);
        ticket.now.station.reset();
        ticket.now.calls = 0;
        ticket.now.calls_to_wait = 0;
        ticket.now.state = TicketState::on_hold;
        ticket.now.until = event.until;
    });
}

void Line::take(const TicketResumed& event)
{
    change(event.ticket, [&](Ticket& ticket) {
        remember(ticket, Move::resumed);
        leave_state(ticket.now, event.at);
        ticket.now.state = TicketState::waiting;
    });
}

void Line::take(const TicketWentAway& event)
{
    change(event.ticket, [&](Ticket& ticket) {
        remember(ticket, Move::went_away);
        leave_state(ticket.now, event.at);
        put_back_step(ticket.now);
        ticket.now.state = TicketState::away;
    });
}

void Line::take(const TicketCameBack& event)
{
    change(event.ticket, [&](Ticket& ticket) {
        remember(ticket, Move::came_back);
        leave_state(ticket.now, event.at);
        ticket.now.station.reset();
        ticket.now.calls = 0;
        ticket.now.calls_to_wait = event.calls_to_wait;
        ticket.now.state = event.calls_to_wait > 0 ? TicketState::returning : TicketState::waiting;
    });
}

void Line::take(const TicketSentOn& event)
{
    change(event.ticket, [&](Ticket& ticket) {
        remember(ticket, Move::sent_on);
        const bool was_serving = ticket.now.state == TicketState::serving;
        leave_state(ticket.now, event.at);
        if (auto* step = step_being_done(ticket.now)) {
            step->stage = was_serving ? Step::Stage::done : Step::Stage::asked;
        }
        if (event.instead_of) {
            std::erase_if(ticket.now.steps, [&](const Step& step) {
                return step.service == *event.instead_of && step.stage != Step::Stage::done;
            });
        }
        if (event.then) {
            step_for(ticket.now, event.then->service).ready_at = event.then->ready_at;
        }
        step_for(ticket.now, event.service).ready_at.reset();
        ticket.now.place = event.place;
        ticket.now.calls_to_wait = 0;
        go_on(ticket.now);
    });
}

void Line::take(const TicketLeft& event)
{
    change(event.ticket, [&](Ticket& ticket) {
        remember(ticket, Move::left);
        leave_state(ticket.now, event.at);
        put_back_step(ticket.now);
        ticket.now.state = TicketState::left;
    });
}

void Line::take(const TicketReclassified& event)
{
    change(event.ticket, [&](Ticket& ticket) {
        remember(ticket, Move::reclassified);
        ticket.now.priority = event.priority;
    });
}

void Line::take(const StepBecameReady& event)
{
    change(event.ticket, [&](Ticket& ticket) { step_for(ticket.now, event.service).ready_at.reset(); });
}

void Line::take(const MoveUndone& event)
{
    change(event.ticket, [&](Ticket& ticket) {
        ticket.now = std::move(ticket.past.back().before);
        ticket.past.pop_back();
        if (event.until) {
            ticket.now.until = event.until;
        }
    });
}

void Line::take(const DayGoneOnWith& event)
{
    if (!day_ || *day_ < event.day) {
        take(DayOpened{event.day, event.at});
    }
    closed_ = false;
    next_ticket_ = std::max(next_ticket_, event.first_ticket);
    next_number_ = std::max(next_number_, event.first_number);
}

void apply(Line& line, const LineEvent& event)
{
    std::visit([&](const auto& happened) { line.take(happened); }, event);
}

std::vector<TicketId> touched_by(const Line& line, const LineEvent& event)
{
    std::vector<TicketId> touched;
    if (std::holds_alternative<TicketCalled>(event)) {
        touched.assign(line.returning().begin(), line.returning().end());
    }
    std::visit(
        [&](const auto& happened) {
            if constexpr (requires { happened.ticket; }) {
                if (std::ranges::find(touched, happened.ticket) == touched.end()) {
                    touched.push_back(happened.ticket);
                }
            }
        },
        event);
    return touched;
}

} // namespace verandah::domain
