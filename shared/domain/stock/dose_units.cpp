// SPDX-License-Identifier: Apache-2.0
// How often a drug is taken of what is handed over at once.
#include "shared/domain/stock/dose_units.hpp"

#include <algorithm>
#include <utility>

namespace verandah::domain {

namespace {

std::int64_t times_handed_over(const DrugGiven& drug)
{
    switch (drug.frequency) {
    case Frequency::once:
    case Frequency::weekly: return 1; // each week's has its own dose
    case Frequency::daily: return drug.days;
    case Frequency::twice_daily: return std::int64_t{2} * drug.days;
    case Frequency::three_daily: return std::int64_t{3} * drug.days;
    case Frequency::four_daily: return std::int64_t{4} * drug.days;
    }
    std::unreachable();
}

} // namespace

std::vector<const DrugGiven*> drugs_of_dose(const Regimen& regimen, int dose)
{
    std::vector<const DrugGiven*> drugs;
    for (const auto& drug : regimen.drugs) {
        const bool is_weekly = drug.frequency == Frequency::weekly;
        if (dose == 1 || (is_weekly && dose <= drug.doses)) {
            drugs.push_back(&drug);
        }
    }
    return drugs;
}

std::optional<std::int64_t> units_for(const DrugGiven& drug, std::span<const DoseUnits> doses)
{
    const auto found = std::ranges::find_if(
        doses, [&](const DoseUnits& each) { return each.drug == drug.drug && each.dose == drug.dose; });
    return found == doses.end() ? std::nullopt : std::optional{found->units * times_handed_over(drug)};
}

} // namespace verandah::domain
