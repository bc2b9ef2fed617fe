// SPDX-License-Identifier: Apache-2.0
// Whether slips may be given.
#include "shared/domain/partner/partner_rules.hpp"

#include <algorithm>

namespace verandah::domain {

namespace {
using enum Refusal::Why;
} // namespace

const PartnerReason* PartnerRules::find(const PartnerReasonCode& code) const
{
    const auto found = std::ranges::find(reasons, code, &PartnerReason::code);
    return found == reasons.end() ? nullptr : &*found;
}

std::expected<void, Refusal> may_give(const SlipsGiven& slips, const PartnerRules& rules)
{
    const auto* const reason = rules.find(slips.reason);
    if (reason == nullptr) {
        return refuse(not_found, "no slips are given for that");
    }
    const bool is_offered = std::ranges::count(rules.modes, slips.mode) > 0;
    const bool is_safe = slips.violence == ViolenceEnquiry::none_feared ||
                         std::ranges::count(rules.modes_when_violence_feared, slips.mode) > 0;
    if (!is_offered || !is_safe) {
        return refuse(not_allowed, is_offered ? "she may come to harm by that" : "this centre does not offer that");
    }
    if (slips.look_back_days != reason->look_back_days) {
        return refuse(invalid_input, "the table has another look-back");
    }
    if (slips.count < 1 || slips.count > rules.most_slips ||
        slips.counterfoils.size() > static_cast<std::size_t>(slips.count)) {
        return refuse(invalid_input, "there is at least one slip, not too many, and a counterfoil for each at most");
    }
    return {};
}

} // namespace verandah::domain
