// SPDX-License-Identifier: Apache-2.0
// What leaves the cupboard with a dose that a guideline writes.
#pragma once

#include "shared/domain/care/regimen.hpp"
#include "shared/domain/stock/commodity.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace verandah::domain {

/// The drugs that she is given with the `dose`th dose of a course: all with the first, later only those that are given
/// week by week and not to their end yet. Borrowed from the regimen.
[[nodiscard]] std::vector<const DrugGiven*> drugs_of_dose(const Regimen& regimen, int dose);

/// In the commodity's unit, what she takes home of `drug` or is given of it at one dose; nullopt when `doses` does not
/// name the drug as the guideline writes it. A drug for some days is handed over for all of them.
[[nodiscard]] std::optional<std::int64_t> units_for(const DrugGiven& drug, std::span<const DoseUnits> doses);

} // namespace verandah::domain
