// SPDX-License-Identifier: Apache-2.0
// The desk for clinical data: forms, tests, guidelines, rules. It knows no visitor.
#pragma once

#include "clinic/hub/clinical/clinical_data.hpp"

#include <string>

namespace verandah::hub {

/// Answers at once and from any thread: clinical data changes with a start of the hub only, so each answer is made
/// once.
class GuidanceDesk {
public:
    explicit GuidanceDesk(const ClinicalData& data);

    [[nodiscard]] const std::string& forms() const { return forms_; }       ///< A wire::FormsView, encoded.
    [[nodiscard]] const std::string& guidance() const { return guidance_; } ///< A wire::GuidanceView, encoded.
    [[nodiscard]] const std::string& rules() const { return rules_; }       ///< A wire::CareRulesView, encoded.

private:
    std::string forms_;
    std::string guidance_;
    std::string rules_;
};

} // namespace verandah::hub
