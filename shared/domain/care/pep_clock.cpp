// SPDX-License-Identifier: Apache-2.0
// Reckoning with the 72 hours.
#include "shared/domain/care/pep_clock.hpp"

namespace verandah::domain {

PepClock pep_clock(Instant exposure, Instant now)
{
    using std::chrono::floor;
    using std::chrono::minutes;
    if (exposure > now) {
        return {PepClock::State::not_begun};
    }
    const auto since = floor<minutes>(now - exposure);
    const auto left = floor<minutes>(pep_window - (now - exposure));
    if (now - exposure >= pep_window) {
        return {PepClock::State::stopped, since, minutes{0}};
    }
    return {PepClock::State::running, since, left};
}

} // namespace verandah::domain
