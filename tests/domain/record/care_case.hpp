// SPDX-License-Identifier: Apache-2.0
// A small clinic's rules and one visitor's file, for tests of what may be written.
#pragma once

#include "shared/domain/record/decide_entry.hpp"

#include <string_view>
#include <vector>

namespace verandah::test {

/// The rules: one form, one test, one guideline, one follow-up rule, one referral service with one provider.
class CareCase {
public:
    CareCase();

    [[nodiscard]] domain::CareRules rules() const;
    [[nodiscard]] const domain::File& file() const { return file_; }

    [[nodiscard]] std::expected<domain::FileEntry, domain::Refusal> decide(const domain::FileEvent& event) const;
    /// Decides and writes. Throws std::bad_expected_access when it is refused.
    domain::FileEntry write(const domain::FileEvent& event);
    /// She agreed to a record.
    CareCase& agreed();
    void pass(std::chrono::days days);
    /// Something that this version cannot read.
    void newer_version_writes() { apply_unread(file_, file_.last + 1); }

    /// The form's answers: the one required choice, and maybe the ulcer.
    [[nodiscard]] static domain::Answers answers(std::string_view reason);
    [[nodiscard]] static domain::EncounterSaved encounter(std::uint32_t revision, domain::EncounterSaved::State state,
                                                          std::string_view reason = "symptoms");

private:
    domain::Form form_;
    domain::TestSheet tests_;
    domain::Guideline guideline_;
    domain::FollowupRules followup_;
    domain::ReferralClocks referrals_;
    domain::ProviderDirectory providers_;
    domain::PartnerRules partners_;
    std::vector<domain::ConsentText> consents_;
    domain::File file_;
    domain::Moment now_;
};

template <class Code>
[[nodiscard]] Code code(std::string_view text)
{
    return Code::make(text).value();
}

} // namespace verandah::test
