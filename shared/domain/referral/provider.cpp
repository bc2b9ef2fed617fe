// SPDX-License-Identifier: Apache-2.0
// Looking up clocks and providers.
#include "shared/domain/referral/provider.hpp"

#include "shared/domain/referral/referral_clock.hpp"

#include <algorithm>

namespace verandah::domain {

const ReferralService* ReferralClocks::find(ReferralServiceCode code) const
{
    const auto found = std::ranges::find(services, code, &ReferralService::code);
    return found == services.end() ? nullptr : &*found;
}

bool should_be_checked(const Provider& provider, CentreDay today)
{
    return today >= after(provider.last_checked, checked_for);
}

const Provider* ProviderDirectory::find(ProviderCode code) const
{
    const auto found = std::ranges::find(providers, code, &Provider::code);
    return found == providers.end() ? nullptr : &*found;
}

std::vector<const Provider*> ProviderDirectory::offering(ReferralServiceCode service) const
{
    std::vector<const Provider*> found;
    for (const auto& provider : providers) {
        if (std::ranges::count(provider.services, service) > 0) {
            found.push_back(&provider);
        }
    }
    return found;
}

} // namespace verandah::domain
