// SPDX-License-Identifier: Apache-2.0
// Referrals of which nothing was heard in time. Nobody writes that down: it is seen by the clock, each time it is
// looked.
#pragma once

#include "shared/domain/referral/referral_story.hpp"

#include <chrono>

namespace verandah::domain {

/// How long something may take and how long it is waited for after that.
struct ReferralPatience {
    std::chrono::hours within;
    std::chrono::days grace;
};

/// Whether it still waits for word (issued, sent, acknowledged, accepted, booked: whatever the table lets expire), and
/// its time and the grace after it are over. Both run from the exposure where there is one, otherwise from the issue.
/// Where a day is booked, the grace runs out after that day, too, in the centre's own days.
[[nodiscard]] bool has_run_out(const Referral& referral, ReferralPatience patience, Moment now);
/// The same by its service's clock. What the table of clocks does not know (any more) never runs out.
[[nodiscard]] bool has_run_out(const Referral& referral, const ReferralClocks& clocks, Moment now);

/// As it stands now: expired, since its grace was over, when it has run out; otherwise as its file says. What its file
/// takes is decided by what its file says: word that comes late is taken from there.
[[nodiscard]] Referral as_of(Referral referral, const ReferralClocks& clocks, Moment now);

} // namespace verandah::domain
