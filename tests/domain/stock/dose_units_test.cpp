// SPDX-License-Identifier: Apache-2.0
// What leaves the cupboard with a dose.
#include "shared/domain/stock/dose_units.hpp"

#include <gmock/gmock.h>

#include <array>

namespace verandah::domain {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

DrugGiven drug(std::string_view code, std::string_view dose, Frequency frequency, int days = 1, int doses = 1)
{
    return {.drug = DrugCode::make(code).value(),
            .name = {},
            .dose = std::string{dose},
            .frequency = frequency,
            .days = days,
            .doses = doses};
}

const std::vector<DoseUnits> in_tablets{{DrugCode::make("azithromycin").value(), "1 g", 2},
                                        {DrugCode::make("azithromycin").value(), "500 mg", 1}};

TEST(DoseUnits, AreHandedOverForAllDaysOfADrug)
{
    struct Row {
        Frequency frequency;
        int days;
        std::int64_t units;
    };
    for (const auto& row :
         std::array{Row{Frequency::once, 1, 2}, Row{Frequency::daily, 7, 14}, Row{Frequency::twice_daily, 14, 56},
                    Row{Frequency::three_daily, 7, 42}, Row{Frequency::four_daily, 3, 24}}) {
        EXPECT_EQ(units_for(drug("azithromycin", "1 g", row.frequency, row.days), in_tablets), row.units)
            << word(row.frequency);
    }
}

TEST(DoseUnits, OfAWeeklyDrugAreThoseOfOneDose)
{
    EXPECT_EQ(units_for(drug("azithromycin", "1 g", Frequency::weekly, 1, 3), in_tablets), 2);
}

TEST(DoseUnits, AreNotGuessedForADoseThatNobodyWrote)
{
    EXPECT_EQ(units_for(drug("azithromycin", "2 g", Frequency::once), in_tablets), std::nullopt);
    EXPECT_EQ(units_for(drug("doxycycline", "1 g", Frequency::once), in_tablets), std::nullopt);
    EXPECT_EQ(units_for(drug("azithromycin", "1 g", Frequency::once), {}), std::nullopt);
}

TEST(DrugsOfADose, AreAllWithTheFirstAndOnlyTheWeeklyOnesLater)
{
    const Regimen regimen{.id = RegimenCode::make("r").value(),
                          .for_what = FactCode::make("f").value(),
                          .drugs = {drug("a", "1 g", Frequency::once), drug("b", "2.4 MIU", Frequency::weekly, 1, 3),
                                    drug("c", "1 g", Frequency::daily, 7), drug("d", "1 g", Frequency::weekly, 1, 2)}};
    const auto* all = regimen.drugs.data();
    EXPECT_THAT(drugs_of_dose(regimen, 1), ElementsAre(&all[0], &all[1], &all[2], &all[3]));
    EXPECT_THAT(drugs_of_dose(regimen, 2), ElementsAre(&all[1], &all[3]));
    EXPECT_THAT(drugs_of_dose(regimen, 3), ElementsAre(&all[1]));
    EXPECT_THAT(drugs_of_dose(regimen, 4), IsEmpty());
}

} // namespace
} // namespace verandah::domain
