// SPDX-License-Identifier: Apache-2.0
// Who is next, and why.
#pragma once

#include "shared/domain/queue/call_reason.hpp"
#include "shared/domain/queue/line.hpp"

#include <optional>
#include <vector>

namespace verandah::domain {

/// One person who can be called to a station, for which service, and why she stands where she stands.
struct Pick {
    TicketId ticket;
    ServiceCode service;
    CallReason reason;
    friend bool operator==(const Pick&, const Pick&) = default;
};

/// Who is next for `station`. Urgent classes first, in the centre's order, each by arrival; then the class head with
/// the highest weight × time waited (accumulating priority; Stanford, Taylor and Ziedins 2014), ties to the earlier
/// arrival. When nobody waits, whoever came back from away. nullopt when nobody can be served there. O(classes ×
/// services).
[[nodiscard]] std::optional<Pick> pick_next(const Line& line, const StationCode& station, Instant at);

/// Who is next for `station` once `finishing` has happened there: pick_next(), or the very person who is finished with
/// one service and is first in line for another that the same station gives.
[[nodiscard]] std::optional<Pick> pick_next_after(const Line& line, const StepFinished& finishing,
                                                  const StationCode& station, Instant at);

/// Everyone who waits for what `station` gives, in the order in which they would be called if nobody else came, each
/// with the reason as of now. O(n log n): for a screen, not for a decision.
[[nodiscard]] std::vector<Pick> ranking(const Line& line, const StationCode& station, Instant at);

/// How many people would be before a newcomer of `priority` who asks for `services`: those in line for the one of them
/// that can be had soonest, counting only urgent ones before an urgent newcomer. Returns 0 when there is no such line.
[[nodiscard]] int people_before(const Line& line, const PriorityCode& priority,
                                const std::vector<ServiceCode>& services);

/// Where the ticket could go next and how long each line is, for next_step().
[[nodiscard]] std::optional<ServiceCode> suggested_step(const Line& line, const Ticket& ticket);

/// The class of `code`; a code the centre no longer has behaves as weight 1.
[[nodiscard]] PriorityClass class_of(const Centre& centre, const PriorityCode& code);

} // namespace verandah::domain
