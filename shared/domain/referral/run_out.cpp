// SPDX-License-Identifier: Apache-2.0
// The clock and the grace, and the booked day that is waited for.
#include "shared/domain/referral/run_out.hpp"

#include <algorithm>
#include <optional>

namespace verandah::domain {
namespace {

/// nullopt: it has not left the room.
std::optional<Instant> end_of(const Referral& referral, ReferralPatience patience)
{
    if (!referral.issued_at) {
        return std::nullopt;
    }
    return referral.clock_from.value_or(*referral.issued_at) + patience.within + patience.grace;
}

bool is_waited_for(const Referral& referral, ReferralPatience patience, CentreDay today)
{
    using std::chrono::sys_days;
    return referral.status == ReferralStatus::booked && referral.booked_for &&
           sys_days{today} <= sys_days{*referral.booked_for} + patience.grace;
}

} // namespace

bool has_run_out(const Referral& referral, ReferralPatience patience, Moment now)
{
    const auto end = end_of(referral, patience);
    return advance(referral.status, ReferralEvent::expire) && end && now.at >= *end &&
           !is_waited_for(referral, patience, now.day);
}

bool has_run_out(const Referral& referral, const ReferralClocks& clocks, Moment now)
{
    const auto* const service = clocks.find(referral.service);
    return service != nullptr && has_run_out(referral, {service->within, service->grace}, now);
}

Referral as_of(Referral referral, const ReferralClocks& clocks, Moment now)
{
    if (has_run_out(referral, clocks, now)) {
        const auto* const service = clocks.find(referral.service);
        referral.since = std::max(referral.since, *end_of(referral, {service->within, service->grace}));
        referral.status = ReferralStatus::expired;
    }
    return referral;
}

} // namespace verandah::domain
