// SPDX-License-Identifier: Apache-2.0
// Who is next, and why: urgent strictly first, then accumulating priority among the class heads.
#include "shared/domain/queue/pick.hpp"

#include "shared/domain/journey/journey.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <tuple>

namespace verandah::domain {

namespace {

using Discipline = PriorityClass::Discipline;

/// The first in a class among those who wait for anything this station gives.
std::optional<Line::Spot> head_of(const Line& line, const PriorityCode& priority, std::span<const ServiceCode> services)
{
    std::optional<Line::Spot> head;
    for (const auto& service : services) {
        const auto& spots = line.waiting(priority, service);
        if (!spots.empty() && (!head || *spots.begin() < *head)) {
            head = *spots.begin();
        }
    }
    return head;
}

std::chrono::milliseconds::rep points(int weight, Instant place, Instant at)
{
    return weight * std::max(at - place, std::chrono::milliseconds{}).count();
}

CallReason reason_for(const PriorityClass& priority, Instant place, Instant at)
{
    if (priority.discipline == Discipline::urgent) {
        return {.kind = CallReason::Kind::urgent};
    }
    return {.kind = CallReason::Kind::priority,
            .weight = priority.weight,
            .waited = std::chrono::floor<std::chrono::minutes>(std::max(at - place, std::chrono::milliseconds{}))};
}

/// What orders those who wait, lowest first: the urgent class, the points, the place.
std::tuple<std::ptrdiff_t, std::chrono::milliseconds::rep, Line::Spot> rank_of(const Centre& rules,
                                                                               const Ticket& ticket, Instant at)
{
    const auto priority = std::ranges::find(rules.classes, ticket.now.priority, &PriorityClass::code);
    const bool is_known = priority != rules.classes.end();
    const Line::Spot spot{ticket.now.place, ticket.id};
    if (is_known && priority->discipline == Discipline::urgent) { // above every accumulating class
        return {priority - rules.classes.begin(), 0, spot};
    }
    return {std::ssize(rules.classes), -points(is_known ? priority->weight : 1, spot.place, at), spot};
}

/// The service to call a ticket for: the first it asked for among those that are ready and given here.
std::optional<ServiceCode> service_here(const Line& line, const Ticket& ticket, std::span<const ServiceCode> services)
{
    for (const auto& ready : ready_steps(ticket.now.steps, line.rules().services)) {
        if (std::ranges::find(services, ready) != services.end()) {
            return ready;
        }
    }
    return std::nullopt;
}

bool is_only_one_waiting(const Line& line, std::span<const ServiceCode> services, TicketId ticket)
{
    for (const auto& priority : line.rules().classes) {
        for (const auto& service : services) {
            const auto& spots = line.waiting(priority.code, service);
            if (spots.size() > 1 || (spots.size() == 1 && spots.begin()->ticket != ticket)) {
                return false;
            }
        }
    }
    return true;
}

std::optional<Pick> pick_returning(const Line& line, std::span<const ServiceCode> services)
{
    const Ticket* earliest = nullptr;
    for (const auto id : line.returning()) {
        const auto* ticket = line.find(id);
        if (service_here(line, *ticket, services) && (!earliest || ticket->now.place < earliest->now.place)) {
            earliest = ticket;
        }
    }
    if (!earliest) {
        return std::nullopt;
    }
    return Pick{earliest->id, *service_here(line, *earliest, services), {.kind = CallReason::Kind::returned}};
}

} // namespace

PriorityClass class_of(const Centre& centre, const PriorityCode& code)
{
    const auto found = std::ranges::find(centre.classes, code, &PriorityClass::code);
    return found == centre.classes.end() ? PriorityClass{.code = code, .label = {}} : *found;
}

std::optional<Pick> pick_next(const Line& line, const StationCode& station, Instant at)
{
    const auto services = line.services_of(station);
    std::optional<Line::Spot> best;
    const PriorityClass* best_class = nullptr;
    for (const auto& priority : line.rules().classes) {
        const auto head = head_of(line, priority.code, services);
        if (!head) {
            continue;
        }
        if (priority.discipline == Discipline::urgent) { // an earlier urgent class is above every later class
            best = head;
            best_class = &priority;
            break;
        }
        const auto mine = points(priority.weight, head->place, at);
        const auto theirs =
            best ? points(best_class->weight, best->place, at) : std::numeric_limits<decltype(mine)>::min();
        if (mine > theirs || (mine == theirs && *head < *best)) {
            best = head;
            best_class = &priority;
        }
    }
    if (!best) {
        return pick_returning(line, services);
    }
    auto reason = reason_for(*best_class, best->place, at);
    if (reason.kind == CallReason::Kind::priority && is_only_one_waiting(line, services, best->ticket)) {
        reason = {.kind = CallReason::Kind::only_match};
    }
    return Pick{best->ticket, *service_here(line, *line.find(best->ticket), services), std::move(reason)};
}

std::optional<Pick> pick_next_after(const Line& line, const StepFinished& finishing, const StationCode& station,
                                    Instant at)
{
    const auto& ticket = *line.find(finishing.ticket);
    auto other = pick_next(line, station, at);
    const bool needs_more = std::ranges::count(ticket.now.steps, Step::Stage::asked, &Step::stage) > 0;
    if (!needs_more) {
        return other; // what the finished step leads to waits for its timer first
    }
    Line alone{line.rules()}; // where she will stand; a copy of the whole line would cost its length
    alone.put(ticket);
    apply(alone, finishing);
    auto again = pick_next(alone, station, at);
    if (!again || !other || other->reason.kind == CallReason::Kind::returned) {
        return again ? again : other;
    }
    const auto& same = *alone.find(again->ticket);
    const auto& another = *line.find(other->ticket);
    const bool is_same_first = rank_of(line.rules(), same, at) < rank_of(line.rules(), another, at);
    auto first = is_same_first ? *again : *other;
    const auto& standing = is_same_first ? same.now : another.now;
    first.reason = reason_for(class_of(line.rules(), standing.priority), standing.place, at);
    return first;
}

std::vector<Pick> ranking(const Line& line, const StationCode& station, Instant at)
{
    const auto services = line.services_of(station);
    std::vector<const Ticket*> waiting;
    for (const auto& priority : line.rules().classes) {
        Line::Spots spots; // whoever waits for several of the services is in it once
        for (const auto& service : services) {
            const auto& waiting_for_it = line.waiting(priority.code, service);
            spots.insert(waiting_for_it.begin(), waiting_for_it.end());
        }
        for (const auto& spot : spots) {
            waiting.push_back(line.find(spot.ticket));
        }
    }
    std::ranges::sort(waiting, {}, [&](const Ticket* ticket) { return rank_of(line.rules(), *ticket, at); });
    std::vector<Pick> picks;
    picks.reserve(waiting.size());
    for (const auto* ticket : waiting) {
        const auto& priority = *std::ranges::find(line.rules().classes, ticket->now.priority, &PriorityClass::code);
        picks.push_back(
            {ticket->id, *service_here(line, *ticket, services), reason_for(priority, ticket->now.place, at)});
    }
    if (picks.size() == 1 && picks.front().reason.kind == CallReason::Kind::priority) {
        picks.front().reason = {.kind = CallReason::Kind::only_match};
    }
    return picks;
}

int people_before(const Line& line, const PriorityCode& priority, const std::vector<ServiceCode>& services)
{
    const bool is_urgent = class_of(line.rules(), priority).discipline == Discipline::urgent;
    std::optional<std::size_t> fewest;
    for (const auto& service : services) {
        std::size_t before = 0;
        for (const auto& other : line.rules().classes) {
            if (!is_urgent || other.discipline == Discipline::urgent) {
                before += line.waiting(other.code, service).size();
            }
        }
        fewest = fewest ? std::min(*fewest, before) : before;
    }
    return static_cast<int>(fewest.value_or(0));
}

std::optional<ServiceCode> suggested_step(const Line& line, const Ticket& ticket)
{
    const auto& rules = line.rules();
    std::vector<Onward> ways;
    for (const auto& service : rules.services) {
        const auto ready = ready_steps(ticket.now.steps, rules.services);
        if (std::ranges::find(ready, service.code) == ready.end()) {
            continue;
        }
        const int load = people_before(line, ticket.now.priority, {service.code});
        const auto stations = std::ranges::count_if(rules.stations, [&](const Station& station) {
            return std::ranges::find(station.skills, service.skill) != station.skills.end();
        });
        ways.push_back({service.code, service.expected * load / std::max<long>(stations, 1), load});
    }
    return next_step(ways);
}

} // namespace verandah::domain
