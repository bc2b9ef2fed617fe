// SPDX-License-Identifier: Apache-2.0
// What may be done about a due item, and when somebody may be looked for.
#pragma once

#include "shared/domain/followup/due_items.hpp"
#include "shared/domain/refusal.hpp"

#include <expected>

namespace verandah::domain {

/// How far an item can be postponed.
inline constexpr std::chrono::days longest_postponed{366};

/// Refuses with conflict what changes nothing (completing what is done, reopening what is open), what the record itself
/// has completed, and giving to a worker what it is too late for or for what she was looked for three times; with
/// invalid_input a day that is not later than today or is too far; with not_allowed giving her to an outreach worker
/// when she agreed to no such thing. An item that is overdue, lost, expired or ended can be completed, postponed and
/// reopened like any other.
[[nodiscard]] std::expected<void, Refusal> may_act(const DueItem& item, const DueAct& act, Channel agreed,
                                                   CentreDay today);

/// Refuses with not_allowed any way to look for her but the one she agreed to; with conflict when there is nothing to
/// look for her for (it is done or ended, or her day has not come and no worker told that she reminded her) or the
/// attempt is not the next of three; with invalid_input an end that the outcome cannot have told.
[[nodiscard]] std::expected<void, Refusal> may_trace(const DueItem& item, const TracingTried& tried, Channel agreed);

/// Whether such an outcome can have told such an end: nobody can tell "not found" who was reached, and who was not
/// reached has told nothing.
[[nodiscard]] bool fits(TracingOutcome outcome, std::optional<TracingEnd> end);

} // namespace verandah::domain
