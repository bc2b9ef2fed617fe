// SPDX-License-Identifier: Apache-2.0
// From what was found to what the guideline gives. It suggests; the clinician decides.
#pragma once

#include "shared/domain/care/fact.hpp"
#include "shared/domain/care/regimen.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace verandah::domain {

/// The codes of today's facts: syndromes, signs, allergies, pregnancy, medicines.
using Circumstances = std::set<FactCode>;
[[nodiscard]] Circumstances circumstances_of(const History& today);
/// Those of `codes` that are there, in their order.
[[nodiscard]] std::vector<FactCode> those_there(const std::vector<FactCode>& codes, const Circumstances& circumstances);

/// A regimen, and what to mind with it. Borrowed from the guideline.
struct Offer {
    const Regimen* regimen;
    std::vector<FactCode> cautions;
    friend bool operator==(const Offer&, const Offer&) = default;
};

/// A regimen that is not for this visitor, and why. Borrowed from the guideline.
struct LeftOut {
    const Regimen* regimen;
    std::vector<FactCode> because;
    friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

/// For one cause. No offer at all means that the guideline has nothing left for her: a doctor has to be asked.
struct Suggestion {
    FactCode for_what;
    std::vector<Offer> offers;     ///< By line, the first is the one suggested; in a line, as the file has them.
    std::vector<LeftOut> left_out; ///< In the same order.
    friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

/// A suggestion for each cause of the guideline that is among the circumstances, in the guideline's order. Borrows from
/// the guideline. A cause with no regimen that fits the signs is not there.
[[nodiscard]] std::vector<Suggestion> suggest(const Guideline& guideline, const Circumstances& circumstances);

/// What choosing `chosen` for a cause goes against: nothing when it is the one suggested; else which rule.
enum class Against { nothing, a_later_line, left_out, another_cause, no_guidance };
[[nodiscard]] std::string_view word(Against against); ///< Permanent: "nothing", "a_later_line", "left_out", …
[[nodiscard]] Against against(const std::vector<Suggestion>& suggestions, const RegimenCode& chosen);

/// What the table says of giving `chosen` for `for_what` today, whether or not that was found today.
struct ByTheTable {
    Against against{Against::nothing};    ///< Nothing, too, for what it is for when that was not found today.
    std::vector<FactCode> left_out_for{}; ///< With these it is not given: "allergy.penicillin".
    std::vector<FactCode> careful_with{}; ///< With these it is given with care.
    friend bool operator==(const ByTheTable&, const ByTheTable&) = default;
};
/// Precondition: `chosen` is of the guideline.
[[nodiscard]] ByTheTable by_the_table(const Guideline& guideline, const Circumstances& circumstances,
                                      const FactCode& for_what, const Regimen& chosen);

} // namespace verandah::domain
