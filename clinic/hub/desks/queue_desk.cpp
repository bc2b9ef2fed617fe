// SPDX-License-Identifier: Apache-2.0
// The desk for the line: check-in with and without a card, calls, and receipts.
#include "clinic/hub/desks/queue_desk.hpp"

#include "shared/domain/queue/pick.hpp"

#include <algorithm>
#include <iterator>

namespace verandah::hub {

namespace {

using domain::Event;
using domain::LineEvent;
using domain::Refusal;
using domain::VisitorId;

/// The line event of kind `Happened`, if that is what `event` is.
template <class Happened>
const Happened* in_line(const Event* event)
{
    const auto* line_event = event == nullptr ? nullptr : std::get_if<LineEvent>(event);
    return line_event == nullptr ? nullptr : std::get_if<Happened>(line_event);
}

domain::LineDecision check_in_decision(const domain::Line& line, const domain::CheckIn& command, domain::Moment now)
{
    const auto open = command.visitor ? line.open_ticket_of(*command.visitor) : std::nullopt;
    const bool is_today = line.day() && now.day <= *line.day();
    if (!open || !is_today) {
        return decide(line, command, now);
    }
    if (line.find(*open)->now.state == domain::TicketState::away) {
        return decide(line, domain::ComeBack{*open}, now);
    }
    return domain::LineEvents{}; // she is in line already: the same number again
}

/// The number somebody holds already, with how many are before her now.
wire::CheckInReceipt receipt_of_open(const domain::Line& line, const domain::Ticket& ticket)
{
    std::vector<domain::ServiceCode> services;
    for (const auto& step : ticket.now.steps) {
        if (step.stage == domain::Step::Stage::asked) {
            services.push_back(step.service);
        }
    }
    return {ticket.id, ticket.number, domain::people_before(line, ticket.now.priority, services)};
}

std::expected<wire::CheckInReceipt, Refusal> check_in_receipt(const store::Ledger& ledger, const Event* event,
                                                              const std::vector<domain::ServiceCode>& services,
                                                              std::optional<VisitorId> visitor)
{
    if (const auto* issued = in_line<domain::TicketIssued>(event); issued != nullptr && issued->services == services) {
        return wire::CheckInReceipt{issued->ticket, issued->number, issued->people_before};
    }
    const auto* back = in_line<domain::TicketCameBack>(event);
    if (event != nullptr && back == nullptr) {
        return key_of_something_else();
    }
    const auto open = back != nullptr ? std::optional{back->ticket}
                      : visitor       ? ledger.line().open_ticket_of(*visitor)
                                      : std::nullopt;
    const auto* ticket = open ? ledger.line().find(*open) : nullptr;
    if (ticket == nullptr) {
        return domain::refuse(Refusal::Why::conflict, "that number is no longer in the line; check in anew");
    }
    return receipt_of_open(ledger.line(), *ticket);
}

std::expected<wire::CallReceipt, Refusal> call_receipt(const store::Ledger& ledger, const Event* event,
                                                       const domain::StationCode& station,
                                                       std::optional<domain::TicketId> wanted)
{
    const auto* called = in_line<domain::TicketCalled>(event);
    if (called == nullptr || called->station != station || (wanted && called->ticket != *wanted)) {
        return key_of_something_else();
    }
    const auto* ticket = ledger.line().find(called->ticket);
    if (ticket == nullptr) {
        return domain::refuse(Refusal::Why::conflict, "that call was on another day");
    }
    return wire::CallReceipt{called->ticket, ticket->number, called->service, called->reason};
}

} // namespace

std::expected<std::vector<Event>, Refusal> as_events(domain::LineDecision decision)
{
    if (!decision) {
        return std::unexpected{std::move(decision).error()};
    }
    return std::vector<Event>{std::make_move_iterator(decision->begin()), std::make_move_iterator(decision->end())};
}

void QueueDesk::check_in(wire::CheckInRequest request, const Asker& asker, Answer<wire::CheckInReceipt> answer)
{
    // Hashed whether it is ours or not, so that every card takes the same time; the code itself goes no further than
    // here.
    std::optional<domain::CardHash> card;
    if (request.card) {
        const auto cards = hub_.cards();
        const bool is_ours = cards->is_ours(*request.card);
        const auto hash = cards->lookup(*request.card);
        card = is_ours ? std::optional{hash} : std::nullopt;
    }
    const auto visitor_in = [card](const store::Ledger& ledger) {
        return card ? ledger.cards().visitor_of(*card) : std::nullopt;
    };
    domain::CheckIn command{request.services, request.priority, std::nullopt};
    ask<wire::CheckInReceipt>(
        writer_, asker,
        [visitor_in, command = std::move(command)](const store::Ledger& ledger, domain::Moment now) mutable {
            command.visitor = visitor_in(ledger);
            return as_events(check_in_decision(ledger.line(), command, now));
        },
        [visitor_in, services = std::move(request.services)](const store::Ledger& ledger, const Event* event) {
            return check_in_receipt(ledger, event, services, visitor_in(ledger));
        },
        std::move(answer));
}

void QueueDesk::call_next(const domain::CallNext& command, const Asker& asker, Answer<wire::CallReceipt> answer)
{
    ask<wire::CallReceipt>(
        writer_, asker,
        [command](const store::Ledger& ledger, domain::Moment now) {
            return as_events(decide(ledger.line(), command, now));
        },
        [station = command.station](const store::Ledger& ledger, const Event* event) {
            return call_receipt(ledger, event, station, std::nullopt);
        },
        std::move(answer));
}

void QueueDesk::call_this(const domain::CallThis& command, const Asker& asker, Answer<wire::CallReceipt> answer)
{
    ask<wire::CallReceipt>(
        writer_, asker,
        [command](const store::Ledger& ledger, domain::Moment now) {
            return as_events(decide(ledger.line(), command, now));
        },
        [station = command.station, ticket = command.ticket](const store::Ledger& ledger, const Event* event) {
            return call_receipt(ledger, event, station, ticket);
        },
        std::move(answer));
}

} // namespace verandah::hub
