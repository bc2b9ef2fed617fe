// SPDX-License-Identifier: Apache-2.0
// Movement by movement, then commodity by commodity.
#include "shared/domain/record/check_movements.hpp"

#include "shared/domain/stock/dose_units.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>

namespace verandah::domain {

namespace {

using Why = Refusal::Why;
using Check = std::expected<void, Refusal>;

/// Whether the dose takes so many of it, for one of its drugs.
bool takes(const Regimen& regimen, int dose, const Commodity& commodity, std::int64_t units)
{
    return std::ranges::any_of(drugs_of_dose(regimen, dose),
                               [&](const DrugGiven* drug) { return units_for(*drug, commodity.doses) == units; });
}

Check check_units(const Catalogue& catalogue, const Regimen& regimen, int dose,
                  const std::map<CommodityCode, std::int64_t>& units)
{
    for (const auto& [code, given] : units) {
        const auto* commodity = catalogue.find(code);
        if (commodity == nullptr || !takes(regimen, dose, *commodity, given)) {
            return refuse(Why::invalid_input, "what left the cupboard is not what this dose takes");
        }
    }
    return {};
}

/// All of it, of its one commodity.
Check check_units(const OwnTreatment& own, const std::map<CommodityCode, std::int64_t>& units)
{
    const bool fits = std::ranges::all_of(
        units, [&](const auto& each) { return each.first == own.commodity && each.second == own.units; });
    return fits ? Check{}
                : refuse(Why::invalid_input, "what left the cupboard is not the medicine that was prescribed");
}

} // namespace

std::expected<void, Refusal> check_movements(const StockBook& book, const Catalogue& catalogue, const Takes& takes,
                                             const Dispensed& dispensed)
{
    std::set<MovementId> seen;
    std::map<CommodityCode, std::int64_t> units;
    for (const auto id : dispensed.movements) {
        const auto* movement = book.movement(id);
        if (movement == nullptr) {
            return refuse(Why::not_found, "there is no such movement in the book of the cupboard");
        }
        if (movement->kind != MovementKind::dispensed || !seen.insert(id).second) {
            return refuse(Why::invalid_input, "a dose names what was dispensed for it, each movement once");
        }
        if (movement->countered_by) {
            return refuse(Why::conflict, "what was dispensed for this dose was taken back meanwhile");
        }
        units[movement->commodity] -= movement->amount;
    }
    return takes.own                  ? check_units(*takes.own, units)
           : takes.regimen == nullptr ? Check{}
                                      : check_units(catalogue, *takes.regimen, dispensed.dose, units);
}

} // namespace verandah::domain
