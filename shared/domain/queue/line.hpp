// SPDX-License-Identifier: Apache-2.0
// The line: everyone in it today, and the order in which they are called. Pure: a state, and how events change it.
// What may happen to it is decided in decide.hpp; who is next, in pick.hpp.
#pragma once

#include "shared/domain/centre/centre.hpp"
#include "shared/domain/queue/event.hpp"
#include "shared/domain/queue/ticket.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace verandah::domain {

/// Today's line. Holds every ticket issued since the centre day opened; older ones are in the journal only.
/// Invariants: a ticket is in exactly one state; numbers are unique within the day; the indexes agree with the tickets.
class Line {
public:
    /// A place in a class: ordered by time, then by id, so that the order is total.
    struct Spot {
        Instant place;
        TicketId ticket;
        friend auto operator<=>(const Spot&, const Spot&) = default;
    };
    using Spots = std::set<Spot>;

    explicit Line(Centre rules);

    [[nodiscard]] const Centre& rules() const { return rules_; }
    [[nodiscard]] std::optional<CentreDay> day() const { return day_; } ///< nullopt before the first day ever.
    [[nodiscard]] bool is_closed() const { return closed_; }            ///< The day was closed and not reopened.
    [[nodiscard]] const std::map<TicketId, Ticket>& tickets() const { return tickets_; } ///< In order of issue.
    [[nodiscard]] const Ticket* find(TicketId ticket) const; ///< Borrowed until the next apply; nullptr when unknown.
    [[nodiscard]] TicketId next_ticket() const { return next_ticket_; }
    [[nodiscard]] int next_number() const { return next_number_; }

    /// Those called to or served at `station`, longest there first.
    [[nodiscard]] std::span<const TicketId> present_at(const StationCode& station) const;
    /// The open ticket of whoever holds a card, if there is one.
    [[nodiscard]] std::optional<TicketId> open_ticket_of(VisitorId visitor) const;
    /// Who waits in `priority` for `service`, first come first.
    [[nodiscard]] const Spots& waiting(const PriorityCode& priority, const ServiceCode& service) const;
    /// How many tickets wait, those back from away among them. O(1).
    [[nodiscard]] std::size_t count_waiting() const { return waiting_count_ + returning_.size(); }
    /// Back from away, not yet in line again.
    [[nodiscard]] const std::set<TicketId>& returning() const { return returning_; }
    /// Tickets for which something is due by itself, earliest first: a hold, a call nobody answered, a timer.
    [[nodiscard]] const Spots& due() const { return due_; }
    /// What `station` can give, by its skills; empty for an unknown station.
    [[nodiscard]] std::span<const ServiceCode> services_of(const StationCode& station) const;

    /// Replaces a ticket as a whole, or adds it: for a copy of the line that is fed by another one's changes.
    void put(Ticket ticket);
    /// Nobody is known any more by whose card was scanned. Everybody keeps place and number.
    void forget_visitors();
    /// The same of one visitor.
    void forget_visitor(VisitorId visitor);
    /// No ticket below `next` is given again, also by a line that never had them.
    void go_on_from(TicketId next) { next_ticket_ = std::max(next_ticket_, next); }

    friend void apply(Line& line, const LineEvent& event);
    /// Equal in everything that can be seen from outside, so "a replay equals the live line" is a test.
    friend bool operator==(const Line&, const Line&);

private:
    template <class Change>
    void change(TicketId ticket, Change&& change);
    void enter(const Ticket& ticket);
    void withdraw(const Ticket& ticket);
    void count_call_for_returning(TicketId called);

    void take(const DayOpened& event);
    void take(const DayClosed& event);
    void take(const DayReopened& event);
    void take(const TicketIssued& event);
    void take(const TicketCalled& event);
    void take(const TicketCalledAgain& event);
    void take(const TicketStarted& event);
    void take(const StepFinished& event);
    void take(const TicketHeld& event);
    void take(const TicketResumed& event);
    void take(const TicketWentAway& event);
    void take(const TicketCameBack& event);
    void take(const TicketSentOn& event);
    void take(const TicketLeft& event);
    void take(const TicketReclassified& event);
    void take(const StepBecameReady& event);
    void take(const MoveUndone& event);
    void take(const DayGoneOnWith& event);

    Centre rules_;
    std::map<StationCode, std::vector<ServiceCode>> station_services_;
    std::optional<CentreDay> day_;
    bool closed_{false};
    TicketId next_ticket_{1};
    int next_number_{1};
    std::map<TicketId, Ticket> tickets_;
    // Indexes over tickets_, kept by enter() and withdraw() alone.
    std::map<std::pair<PriorityCode, ServiceCode>, Spots> waiting_;
    std::size_t waiting_count_{0};
    std::map<StationCode, std::vector<TicketId>> present_;
    std::map<VisitorId, TicketId> open_of_visitor_;
    std::set<TicketId> returning_;
    Spots due_;
};

/// Changes the line by what happened. Total: every event that decide() returned applies to the line it was decided on.
/// Throws std::logic_error for an event about a ticket the line never had, which only a damaged journal can hold.
void apply(Line& line, const LineEvent& event);

/// The tickets whose standing `event` will change, seen from just before it is applied; for feeds. A change of day,
/// which touches everyone, names nobody.
[[nodiscard]] std::vector<TicketId> touched_by(const Line& line, const LineEvent& event);

} // namespace verandah::domain
