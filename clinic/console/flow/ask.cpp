// SPDX-License-Identifier: Apache-2.0
// Paths and bodies of the requests, and the moves they make.
#include "clinic/console/flow/ask.hpp"

#include "clinic/console/flow/outlook.hpp"
#include "shared/wire/messages/queue_messages.hpp"

#include <utility>

namespace verandah::console {

namespace {

using domain::Move;
using domain::Ticket;

std::string ticket_path(const domain::TicketId& ticket, std::string_view deed)
{
    return "/v1/tickets/" + std::to_string(ticket.value()) + "/" + std::string{deed};
}

OwnMove own_move(Deed deed, const Ticket& ticket, Move move)
{
    return {deed, ticket.id, ticket.number, move};
}

struct PlainDeed {
    std::string_view word; ///< In the path.
    std::optional<Move> move;
};

PlainDeed plain_deed(Deed deed, const Ticket& ticket)
{
    switch (deed) {
    case Deed::call_again: return {"call-again", std::nullopt};
    case Deed::start: return {"start", Move::started};
    case Deed::done: return {"done", Move::step_finished};
    case Deed::away: return {"away", Move::went_away};
    case Deed::left: return {"left", Move::left};
    case Deed::back:
        return ticket.now.state == domain::TicketState::away ? PlainDeed{"back", Move::came_back}
                                                             : PlainDeed{"resume", Move::resumed};
    case Deed::call_next:
    case Deed::send_on:
    case Deed::hold:
    case Deed::call_this:
    case Deed::change_class:
    case Deed::add_person:
    case Deed::close_day:
    case Deed::reopen_day:
    case Deed::answer_alert:
    case Deed::undo: break;
    }
    std::unreachable();
}

} // namespace

Write plain_write(Deed deed, const Ticket& ticket)
{
    const auto [word, move] = plain_deed(deed, ticket);
    Write write{deed, ticket_path(ticket.id, word), wire::encode(wire::EmptyRequest{})};
    if (move) {
        write.moves.push_back(own_move(deed, ticket, *move));
    }
    return write;
}

Write call_next_write(const Console& console, domain::Instant now)
{
    Write write{Deed::call_next, "/v1/stations/" + console.station->text() + "/call-next",
                wire::encode(wire::CallNextRequest{domain::CallNext::IfBusy::finish_first})};
    const auto here = people_here(console);
    const auto* station = station_of(console);
    if (station != nullptr && std::ssize(here) >= station->capacity && next_pick(console, now)) {
        write.moves.push_back(own_move(Deed::done, *here.front(), Move::step_finished));
    }
    return write;
}

Write undo_write(const OwnMove& move)
{
    const bool is_arrival = !move.move;
    return {.deed = Deed::undo,
            .path = ticket_path(move.ticket, is_arrival ? "left" : "undo"),
            .body = wire::encode(wire::EmptyRequest{}),
            .moves = {},
            .undoes = move};
}

Write day_write(DaySheet::Turn turn)
{
    const bool closes = turn == DaySheet::Turn::close;
    return {closes ? Deed::close_day : Deed::reopen_day, closes ? "/v1/day/close" : "/v1/day/reopen",
            wire::encode(wire::EmptyRequest{})};
}

Write alert_write(domain::AlertId alert)
{
    return {Deed::answer_alert, "/v1/alerts/" + std::to_string(alert.value()) + "/answer",
            wire::encode(wire::EmptyRequest{})};
}

Write send_on_write(const Ticket& ticket, const domain::ServiceCode& service, domain::SendOn::Place place)
{
    return {Deed::send_on,
            ticket_path(ticket.id, "send-on"),
            wire::encode(wire::SendOnRequest{service, place}),
            {own_move(Deed::send_on, ticket, Move::sent_on)}};
}

Write hold_write(const Ticket& ticket, std::chrono::minutes back_in)
{
    return {Deed::hold,
            ticket_path(ticket.id, "hold"),
            wire::encode(wire::HoldRequest{back_in}),
            {own_move(Deed::hold, ticket, Move::held)}};
}

Write call_this_write(const Ticket& ticket, const domain::StationCode& station, const std::string& reason)
{
    return {Deed::call_this,
            ticket_path(ticket.id, "call"),
            wire::encode(wire::CallThisRequest{station, reason}),
            {own_move(Deed::call_this, ticket, Move::called)}};
}

Write class_write(const Ticket& ticket, const domain::PriorityCode& priority, const std::string& reason)
{
    return {Deed::change_class,
            ticket_path(ticket.id, "priority"),
            wire::encode(wire::ReclassifyRequest{priority, reason}),
            {own_move(Deed::change_class, ticket, Move::reclassified)}};
}

Write add_write(const AddSheet& sheet)
{
    return {Deed::add_person, "/v1/check-ins",
            wire::encode(wire::CheckInRequest{.services = sheet.services, .priority = sheet.priority})};
}

} // namespace verandah::console
