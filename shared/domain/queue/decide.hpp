// SPDX-License-Identifier: Apache-2.0
// What may happen to the line. State, command and time in; events or a refusal out. No I/O, so a property test can run
// a million.
#pragma once

#include "shared/domain/queue/command.hpp"
#include "shared/domain/queue/line.hpp"

#include <expected>
#include <vector>

namespace verandah::domain {

/// The events of one decision, in order; all of them happen or none. The last one is the answer to the command.
using LineEvents = std::vector<LineEvent>;
using LineDecision = std::expected<LineEvents, Refusal>;

/// Why a person called out of order, or changed a class: this many bytes at the most.
inline constexpr std::size_t longest_reason = 120;

// Refusals, the same for every command below: not_found for a ticket or a station that is not there; conflict when the
// ticket is not in a state for it; invalid_input for a value outside its range.

/// A new number. Opens the centre day first when `now` is in a later one; a clock set back never goes back to an
/// earlier day. Refuses with conflict when the day is closed, when its numbers are used up, and when the visitor has an
/// open ticket already (open_ticket_of() says which).
[[nodiscard]] LineDecision decide(const Line& line, const CheckIn& command, Moment now);

/// Calls pick_next(). Refuses with not_found when nobody waits who can be served there, with conflict when the station
/// is full.
[[nodiscard]] LineDecision decide(const Line& line, const CallNext& command, Moment now);

/// Calls somebody who waits, is on hold, away or returning, out of order. invalid_input without a reason.
[[nodiscard]] LineDecision decide(const Line& line, const CallThis& command, Moment now);

/// Calls again; after the last call allowed, marks away instead.
[[nodiscard]] LineDecision decide(const Line& line, const CallAgain& command, Moment now);

[[nodiscard]] LineDecision decide(const Line& line, const Start& command, Moment now);

/// Finishes the present step, and starts its timer if it has one.
[[nodiscard]] LineDecision decide(const Line& line, const Finish& command, Moment now);

/// From waiting, returning or called. invalid_input outside 1 minute to the centre's longest hold.
[[nodiscard]] LineDecision decide(const Line& line, const Hold& command, Moment now);
[[nodiscard]] LineDecision decide(const Line& line, const Resume& command, Moment now);
[[nodiscard]] LineDecision decide(const Line& line, const StepAway& command, Moment now);

/// Back in line, keeping the arrival time, after the next few calls of others.
[[nodiscard]] LineDecision decide(const Line& line, const ComeBack& command, Moment now);

/// To another service. While served: the present step is finished. Otherwise the present service gives way to the new
/// one, unless the new one was asked for anyway. Refuses with conflict when precedence puts something else first.
[[nodiscard]] LineDecision decide(const Line& line, const SendOn& command, Moment now);

[[nodiscard]] LineDecision decide(const Line& line, const Leave& command, Moment now);
[[nodiscard]] LineDecision decide(const Line& line, const Reclassify& command, Moment now);

/// Takes the ticket's last move back. Refuses with conflict when its place is taken by now: the station is full again,
/// the hold it was on has ended, the visitor has a newer ticket, or the day was closed (reopen the day instead).
[[nodiscard]] LineDecision decide(const Line& line, const Undo& command, Moment now);

[[nodiscard]] LineDecision decide(const Line& line, const CloseDay& command, Moment now);
[[nodiscard]] LineDecision decide(const Line& line, const ReopenDay& command, Moment now);

/// Everything that is due by itself up to now; no events when nothing is.
[[nodiscard]] LineEvents decide(const Line& line, const PassTime& command, Moment now);

} // namespace verandah::domain
