// SPDX-License-Identifier: Apache-2.0
// The line's state and its indexes, which enter() and withdraw() alone keep. What each event does: line_events.cpp.
#include "shared/domain/queue/line.hpp"

#include "shared/domain/journey/journey.hpp"

#include <algorithm>
#include <ranges>

namespace verandah::domain {

namespace {

/// When something happens to the ticket by itself; nullopt when nothing will.
std::optional<Instant> due_of(const Ticket& ticket)
{
    if (!is_open(ticket.now.state)) {
        return std::nullopt;
    }
    const auto timer = next_timer(ticket.now.steps);
    if (timer && ticket.now.until) {
        return std::min(*timer, *ticket.now.until);
    }
    return timer ? timer : ticket.now.until;
}

bool is_present(TicketState state)
{
    return state == TicketState::called || state == TicketState::serving;
}

} // namespace

Line::Line(Centre rules) : rules_{std::move(rules)}
{
    for (const auto& station : rules_.stations) {
        auto& services = station_services_[station.code];
        for (const auto& service : rules_.services) {
            if (std::ranges::find(station.skills, service.skill) != station.skills.end()) {
                services.push_back(service.code);
            }
        }
    }
}

const Ticket* Line::find(TicketId ticket) const
{
    const auto found = tickets_.find(ticket);
    return found == tickets_.end() ? nullptr : &found->second;
}

std::span<const TicketId> Line::present_at(const StationCode& station) const
{
    const auto found = present_.find(station);
    return found == present_.end() ? std::span<const TicketId>{} : std::span{found->second};
}

std::optional<TicketId> Line::open_ticket_of(VisitorId visitor) const
{
    const auto found = open_of_visitor_.find(visitor);
    return found == open_of_visitor_.end() ? std::nullopt : std::optional{found->second};
}

const Line::Spots& Line::waiting(const PriorityCode& priority, const ServiceCode& service) const
{
    static const Spots nobody;
    const auto found = waiting_.find({priority, service});
    return found == waiting_.end() ? nobody : found->second;
}

std::span<const ServiceCode> Line::services_of(const StationCode& station) const
{
    const auto found = station_services_.find(station);
    return found == station_services_.end() ? std::span<const ServiceCode>{} : std::span{found->second};
}

void Line::put(Ticket ticket)
{
    if (const auto old = tickets_.find(ticket.id); old != tickets_.end()) {
        withdraw(old->second);
    }
    next_ticket_ = std::max(next_ticket_, TicketId{ticket.id.value() + 1});
    next_number_ = std::max(next_number_, ticket.number.value() + 1);
    const auto [place, added] = tickets_.insert_or_assign(ticket.id, std::move(ticket));
    enter(place->second);
}

void Line::forget_visitors()
{
    open_of_visitor_.clear();
    for (auto& [id, ticket] : tickets_) {
        ticket.visitor.reset();
    }
}

void Line::forget_visitor(VisitorId visitor)
{
    open_of_visitor_.erase(visitor);
    for (auto& [id, ticket] : tickets_) {
        if (ticket.visitor == visitor) {
            ticket.visitor.reset();
        }
    }
}

bool operator==(const Line& a, const Line& b)
{
    return a.day_ == b.day_ && a.closed_ == b.closed_ && a.next_ticket_ == b.next_ticket_ &&
           a.next_number_ == b.next_number_ && a.tickets_ == b.tickets_ && a.waiting_ == b.waiting_ &&
           a.present_ == b.present_ && a.open_of_visitor_ == b.open_of_visitor_ && a.returning_ == b.returning_ &&
           a.due_ == b.due_;
}

void Line::enter(const Ticket& ticket)
{
    const auto& now = ticket.now;
    if (now.state == TicketState::waiting) {
        ++waiting_count_;
        for (const auto& service : ready_steps(now.steps, rules_.services)) {
            waiting_[{now.priority, service}].insert({now.place, ticket.id});
        }
    }
    if (now.state == TicketState::returning) {
        returning_.insert(ticket.id);
    }
    if (is_present(now.state) && now.station) {
        auto& present = present_[*now.station];
        const auto earlier =
            std::ranges::find_if(present | std::views::reverse, [&](TicketId other) { // mostly the last
                return std::pair{tickets_.at(other).now.since, other} <= std::pair{now.since, ticket.id};
            });
        present.insert(earlier.base(), ticket.id);
    }
    if (ticket.visitor && is_open(now.state)) {
        open_of_visitor_.insert_or_assign(*ticket.visitor, ticket.id);
    }
    if (const auto due = due_of(ticket)) {
        due_.insert({*due, ticket.id});
    }
}

void Line::withdraw(const Ticket& ticket)
{
    const auto& now = ticket.now;
    if (now.state == TicketState::waiting) {
        --waiting_count_;
        for (const auto& service : ready_steps(now.steps, rules_.services)) {
            const auto spots = waiting_.find({now.priority, service});
            spots->second.erase({now.place, ticket.id});
            if (spots->second.empty()) {
                waiting_.erase(spots);
            }
        }
    }
    returning_.erase(ticket.id);
    if (is_present(now.state) && now.station) {
        const auto present = present_.find(*now.station);
        std::erase(present->second, ticket.id);
        if (present->second.empty()) {
            present_.erase(present);
        }
    }
    if (ticket.visitor && is_open(now.state)) {
        // Not another ticket's entry: a hub that was locked knew no visitors, and may have given one a second number.
        if (const auto open = open_of_visitor_.find(*ticket.visitor);
            open != open_of_visitor_.end() && open->second == ticket.id) {
            open_of_visitor_.erase(open);
        }
    }
    if (const auto due = due_of(ticket)) {
        due_.erase({*due, ticket.id});
    }
}

} // namespace verandah::domain
