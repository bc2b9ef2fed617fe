// SPDX-License-Identifier: Apache-2.0
// How long the kiosk waits for people and for the hub (field.md §13). All in one place, so that a centre can argue
// about them.
#pragma once

#include <chrono>

namespace verandah::kiosk {

/// Since the kiosk started, by a clock that never goes back.
using Ticks = std::chrono::milliseconds;

namespace timing {
using namespace std::chrono_literals;

inline constexpr Ticks idle_after = 45s;       ///< Nobody touches anything: "Are you still there?"
inline constexpr Ticks idle_countdown = 20s;   ///< … and this long to say so, before all is wiped.
inline constexpr int most_more_time = 10;      ///< "More time" that often; then a person is better help.
inline constexpr Ticks quiet_wait = 1s;        ///< An answer within this needs no "one moment".
inline constexpr Ticks confirm_within = 20s;   ///< Then the kiosk owns up that it has no number yet.
inline constexpr Ticks ticket_shown = 30s;     ///< The number alone.
inline constexpr Ticks ticket_with_card = 60s; ///< A phone has to come out of a bag first.
inline constexpr Ticks thanks_shown = 5s;
inline constexpr Ticks sent_shown = 30s;     ///< "Go to a staff member": nothing of the visitor is on it.
inline constexpr Ticks taken_shown = 30s;    ///< After something was taken: nobody else should see what.
inline constexpr Ticks call_unanswered = 5s; ///< The hub did not take an alert: send the visitor to the desk.
inline constexpr Ticks call_shown = 20s;     ///< "Someone is coming" stays on the button; then it can be pressed again.
} // namespace timing

} // namespace verandah::kiosk
