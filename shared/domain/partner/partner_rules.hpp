// SPDX-License-Identifier: Apache-2.0
// Partner services: what a slip may be given for, and under which conditions (WHO). The rows are data
// (assets/partners).
#pragma once

#include "shared/domain/care/clinical_source.hpp"
#include "shared/domain/centre/centre.hpp"
#include "shared/domain/partner/partner_slips.hpp"
#include "shared/domain/refusal.hpp"

#include <expected>
#include <string>
#include <vector>

namespace verandah::domain {

/// A syndrome or an infection, and how far back its partners are told.
struct PartnerReason {
    PartnerReasonCode code;
    Words label; ///< For staff. A slip never says it.
    int look_back_days;
    std::string source;
    ClinicalSource::Standing standing{ClinicalSource::Standing::to_confirm};
    friend bool operator==(const PartnerReason&, const PartnerReason&) = default;
};

struct PartnerRules {
    ClinicalSource about;
    std::vector<PartnerMode> modes{PartnerMode::client}; ///< Those this centre offers. She alone, unless it says more.
    std::vector<PartnerMode> modes_when_violence_feared{PartnerMode::client}; ///< Those that leave it in her hands.
    int most_slips{10};                                                       ///< At one time.
    std::vector<PartnerReason> reasons;
    /// nullptr when there is no such reason.
    [[nodiscard]] const PartnerReason* find(const PartnerReasonCode& code) const;
    friend bool operator==(const PartnerRules&, const PartnerRules&) = default;
};

/// Refuses with not_found a reason that is not in the table; with not_allowed a mode that this centre does not offer,
/// or not to somebody who fears violence or would not say; with invalid_input another look-back than the table's, no
/// slip, too many, or more counterfoils than slips.
[[nodiscard]] std::expected<void, Refusal> may_give(const SlipsGiven& slips, const PartnerRules& rules);

} // namespace verandah::domain
