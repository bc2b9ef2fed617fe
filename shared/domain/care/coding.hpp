// SPDX-License-Identifier: Apache-2.0
// What others call the same thing: a code and the system it is from.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace verandah::domain {

/// A code for export. Each names its system; none is ever guessed from its shape.
struct Coding {
    enum class System { icd11, icd10, snomed, loinc };
    System system;
    std::string code;
    friend auto operator<=>(const Coding&, const Coding&) = default;
};

[[nodiscard]] std::string_view word(Coding::System system); ///< Permanent: "icd11", "icd10", "snomed", "loinc".
[[nodiscard]] std::optional<Coding::System> coding_system_from(std::string_view word);

/// Whether the code could be one of its system. LOINC ends in '-' and a check digit (mod 10, as on a bank card), SNOMED
/// CT in a check digit of Verhoeff's; ICD has none, so there only its letters are looked at. A slip of the pen in
/// a file of clinical data is found by this, and nothing else is.
[[nodiscard]] bool is_well_formed(const Coding& coding);

} // namespace verandah::domain
