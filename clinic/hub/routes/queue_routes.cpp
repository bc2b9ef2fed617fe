// SPDX-License-Identifier: Apache-2.0
// POST /v1/check-ins, /v1/stations/{station}/…, /v1/tickets/{ticket}/…, /v1/day/…
#include "clinic/hub/desks/answers.hpp"
#include "clinic/hub/routes/handles.hpp"
#include "clinic/hub/routes/parameters.hpp"

namespace verandah::hub {

namespace {

using domain::Refusal;

/// Decodes the body with `decode`, makes a command of it and the ticket in the path with `command_of`, and makes the
/// move.
template <class Decode, class CommandOf>
void move_ticket(Desks& desks, const Asked& asked, const wire::Reply& reply, Decode decode, CommandOf command_of)
{
    const auto ticket = id_in_path<domain::TicketId>(asked);
    const auto body = decode(asked.request.body);
    if (!ticket || !body) {
        reply(response_of(ticket ? body.error() : ticket.error()));
        return;
    }
    desks.queue.move(command_of(*ticket, *body), asked.asker, replying<wire::MoveReceipt>(reply, ok));
}

/// A move that needs nothing but its ticket; the body is an empty object.
template <class Command>
void plain_move(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    move_ticket(desks, asked, reply, wire::decode_empty_request,
                [](domain::TicketId ticket, const wire::EmptyRequest&) { return Command{ticket}; });
}

template <class Command>
void turn_day(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    if (const auto body = wire::decode_empty_request(asked.request.body); !body) {
        reply(response_of(body.error()));
        return;
    }
    desks.queue.turn_day(Command{}, asked.asker, replying<wire::EmptyRequest>(reply, ok));
}

} // namespace

void check_in(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    auto body = wire::decode_check_in_request(asked.request.body);
    if (!body) {
        reply(response_of(body.error()));
        return;
    }
    if (body->priority && !domain::may(asked.who, domain::Right::line_class)) {
        desks.access.note(asked.asker.device, desks.staff.standing_at(asked.asker.device), domain::Right::line_class,
                          desks.staff.now());
        reply(response_of(Refusal{Refusal::Why::not_allowed, "nobody stands there who may choose a class"}));
        return;
    }
    desks.queue.check_in(*std::move(body), asked.asker, replying<wire::CheckInReceipt>(reply, created));
}

void call_next(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    const auto station = code_in_path<domain::StationCode>(asked);
    const auto body = wire::decode_call_next_request(asked.request.body);
    if (!station || !body) {
        reply(response_of(station ? body.error() : station.error()));
        return;
    }
    desks.queue.call_next({*station, body->if_busy}, asked.asker, replying<wire::CallReceipt>(reply, ok));
}

void call_this(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    const auto ticket = id_in_path<domain::TicketId>(asked);
    const auto body = wire::decode_call_this_request(asked.request.body);
    if (!ticket || !body) {
        reply(response_of(ticket ? body.error() : ticket.error()));
        return;
    }
    desks.queue.call_this({body->station, *ticket, body->reason}, asked.asker, replying<wire::CallReceipt>(reply, ok));
}

void hold(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    move_ticket(
        desks, asked, reply, wire::decode_hold_request,
        [](domain::TicketId ticket, const wire::HoldRequest& body) { return domain::Hold{ticket, body.back_in}; });
}

void send_on(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    move_ticket(desks, asked, reply, wire::decode_send_on_request,
                [](domain::TicketId ticket, const wire::SendOnRequest& body) {
                    return domain::SendOn{ticket, body.service, body.place};
                });
}

void reclassify(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    move_ticket(desks, asked, reply, wire::decode_reclassify_request,
                [](domain::TicketId ticket, const wire::ReclassifyRequest& body) {
                    return domain::Reclassify{ticket, body.priority, body.reason};
                });
}

void call_again(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    plain_move<domain::CallAgain>(desks, asked, reply);
}

void start(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    plain_move<domain::Start>(desks, asked, reply);
}

void finish(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    plain_move<domain::Finish>(desks, asked, reply);
}

void resume(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    plain_move<domain::Resume>(desks, asked, reply);
}

void step_away(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    plain_move<domain::StepAway>(desks, asked, reply);
}

void come_back(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    plain_move<domain::ComeBack>(desks, asked, reply);
}

void leave(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    plain_move<domain::Leave>(desks, asked, reply);
}

void undo(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    plain_move<domain::Undo>(desks, asked, reply);
}

void close_day(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    turn_day<domain::CloseDay>(desks, asked, reply);
}

void reopen_day(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    turn_day<domain::ReopenDay>(desks, asked, reply);
}

} // namespace verandah::hub
