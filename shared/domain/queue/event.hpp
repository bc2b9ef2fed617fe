// SPDX-License-Identifier: Apache-2.0
// What happened in the line. Facts, in the past tense; the journal keeps them for good, so a released one never
// changes.
#pragma once

#include "shared/domain/id.hpp"
#include "shared/domain/queue/call_reason.hpp"
#include "shared/domain/queue/ticket.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace verandah::domain {

/// A new centre day began: numbers start again, yesterday's tickets are gone from the line.
struct DayOpened {
    CentreDay day;
    Instant at;
    friend bool operator==(const DayOpened&, const DayOpened&) = default;
};
/// The day was closed: whoever was still open is closed with it.
struct DayClosed {
    CentreDay day;
    Instant at;
    friend bool operator==(const DayClosed&, const DayClosed&) = default;
};
/// The closing was undone: everyone it closed is where they were.
struct DayReopened {
    CentreDay day;
    Instant at;
    friend bool operator==(const DayReopened&, const DayReopened&) = default;
};
/// A hub that started without its key, and so knew nothing of the day, went on with it: from this ticket and this
/// number on. Whoever knows the day keeps everybody in it; where another day was, this one begins.
struct DayGoneOnWith {
    CentreDay day;
    TicketId first_ticket;
    int first_number; ///< 1 or more; beyond the centre's last one, no more numbers are given that day.
    Instant at;
    friend bool operator==(const DayGoneOnWith&, const DayGoneOnWith&) = default;
};

struct TicketIssued {
    TicketId ticket;
    TicketNumber number;
    Instant at;
    PriorityCode priority;
    std::vector<ServiceCode> services;
    std::optional<VisitorId> visitor;
    int people_before; ///< Told to the visitor; kept, so that a repeated request gets the same answer.
    friend bool operator==(const TicketIssued&, const TicketIssued&) = default;
};
struct TicketCalled {
    TicketId ticket;
    StationCode station;
    ServiceCode service;
    CallReason reason;
    Instant until; ///< Away by itself when nobody came by then.
    Instant at;
    friend bool operator==(const TicketCalled&, const TicketCalled&) = default;
};
struct TicketCalledAgain {
    TicketId ticket;
    Instant at;
    friend bool operator==(const TicketCalledAgain&, const TicketCalledAgain&) = default;
};
struct TicketStarted {
    TicketId ticket;
    Instant at;
    friend bool operator==(const TicketStarted&, const TicketStarted&) = default;
};
/// A step is finished. Its timer, if it has one, is part of the fact: `then` is due at `ready_at`.
struct StepFinished {
    struct FollowUp {
        ServiceCode service;
        Instant ready_at;
        friend bool operator==(const FollowUp&, const FollowUp&) = default;
    };
    TicketId ticket;
    ServiceCode service;
    std::optional<FollowUp> then;
    Instant at;
    friend bool operator==(const StepFinished&, const StepFinished&) = default;
};
struct TicketHeld {
    TicketId ticket;
    Instant until;
    Instant at;
    friend bool operator==(const TicketHeld&, const TicketHeld&) = default;
};
struct TicketResumed {
    TicketId ticket;
    Instant at;
    friend bool operator==(const TicketResumed&, const TicketResumed&) = default;
};
struct TicketWentAway {
    TicketId ticket;
    Instant at;
    friend bool operator==(const TicketWentAway&, const TicketWentAway&) = default;
};
struct TicketCameBack {
    TicketId ticket;
    int calls_to_wait;
    Instant at;
    friend bool operator==(const TicketCameBack&, const TicketCameBack&) = default;
};
/// Sent to another service; `place` is what orders it from now on.
struct TicketSentOn {
    TicketId ticket;
    ServiceCode service;
    /// What it was in line for and no longer is; nullopt when that is done or still wanted.
    std::optional<ServiceCode> instead_of;
    Instant place;
    Instant at;
    std::optional<StepFinished::FollowUp> then{}; ///< From serving: the timer of the step finished by this.
    friend bool operator==(const TicketSentOn&, const TicketSentOn&) = default;
};
struct TicketLeft {
    TicketId ticket;
    Instant at;
    friend bool operator==(const TicketLeft&, const TicketLeft&) = default;
};
struct TicketReclassified {
    TicketId ticket;
    PriorityCode priority;
    std::string reason; ///< In the words of whoever decided it, at most 120 bytes.
    Instant at;
    friend bool operator==(const TicketReclassified&, const TicketReclassified&) = default;
};
/// A step whose timer ran out can be called for from now on.
struct StepBecameReady {
    TicketId ticket;
    ServiceCode service;
    Instant at;
    friend bool operator==(const StepBecameReady&, const StepBecameReady&) = default;
};
/// The last move was taken back; the ticket stands where it stood before it.
struct MoveUndone {
    TicketId ticket;
    Move move;
    std::optional<Instant> until; ///< Back to called: a fresh time to come. Otherwise as it was.
    Instant at;
    friend bool operator==(const MoveUndone&, const MoveUndone&) = default;
};

using LineEvent =
    std::variant<DayOpened, DayClosed, DayReopened, TicketIssued, TicketCalled, TicketCalledAgain, TicketStarted,
                 StepFinished, TicketHeld, TicketResumed, TicketWentAway, TicketCameBack, TicketSentOn, TicketLeft,
                 TicketReclassified, StepBecameReady, MoveUndone, DayGoneOnWith>;

} // namespace verandah::domain
