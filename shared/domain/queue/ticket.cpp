// SPDX-License-Identifier: Apache-2.0
// A ticket's permanent words and the few answers that follow from its state alone.
#include "shared/domain/queue/ticket.hpp"

#include <algorithm>
#include <utility>

namespace verandah::domain {

namespace {

template <class Value, std::size_t count>
std::optional<Value> value_of(const std::array<Value, count>& every, std::string_view text)
{
    const auto found = std::ranges::find(every, text, [](Value value) { return word(value); });
    return found == every.end() ? std::nullopt : std::optional{*found};
}

} // namespace

// Permanent: these words are on the wire and in exports. Never change one; add.
std::string_view word(TicketState state)
{
    switch (state) {
    case TicketState::waiting: return "waiting";
    case TicketState::returning: return "returning";
    case TicketState::on_hold: return "on_hold";
    case TicketState::called: return "called";
    case TicketState::serving: return "serving";
    case TicketState::away: return "away";
    case TicketState::done: return "done";
    case TicketState::left: return "left";
    case TicketState::closed: return "closed";
    }
    std::unreachable();
}

std::optional<TicketState> ticket_state_from(std::string_view text)
{
    return value_of(every_ticket_state, text);
}

bool is_open(TicketState state)
{
    return state != TicketState::done && state != TicketState::left && state != TicketState::closed;
}

std::string_view word(Move move)
{
    switch (move) {
    case Move::called: return "called";
    case Move::started: return "started";
    case Move::step_finished: return "step_finished";
    case Move::held: return "held";
    case Move::resumed: return "resumed";
    case Move::went_away: return "went_away";
    case Move::came_back: return "came_back";
    case Move::sent_on: return "sent_on";
    case Move::left: return "left";
    case Move::reclassified: return "reclassified";
    case Move::closed: return "closed";
    }
    std::unreachable();
}

std::optional<Move> move_from(std::string_view text)
{
    return value_of(every_move, text);
}

std::optional<ServiceCode> Ticket::current_service() const
{
    if (now.state != TicketState::called && now.state != TicketState::serving) {
        return std::nullopt;
    }
    const auto doing = std::ranges::find(now.steps, Step::Stage::doing, &Step::stage);
    return doing == now.steps.end() ? std::nullopt : std::optional{doing->service};
}

std::chrono::milliseconds Ticket::waited(Instant at) const
{
    const bool is_waiting = now.state == TicketState::waiting || now.state == TicketState::returning;
    const auto running = is_waiting && at > now.since ? at - now.since : std::chrono::milliseconds{};
    return now.spent.wait + running;
}

} // namespace verandah::domain
