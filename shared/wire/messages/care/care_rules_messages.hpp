// SPDX-License-Identifier: Apache-2.0
// What the house's rules of follow-up, referrals and partner services are called, for whoever works with them. Never
// anything about a visitor.
#pragma once

#include "shared/domain/followup/followup_rule.hpp"
#include "shared/domain/partner/partner_rules.hpp"
#include "shared/domain/referral/provider.hpp"
#include "shared/domain/referral/referral_clock.hpp"
#include "shared/wire/messages/queue_messages.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::wire {

/// GET /v1/care/rules, 200.
struct CareRulesView {
    struct Rule {
        domain::FollowupRuleCode code;
        domain::FollowupServiceCode service;
        domain::Words label;
        friend bool operator==(const Rule&, const Rule&) = default;
    };
    struct ReferralService {
        domain::ReferralServiceCode code;
        domain::Words label;
        domain::Words slip;
        std::chrono::hours within;
        domain::ReferralService::Runs runs;
        std::chrono::days grace{domain::ReferralService::usual_grace};
        friend bool operator==(const ReferralService&, const ReferralService&) = default;
    };
    struct PartnerReason {
        domain::PartnerReasonCode code;
        domain::Words label;
        int look_back_days;
        friend bool operator==(const PartnerReason&, const PartnerReason&) = default;
    };

    std::vector<domain::FollowupService> services{};
    std::vector<Rule> rules{};
    std::vector<ReferralService> referral_services{};
    std::vector<domain::Provider> providers{};
    std::vector<PartnerReason> partner_reasons{};
    std::vector<domain::PartnerMode> partner_modes{};
    std::vector<domain::PartnerMode> partner_modes_when_violence_feared{}; ///< Or when she would not say.
    int most_slips{1};
    friend bool operator==(const CareRulesView&, const CareRulesView&) = default;
};

[[nodiscard]] CareRulesView view_of(const domain::FollowupRules& followup, const domain::ReferralClocks& clocks,
                                    const domain::ProviderDirectory& providers, const domain::PartnerRules& partners);

[[nodiscard]] std::string encode(const CareRulesView& view);
[[nodiscard]] Decoded<CareRulesView> decode_care_rules_view(std::string_view body);

} // namespace verandah::wire
