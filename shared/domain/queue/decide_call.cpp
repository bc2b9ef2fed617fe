// SPDX-License-Identifier: Apache-2.0
// The decisions about calling: the next one, this one, and the questions all decisions ask.
#include "shared/domain/journey/journey.hpp"
#include "shared/domain/queue/asking.hpp"
#include "shared/domain/queue/decide.hpp"
#include "shared/domain/queue/pick.hpp"

#include <algorithm>

namespace verandah::domain {

namespace {

using enum Refusal::Why;

std::expected<const Station*, Refusal> station_named(const Line& line, const StationCode& code)
{
    const auto station = std::ranges::find(line.rules().stations, code, &Station::code);
    if (station == line.rules().stations.end()) {
        return refuse(not_found, "no such station");
    }
    return &*station;
}

/// Makes room at a full station as the command says: the events that do it, or conflict.
LineDecision make_room(const Line& line, const CallNext& command, Instant at)
{
    if (!is_full(line, command.station)) {
        return LineEvents{};
    }
    const auto present = line.present_at(command.station);
    const auto served = std::ranges::find_if(
        present, [&](TicketId ticket) { return line.find(ticket)->now.state == TicketState::serving; });
    if (served == present.end()) {
        return refuse(conflict, "somebody called is still on the way; start, mark away or left first");
    }
    if (command.if_busy == CallNext::IfBusy::refuse) {
        return refuse(conflict, "the station is with somebody; finish first");
    }
    return LineEvents{finished(line, *line.find(*served), at)};
}

TicketCalled called_now(const Line& line, Pick pick, const StationCode& station, Instant at)
{
    return {pick.ticket, station, pick.service, std::move(pick.reason), at + line.rules().limits.call_lasts, at};
}

} // namespace

std::expected<const Ticket*, Refusal> ticket_in(const Line& line, TicketId ticket,
                                                std::initializer_list<TicketState> states)
{
    const auto* found = line.find(ticket);
    if (found == nullptr) {
        return refuse(not_found, "no such ticket today");
    }
    if (std::ranges::find(states, found->now.state) == states.end()) {
        return refuse(conflict, "the ticket is " + std::string{word(found->now.state)});
    }
    return found;
}

std::expected<void, Refusal> reason_given(std::string_view reason)
{
    const bool is_blank = std::ranges::all_of(reason, [](char letter) { return letter == ' '; });
    const bool has_control = std::ranges::any_of(
        reason, [](char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f; });
    if (is_blank || has_control || reason.size() > longest_reason) {
        return refuse(invalid_input, "a reason is 1 to " + std::to_string(longest_reason) + " bytes of text");
    }
    return {};
}

bool is_full(const Line& line, const StationCode& station)
{
    const auto known = station_named(line, station);
    const auto capacity = known ? static_cast<std::size_t>((*known)->capacity) : std::size_t{1};
    return line.present_at(station).size() >= capacity;
}

LineDecision decide(const Line& line, const CallNext& command, Moment now)
{
    if (const auto station = station_named(line, command.station); !station) {
        return std::unexpected{station.error()};
    }
    auto events = make_room(line, command, now.at);
    if (!events) {
        return events;
    }
    const auto* finishing = events->empty() ? nullptr : std::get_if<StepFinished>(&events->front());
    auto next = finishing ? pick_next_after(line, *finishing, command.station, now.at)
                          : pick_next(line, command.station, now.at);
    if (!next) {
        return refuse(not_found, "nobody waits who can be served there");
    }
    events->emplace_back(called_now(line, std::move(*next), command.station, now.at));
    return events;
}

LineDecision decide(const Line& line, const CallThis& command, Moment now)
{
    using enum TicketState;
    if (const auto station = station_named(line, command.station); !station) {
        return std::unexpected{station.error()};
    }
    const auto ticket = ticket_in(line, command.ticket, {waiting, returning, on_hold, away});
    if (!ticket) {
        return std::unexpected{ticket.error()};
    }
    if (const auto given = reason_given(command.reason); !given) {
        return std::unexpected{given.error()};
    }
    if (is_full(line, command.station)) {
        return refuse(conflict, "the station is with somebody; finish first");
    }
    const auto services = line.services_of(command.station);
    const auto ready = ready_steps((*ticket)->now.steps, line.rules().services);
    const auto service = std::ranges::find_if(
        ready, [&](const ServiceCode& each) { return std::ranges::find(services, each) != services.end(); });
    if (service == ready.end()) {
        return refuse(conflict, "this station gives nothing the ticket is ready for");
    }
    return LineEvents{
        called_now(line, {command.ticket, *service, {.kind = CallReason::Kind::chosen, .words = command.reason}},
                   command.station, now.at)};
}

} // namespace verandah::domain
