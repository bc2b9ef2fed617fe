// SPDX-License-Identifier: Apache-2.0
// The one table that drives all follow-up (field.md §5): service · trigger · create when · due · overdue · expires ·
// completed by. Its rows are data (assets/followup/*.toml).
#pragma once

#include "shared/domain/care/clinical_source.hpp"
#include "shared/domain/care/fact.hpp"
#include "shared/domain/centre/centre.hpp"
#include "shared/domain/code.hpp"
#include "shared/domain/followup/due_act.hpp"
#include "shared/domain/followup/period.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace verandah::domain {

using FollowupServiceCode = Code<struct FollowupServiceTag>; ///< What a work list is filtered by: "hiv", "syphilis".

/// A fact by its code, and by its value where that matters: "syphilis.dose" the 1st.
struct FactPattern {
    FactCode code;
    std::optional<std::int32_t> value{};
    friend auto operator<=>(const FactPattern&, const FactPattern&) = default;
};
[[nodiscard]] bool fits(const FactPattern& pattern, const Fact& fact);

/// Something that holds since one fact until another: "on PrEP" since prep.started until prep.stopped.
struct Spell {
    std::vector<FactPattern> since;
    std::vector<FactPattern> until{};
    friend bool operator==(const Spell&, const Spell&) = default;
};
/// Whether the last fact of `since` has no fact of `until` after it.
[[nodiscard]] bool holds(const Spell& condition, const History& history);

struct FollowupRule {
    FollowupRuleCode code;
    FollowupServiceCode service;
    Words label; ///< For staff.
    std::vector<FactPattern> triggers;
    std::vector<Spell> when{};   ///< All of them hold, or there is no item.
    std::vector<Spell> unless{}; ///< None of them holds, or there is no item.
    Period due;                  ///< After the trigger.
    std::chrono::days overdue_after{28};
    std::optional<Period> expires{}; ///< After the day it was due: nothing is to be done about it any more.
    std::vector<FactPattern> completed_by;
    std::optional<Period> counts_from{}; ///< After the trigger: what is done earlier was done for something else, as
                                         ///< the test at the beginning of a course is not the one at its end.
    std::string source;
    ClinicalSource::Standing standing{ClinicalSource::Standing::to_confirm};
    friend bool operator==(const FollowupRule&, const FollowupRule&) = default;
};

struct FollowupService {
    FollowupServiceCode code;
    Words label;
    friend bool operator==(const FollowupService&, const FollowupService&) = default;
};

struct FollowupRules {
    ClinicalSource about;
    std::vector<FollowupService> services;
    std::vector<FollowupRule> rules; ///< Each code once; each rule's service is one of `services`.
    friend bool operator==(const FollowupRules&, const FollowupRules&) = default;
};

} // namespace verandah::domain
