// SPDX-License-Identifier: Apache-2.0
// Where clinical content comes from: what stands at the head of every file of it.
#pragma once

#include <compare>
#include <string>

namespace verandah::domain {

/// One version of one thing. An old version stays beside a newer one: a record names the one it was written in.
struct Edition {
    std::string id; ///< As a DottedCode: "sti_service".
    int version{1};
    friend auto operator<=>(const Edition&, const Edition&) = default;
};

struct ClinicalSource {
    Edition edition;
    std::string source;                            ///< Who says so: a guideline, its year.
    enum class Standing { confirmed, to_confirm }; ///< By the centre's own clinician.
    Standing standing{Standing::to_confirm};
    friend bool operator==(const ClinicalSource&, const ClinicalSource&) = default;
};

} // namespace verandah::domain
