// SPDX-License-Identifier: Apache-2.0
// Held against the catalogue, and against what the guideline minds with the same drug.
#include "shared/domain/record/own_treatment.hpp"

#include "shared/domain/stock/dose_units.hpp"

#include <algorithm>
#include <vector>

namespace verandah::domain {

namespace {

using Why = Refusal::Why;
using Check = std::expected<void, Refusal>;

Check check_dose(const OwnDose& dose, const Commodity& commodity, std::int64_t units)
{
    if (dose.frequency == Frequency::weekly) {
        return refuse(Why::invalid_input, "a medicine outside the table is handed over at once, not week by week");
    }
    if (dose.days < 1 || dose.days > OwnDose::most_days || (dose.frequency == Frequency::once && dose.days != 1)) {
        return refuse(Why::invalid_input, "a medicine is given once, or for 1 to 365 days");
    }
    if (units_for(as_given(dose), commodity.doses) != units) {
        return refuse(Why::invalid_input, "the catalogue does not know this dose, or it takes another number of units");
    }
    return {};
}

/// The facts of `list` that stand in every row which gives the drug: what a drug given beside it minds is not its own.
std::vector<FactCode> minded_always(const Guideline& guideline, const DrugCode& drug,
                                    std::vector<FactCode> Regimen::* list)
{
    std::optional<std::vector<FactCode>> common;
    for (const auto& regimen : guideline.regimens) {
        if (std::ranges::find(regimen.drugs, drug, &DrugGiven::drug) == regimen.drugs.end()) {
            continue;
        }
        const auto& minded = regimen.*list;
        if (!common) {
            common = minded;
        }
        std::erase_if(*common, [&](const FactCode& fact) { return std::ranges::find(minded, fact) == minded.end(); });
    }
    return common.value_or(std::vector<FactCode>{});
}

} // namespace

DrugGiven as_given(const OwnDose& dose)
{
    return {
        .drug = dose.drug, .name = {}, .dose = dose.dose, .frequency = dose.frequency, .days = dose.days, .doses = 1};
}

Check check_own(const OwnTreatment& own, const Catalogue* cupboard)
{
    if (own.words.size() > OwnTreatment::longest_words || (own.words.empty() && !own.dose)) {
        return refuse(Why::invalid_input, "a medicine outside the table has a dose of the catalogue, or some words");
    }
    if (!own.commodity) {
        return own.dose || own.units != 0
                   ? refuse(Why::invalid_input, "what is from elsewhere takes nothing out of the cupboard")
                   : Check{};
    }
    const auto* commodity = cupboard == nullptr ? nullptr : cupboard->find(*own.commodity);
    if (commodity == nullptr) {
        return refuse(Why::not_found, "the cupboard does not keep this medicine");
    }
    if (commodity->kind != CommodityKind::medicine || own.units < 1 || own.units > OwnTreatment::most_units) {
        return refuse(Why::invalid_input, "1 to 1000 units of a medicine are given");
    }
    return own.dose ? check_dose(*own.dose, *commodity, own.units) : Check{};
}

ByTheTable by_the_table(const Guideline& guideline, const Circumstances& circumstances, const OwnTreatment& own)
{
    ByTheTable said{.against = Against::no_guidance};
    if (own.dose) {
        said.left_out_for = those_there(minded_always(guideline, own.dose->drug, &Regimen::not_with), circumstances);
        said.careful_with =
            those_there(minded_always(guideline, own.dose->drug, &Regimen::careful_with), circumstances);
    }
    return said;
}

} // namespace verandah::domain
