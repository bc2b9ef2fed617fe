// SPDX-License-Identifier: Apache-2.0
// Every rule about what may be written in a file, and what it amounts to.
#pragma once

#include "shared/domain/care/consent_text.hpp"
#include "shared/domain/care/form.hpp"
#include "shared/domain/care/regimen.hpp"
#include "shared/domain/followup/followup_rule.hpp"
#include "shared/domain/partner/partner_rules.hpp"
#include "shared/domain/record/file.hpp"
#include "shared/domain/referral/provider.hpp"
#include "shared/domain/referral/referral_clock.hpp"
#include "shared/domain/stock/commodity.hpp"

#include <expected>
#include <span>

namespace verandah::domain {

/// The centre's clinical data as far as files need it: every edition of it. Borrowed.
struct CareRules {
    std::span<const Form> forms;
    std::span<const TestSheet> tests;
    std::span<const Guideline> guidelines;
    const FollowupRules& followup;
    const ReferralClocks& referrals;
    const ProviderDirectory& providers;
    const PartnerRules& partners;
    std::span<const ConsentText> consents;
    const Catalogue* cupboard{nullptr}; ///< nullptr: nothing is known of a cupboard, and records move nothing in it.
};

/// That very edition; nullptr when there is none. Borrowed, as are the others.
[[nodiscard]] const Form* form_of(const CareRules& rules, const Edition& edition);
[[nodiscard]] const TestKind* test_of(const CareRules& rules,
                                      const TestCode& code); ///< In the latest sheet that has it.
[[nodiscard]] const Regimen* regimen_of(const CareRules& rules, const Edition& guideline, const RegimenCode& regimen);

/// Refuses an answer to words that this centre has in no version.
[[nodiscard]] std::expected<void, Refusal> check_consent(const CareRules& rules, const ConsentSaid& said);

/// The entry as it is to be written. Refuses with conflict when somebody else has written meanwhile and it matters: the
/// event's own number is taken, an encounter has another revision, a test, a referral or an item has moved on; with
/// not_allowed while she has not agreed to a record; with invalid_input what a form, a table or a rule does not take,
/// a regimen that the table does not suggest for today's answers among them, unless a reason is given.
[[nodiscard]] std::expected<FileEntry, Refusal> decide_entry(const File& file, const FileEvent& event,
                                                             const AccountCode& by, Moment now, const CareRules& rules);

/// Whether she agreed to what is written in this file, now.
[[nodiscard]] bool may_write(const File& file);

} // namespace verandah::domain
