// SPDX-License-Identifier: Apache-2.0
// Who is here, who is next, what is possible: read off the state, never kept.
#include "clinic/console/flow/outlook.hpp"

#include "clinic/console/flow/door.hpp"
#include "shared/domain/journey/journey.hpp"

#include <algorithm>
#include <set>

namespace verandah::console {

namespace {

using domain::Ticket;
using enum domain::TicketState;

bool is_full(const Console& console)
{
    const auto* station = station_of(console);
    return station != nullptr && std::ssize(people_here(console)) >= station->capacity;
}

const Ticket* served_longest(const Console& console)
{
    const auto here = people_here(console);
    return !here.empty() && here.front()->now.state == serving ? here.front() : nullptr;
}

/// Where a row that this station cannot call now belongs.
int shelf(const Ticket& ticket)
{
    switch (ticket.now.state) {
    case waiting: return 0;
    case returning: return 1;
    case on_hold: return 2;
    case away: return 3;
    case called:
    case serving:
    case done:
    case left:
    case closed: break;
    }
    return -1;
}

bool gives_something(const Console& console, const Ticket& ticket)
{
    const auto& line = console.replica->line();
    const auto services = line.services_of(*console.station);
    const auto ready = domain::ready_steps(ticket.now.steps, line.rules().services);
    return std::ranges::any_of(
        ready, [&](const auto& service) { return std::ranges::find(services, service) != services.end(); });
}

std::optional<Obstacle> unless(bool possible, Obstacle otherwise)
{
    return possible ? std::nullopt : std::optional{otherwise};
}

std::optional<Obstacle> before_calling_next(const Console& console, domain::Instant now)
{
    if (console.replica->is_closed()) {
        return Obstacle::day_is_closed;
    }
    if (is_full(console) && served_longest(console) == nullptr) {
        return Obstacle::one_on_the_way;
    }
    return unless(next_pick(console, now).has_value(), Obstacle::nobody_waiting);
}

std::optional<Obstacle> before_calling_this(const Console& console, const Ticket& ticket)
{
    if (shelf(ticket) < 0) {
        return Obstacle::not_waiting;
    }
    if (is_full(console)) {
        return Obstacle::room_is_busy;
    }
    return unless(gives_something(console, ticket), Obstacle::other_room);
}

std::optional<Obstacle> before_calling_again(const Console& console, const Ticket& ticket)
{
    if (ticket.now.state != called) {
        return Obstacle::not_on_the_way;
    }
    return unless(ticket.now.calls < console.replica->line().rules().limits.calls_before_away, Obstacle::called_enough);
}

/// Deeds that are about one ticket.
std::optional<Obstacle> before(const Console& console, Deed deed, const Ticket& ticket)
{
    const auto state = ticket.now.state;
    switch (deed) {
    case Deed::call_again: return before_calling_again(console, ticket);
    case Deed::start:
    case Deed::away: return unless(state == called, Obstacle::not_on_the_way);
    case Deed::done: return unless(state == serving, Obstacle::not_here);
    case Deed::hold:
        return unless(state == waiting || state == returning || state == called,
                      state == serving ? Obstacle::here_already : Obstacle::not_waiting);
    case Deed::send_on:
    case Deed::left:
    case Deed::change_class: return unless(domain::is_open(state), Obstacle::nobody_chosen);
    case Deed::call_this: return before_calling_this(console, ticket);
    case Deed::back: return unless(state == away || state == on_hold, Obstacle::not_away);
    case Deed::call_next:
    case Deed::add_person:
    case Deed::close_day:
    case Deed::reopen_day:
    case Deed::answer_alert:
    case Deed::undo: break;
    }
    return std::nullopt;
}

} // namespace

const domain::Station* station_of(const Console& console)
{
    if (!console.replica || !console.station) {
        return nullptr;
    }
    const auto& stations = console.replica->line().rules().stations;
    const auto found = std::ranges::find(stations, *console.station, &domain::Station::code);
    return found == stations.end() ? nullptr : &*found;
}

std::vector<const Ticket*> people_here(const Console& console)
{
    std::vector<const Ticket*> here;
    if (!console.replica || !console.station) {
        return here;
    }
    for (const auto id : console.replica->line().present_at(*console.station)) {
        here.push_back(console.replica->line().find(id));
    }
    std::ranges::stable_partition(here, [](const Ticket* ticket) { return ticket->now.state == serving; });
    return here;
}

const Ticket* subject(const Console& console)
{
    if (!console.replica) {
        return nullptr;
    }
    if (console.chosen) {
        return console.replica->line().find(*console.chosen);
    }
    const auto here = people_here(console);
    return here.empty() ? nullptr : here.front();
}

std::optional<domain::Pick> next_pick(const Console& console, domain::Instant now)
{
    if (!console.replica || !console.station) {
        return std::nullopt;
    }
    const auto& line = console.replica->line();
    const auto* finishing = is_full(console) ? served_longest(console) : nullptr;
    if (finishing == nullptr || !finishing->current_service()) {
        return domain::pick_next(line, *console.station, now);
    }
    return domain::pick_next_after(line, {finishing->id, *finishing->current_service(), std::nullopt, now},
                                   *console.station, now);
}

std::vector<Row> rows(const Console& console, domain::Instant now)
{
    std::vector<Row> rows;
    const bool calls = may(console, domain::Right::line_call);
    if (!console.replica || (calls && !console.station)) {
        return rows;
    }
    const auto& line = console.replica->line();
    std::set<domain::TicketId> ranked;
    if (calls) {
        if (const auto here = people_here(console); here.size() > 1) {
            std::ranges::transform(here, std::back_inserter(rows), [](const Ticket* ticket) { return Row{ticket}; });
        }
        for (auto& pick : domain::ranking(line, *console.station, now)) {
            ranked.insert(pick.ticket);
            rows.push_back({line.find(pick.ticket), std::move(pick)});
        }
    }
    const auto others = std::ssize(rows);
    for (const auto& [id, ticket] : line.tickets()) {
        if (shelf(ticket) >= 0 && !ranked.contains(id)) {
            rows.push_back({&ticket});
        }
    }
    std::ranges::stable_sort(rows.begin() + others, rows.end(), {}, [](const Row& row) { return shelf(*row.ticket); });
    return rows;
}

std::optional<Obstacle> obstacle(const Console& console, Deed deed, domain::Instant now)
{
    if (console.link != Link::live || !console.replica) {
        return Obstacle::reconnecting;
    }
    if (deed == Deed::answer_alert) {
        return unless(!console.replica->alerts().empty(), Obstacle::no_alert);
    }
    const bool needs_room = deed != Deed::add_person || may(console, domain::Right::line_call);
    if (needs_room && !console.station) {
        return Obstacle::no_station;
    }
    const bool closed = console.replica->is_closed();
    switch (deed) {
    case Deed::call_next: return before_calling_next(console, now);
    case Deed::add_person:
    case Deed::close_day: return unless(!closed, Obstacle::day_is_closed);
    case Deed::reopen_day: return unless(closed, Obstacle::day_is_open);
    case Deed::undo: return unless(last_own_move(console).has_value(), Obstacle::nothing_to_undo);
    case Deed::call_again:
    case Deed::start:
    case Deed::done:
    case Deed::send_on:
    case Deed::hold:
    case Deed::away:
    case Deed::left:
    case Deed::call_this:
    case Deed::back:
    case Deed::change_class:
    case Deed::answer_alert: break;
    }
    const auto* ticket = subject(console);
    return ticket == nullptr ? Obstacle::nobody_chosen : before(console, deed, *ticket);
}

std::optional<OwnMove> last_own_move(const Console& console)
{
    if (!console.replica || !console.station || console.replica->is_closed()) {
        return std::nullopt;
    }
    const auto own = console.own_moves.find(*console.station);
    if (own == console.own_moves.end()) {
        return std::nullopt;
    }
    const auto holds = [&](const OwnMove& move) {
        const auto* ticket = console.replica->line().find(move.ticket);
        return ticket != nullptr && console.replica->undoable(move.ticket) == move.move &&
               (move.move || domain::is_open(ticket->now.state));
    };
    const auto last = std::ranges::find_if(own->second.rbegin(), own->second.rend(), holds);
    return last == own->second.rend() ? std::nullopt : std::optional{*last};
}

std::vector<domain::ServiceCode> ways_on(const Console& console, const Ticket& ticket)
{
    std::vector<domain::ServiceCode> ways;
    for (const auto& service : console.replica->line().rules().services) {
        if (service.code != ticket.current_service()) {
            ways.push_back(service.code);
        }
    }
    return ways;
}

} // namespace verandah::console
