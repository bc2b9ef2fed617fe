// SPDX-License-Identifier: Apache-2.0
// How long PEP can still be begun: 72 hours, counted from the exposure, and then it stops.
#pragma once

#include "shared/domain/time.hpp"

#include <chrono>

namespace verandah::domain {

inline constexpr std::chrono::hours pep_window{72}; ///< WHO; field.md §4.

/// What the clock shows at one moment.
struct PepClock {
    enum class State {
        running,   ///< There is time left.
        stopped,   ///< 72 hours are over.
        not_begun, ///< The exposure is said to be in the future: somebody mistyped, or a clock was set back.
    };
    State state;
    std::chrono::minutes since{0}; ///< Since the exposure, whole minutes; 0 when it has not begun.
    std::chrono::minutes left{0};  ///< Rounded down, so that nobody is promised a minute too much; 0 when stopped.
    friend bool operator==(const PepClock&, const PepClock&) = default;
};

/// Total. At exactly 72 hours it has stopped.
[[nodiscard]] PepClock pep_clock(Instant exposure, Instant now);

} // namespace verandah::domain
