// SPDX-License-Identifier: Apache-2.0
// What the waiting room sees, followed from the line's events.
#include "shared/domain/queue/call_board.hpp"

#include <algorithm>

namespace verandah::domain {

void CallBoard::follow(const Line& line, const LineEvent& event)
{
    if (const auto* called = std::get_if<TicketCalled>(&event)) {
        show(line, called->ticket, called->at);
    } else if (const auto* again = std::get_if<TicketCalledAgain>(&event)) {
        show(line, again->ticket, again->at);
    } else if (const auto* undone = std::get_if<MoveUndone>(&event)) {
        if (undone->move == Move::called) {
            remove(line.find(undone->ticket)->number);
        }
    } else if (std::holds_alternative<DayOpened>(event) ||
               // Nobody is there: it was another day until now.
               (std::holds_alternative<DayGoneOnWith>(event) && line.tickets().empty())) {
        calls_.clear();
    }
}

void CallBoard::show(const Line& line, TicketId id, Instant at)
{
    const auto& ticket = *line.find(id);
    remove(ticket.number);
    const auto& stations = line.rules().stations;
    const auto station = std::ranges::find(stations, *ticket.now.station, &Station::code);
    const auto sign = station == stations.end() ? ticket.now.station->text() : station->sign;
    calls_.insert(calls_.begin(), {ticket.number, sign, ticket.now.calls, at});
    if (calls_.size() > shown) {
        calls_.resize(shown, calls_.back());
    }
}

void CallBoard::remove(const TicketNumber& number)
{
    std::erase_if(calls_, [&](const BoardCall& call) { return call.number == number; });
}

} // namespace verandah::domain
