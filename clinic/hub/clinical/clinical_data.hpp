// SPDX-License-Identifier: Apache-2.0
// The centre's clinical data: forms, guidelines, tests. Read and checked as a whole when the hub starts.
#pragma once

#include "clinic/hub/centre/fault.hpp"
#include "shared/domain/care/consent_text.hpp"
#include "shared/domain/care/form.hpp"
#include "shared/domain/care/regimen.hpp"
#include "shared/domain/care/test_kind.hpp"
#include "shared/domain/record/decide_entry.hpp"
#include "shared/domain/stock/commodity.hpp"

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::hub {

/// Something wrong in one of the files.
struct FileFault {
    std::string file; ///< As it is shown: "clinical/forms/sti_service.1.toml".
    Fault fault;
    friend bool operator==(const FileFault&, const FileFault&) = default;

    [[nodiscard]] std::string text() const { return fault.text(file); }
};

/// The editions that are in use: clinical/chosen.toml. Others stay, for what was written in them.
struct ChosenEditions {
    domain::Edition form;
    domain::Edition guideline;
    domain::Edition tests;
    domain::Edition followup;
    domain::Edition referrals;
    domain::Edition partners;
    domain::Edition stock;
    domain::Edition consent;
    friend bool operator==(const ChosenEditions&, const ChosenEditions&) = default;
};

/// Every edition of everything, by id and version. Each chosen one is here.
struct ClinicalData {
    std::vector<domain::Form> forms;
    std::vector<domain::Guideline> guidelines;
    std::vector<domain::TestSheet> tests;
    std::vector<domain::FollowupRules> followup;
    std::vector<domain::ReferralClocks> referrals;
    std::vector<domain::PartnerRules> partners;
    std::vector<domain::Catalogue> stock;
    std::vector<domain::ConsentText> consents;
    domain::ProviderDirectory providers; ///< The centre's own; empty in the built-in data.
    ChosenEditions chosen;

    [[nodiscard]] const domain::Form& form() const; ///< The chosen one, as the next two. Borrowed.
    [[nodiscard]] const domain::Guideline& guideline() const;
    [[nodiscard]] const domain::TestSheet& test_sheet() const;
    [[nodiscard]] const domain::FollowupRules& followup_rules() const;
    [[nodiscard]] const domain::ReferralClocks& referral_clocks() const;
    [[nodiscard]] const domain::PartnerRules& partner_rules() const;
    [[nodiscard]] const domain::Catalogue& catalogue() const; ///< Of what is kept in the cupboard.
    [[nodiscard]] const domain::ConsentText& consent_text() const;
};

/// What decides about entries: borrowed from `data`, which stays where it is.
[[nodiscard]] domain::CareRules rules_of(const ClinicalData& data);

inline constexpr std::string_view clinical_folder = "clinical"; ///< Within the centre's.

/// Reads and checks clinical/ in the centre's folder `root`:
///
///   clinical/chosen.toml                which editions are in use
///   clinical/forms/*.toml               one edition of one form each, called id.version.toml
///   clinical/regimens/*.toml            guidelines, the same
///   clinical/tests/*.toml               sheets of tests, the same
///   clinical/followup/*.toml            tables of what has to be done again, the same
///   clinical/referrals/*.toml           what somebody can be referred for, the same
///   clinical/partners/*.toml            slips for partners, the same
///   clinical/stock/*.toml               what is kept in the cupboard, the same
///   clinical/consent/*.toml             what she is asked before anything is kept, the same
///   clinical/providers.toml             where to
///
/// A part that is not there is the built-in one (assets/). Hidden files and editors' copies (ending in ~) are passed
/// over; any other file that is no *.toml is a fault, and so is a name that is not what the file says. All faults of
/// all files are handed back at once. Throws std::system_error when the disk is at fault.
[[nodiscard]] std::expected<ClinicalData, std::vector<FileFault>> read_clinical_data(const std::filesystem::path& root);

/// The built-in data. Throws std::logic_error when it has a fault, which a test holds.
[[nodiscard]] ClinicalData built_in_clinical_data();

/// Lays the built-in files out in `root`/clinical, mode 0700 and 0600, complete or not at all. Leaves a folder alone
/// that is there already and not empty. Throws std::system_error when the disk is at fault.
void lay_out_clinical_data(const std::filesystem::path& root);

} // namespace verandah::hub
