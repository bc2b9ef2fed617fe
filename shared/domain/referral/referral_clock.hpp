// SPDX-License-Identifier: Apache-2.0
// How long a referral for something may take (field.md §6). The rows are data (assets/referrals/*.toml).
#pragma once

#include "shared/domain/care/clinical_source.hpp"
#include "shared/domain/care/coding.hpp"
#include "shared/domain/centre/centre.hpp"
#include "shared/domain/referral/referral.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace verandah::domain {

/// What somebody can be referred for, and how long it may take until she gets it.
struct ReferralService {
    enum class Runs { from_issue, from_exposure };
    /// As for whatever is due (field.md §5).
    static constexpr std::chrono::days usual_grace{28};
    ReferralServiceCode code;
    Words label; ///< For staff.
    Words slip;  ///< What the slip says: neutral, since anybody may read it.
    std::chrono::hours within;
    Runs runs{Runs::from_issue};
    std::chrono::days grace{usual_grace}; ///< Overdue for so long, it has run out.
    std::vector<int> reported_at_days{};  ///< Reached within so many days: 7, 30, 90 for HIV+ to ART.
    std::string source;
    ClinicalSource::Standing standing{ClinicalSource::Standing::to_confirm};
    friend bool operator==(const ReferralService&, const ReferralService&) = default;
};

struct ReferralClocks {
    ClinicalSource about;
    std::vector<ReferralService> services; ///< Each code once.
    std::vector<Coding> codings{};         ///< Of a referral, whatever it is for.
    /// nullptr when there is no such service.
    [[nodiscard]] const ReferralService* find(ReferralServiceCode code) const;
    friend bool operator==(const ReferralClocks&, const ReferralClocks&) = default;
};

} // namespace verandah::domain
