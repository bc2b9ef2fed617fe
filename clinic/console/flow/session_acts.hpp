// SPDX-License-Identifier: Apache-2.0
// What several steps of the session do. For flow/session_*.cpp only.
#pragma once

#include "clinic/console/flow/console.hpp"

#include <vector>

namespace verandah::console {

using Effects = std::vector<Effect>;

/// Somebody is signed in, by the hub's word, and the hub is open.
[[nodiscard]] bool is_signed_in(const Console& console);
void tell(Console& console, SessionNotice about, domain::Instant now);
/// Sends an errand, unless another is under way that somebody waits for.
[[nodiscard]] Effects run(Console& console, RunErrand errand);
/// The console wants the PIN from now on. What was half asked is let go.
[[nodiscard]] Effects doze(Console& console);
/// The form that belongs to what stands before the pages; a form over the pages stays.
void place_form(Console& console);
/// Asks the hub for totals.
[[nodiscard]] Effect fetch_totals(Console& console, domain::Instant now);
[[nodiscard]] Effect fetch_devices(Console& console, domain::Instant now);
/// Nothing of the line, of accounts or of what was typed stays behind for the next person.
void forget_person(Console& console);

} // namespace verandah::console
