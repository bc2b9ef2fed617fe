// SPDX-License-Identifier: Apache-2.0
// What people ask of the line. Each is decided by decide() in line.hpp.
#pragma once

#include "shared/domain/code.hpp"
#include "shared/domain/id.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace verandah::domain {

/// A visitor wants a number. Without `priority`, the most urgent class among the services asked for.
struct CheckIn {
    std::vector<ServiceCode> services;
    std::optional<PriorityCode> priority{};
    std::optional<VisitorId> visitor{};
};

/// "Call next". A station that is full refuses, or first finishes whoever it has served longest.
struct CallNext {
    enum class IfBusy { refuse, finish_first };
    StationCode station;
    IfBusy if_busy{IfBusy::refuse};
};

/// "Call this one", out of order; needs a reason.
struct CallThis {
    StationCode station;
    TicketId ticket;
    std::string reason;
};

struct CallAgain {
    TicketId ticket;
}; ///< After the last call allowed, marks away instead.
struct Start {
    TicketId ticket;
}; ///< The person is here.
struct Finish {
    TicketId ticket;
}; ///< The present step is done; the journey goes on by itself, or the visit is done.
struct Hold {
    TicketId ticket;
    std::chrono::minutes back_in;
};
struct Resume {
    TicketId ticket;
};
struct StepAway {
    TicketId ticket;
}; ///< Called, but not here.
struct ComeBack {
    TicketId ticket;
};
struct Leave {
    TicketId ticket;
};

/// Transfer to another service, now (field.md §3). From serving it also finishes the present step.
struct SendOn {
    enum class Place { first, last, by_arrival };
    TicketId ticket;
    ServiceCode service;
    Place place{Place::by_arrival};
};

struct Reclassify {
    TicketId ticket;
    PriorityCode priority;
    std::string reason;
};

struct Undo {
    TicketId ticket;
};
struct CloseDay {};
struct ReopenDay {};
struct PassTime {
}; ///< Asked by the hub's clock: holds that end, timers that ran out, calls nobody answered, the day boundary.

} // namespace verandah::domain
