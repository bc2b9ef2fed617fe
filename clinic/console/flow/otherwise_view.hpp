// SPDX-License-Identifier: Apache-2.0
// What a choice against the guideline, or outside it, comes to: what it may be for, what is missing, what is written.
// Precondition of all: a record is open.
#pragma once

#include "clinic/console/flow/console.hpp"
#include "shared/domain/care/guidance.hpp"

#include <optional>
#include <vector>

namespace verandah::console {

/// Something that may be treated. Borrows its words from the form or the guideline.
struct Cause {
    domain::FactCode fact;
    const domain::Words* label;
};
/// What was found today: what the guideline suggests something for, and what the form says may be treated.
[[nodiscard]] std::vector<Cause> causes_found(const Console& console, domain::Instant now);
/// Those, or, as long as nothing was found, all that the form can find.
[[nodiscard]] std::vector<Cause> causes_to_choose(const Console& console, domain::Instant now);
/// By the guideline in use, else by the form; nullptr when neither knows it. Borrowed.
[[nodiscard]] const domain::Words* label_of_cause(const Console& console, const domain::FactCode& fact);

/// The medicines of the cupboard, as it was last seen. Borrowed.
[[nodiscard]] std::vector<const wire::StockView::OfCommodity*> medicines_kept(const Console& console);
[[nodiscard]] const wire::StockView::OfCommodity* find_kept(const Console& console,
                                                            const domain::CommodityCode& commodity);

/// The first thing that is missing before it can be prescribed.
enum class OtherwiseLacks { nothing, cause, choice, words, frequency, days, units, why };
[[nodiscard]] OtherwiseLacks lacks(const Otherwise& otherwise);
/// What would be written of a medicine that is in no table. nullopt: a row of the guideline is meant, something is
/// missing still, or the cupboard does not have such a dose any more.
[[nodiscard]] std::optional<domain::OwnTreatment> own_of(const Console& console, const Otherwise& otherwise);

/// What the guideline says of a medicine in no table, held against what holds of her now.
[[nodiscard]] domain::ByTheTable said_of_own(const Console& console, const domain::OwnTreatment& own,
                                             domain::Instant now);

/// Prescriptions of today that stand neither with a suggestion nor among the courses that were begun.
[[nodiscard]] std::vector<domain::PrescriptionId> prescribed_beside(const Console& console, domain::Instant now);
/// Causes found today that the guideline suggests nothing for, and nothing was prescribed for. Not on the step that
/// asks for them: what is asked there needs its room.
[[nodiscard]] std::vector<Cause> causes_without_row(const Console& console, domain::Instant now);

} // namespace verandah::console
