// SPDX-License-Identifier: Apache-2.0
// What each dose of the guidelines that come with the program takes out of the cupboard that comes with it.
#include "clinic/hub/clinical/clinical_data.hpp"
#include "clinic/hub/clinical/commodities_file.hpp"
#include "shared/domain/stock/dose_units.hpp"

#include <gtest/gtest.h>

#include <array>
#include <map>

namespace verandah::hub {
namespace {

/// "drug dose frequency days", and what it takes: "units commodity", or "elsewhere".
struct DoseRow {
    std::string_view drug;
    std::string_view takes;
};

// clang-format off
constexpr std::array dose_rows{
    DoseRow{"aciclovir 400 mg three_daily 7",           "21 aciclovir.400mg"},
    DoseRow{"azithromycin 1 g once 1",                  "2 azithromycin.500mg"},
    DoseRow{"benzathine_penicillin 2.4 MIU once 1",     "1 benzathine_pen.2_4miu"},
    DoseRow{"benzathine_penicillin 2.4 MIU weekly 1",   "1 benzathine_pen.2_4miu"},
    DoseRow{"cefixime 400 mg once 1",                   "1 cefixime.400mg"},
    DoseRow{"ceftriaxone 1 g once 1",                   "4 ceftriaxone.250mg"},
    DoseRow{"ceftriaxone 250 mg once 1",                "1 ceftriaxone.250mg"},
    DoseRow{"doxycycline 100 mg twice_daily 7",         "14 doxycycline.100mg"},
    DoseRow{"doxycycline 100 mg twice_daily 14",        "28 doxycycline.100mg"},
    DoseRow{"doxycycline 100 mg twice_daily 15",        "30 doxycycline.100mg"},
    DoseRow{"doxycycline 100 mg twice_daily 21",        "42 doxycycline.100mg"},
    DoseRow{"doxycycline 100 mg twice_daily 28",        "56 doxycycline.100mg"},
    DoseRow{"fluconazole 150 mg once 1",                "elsewhere"},
    DoseRow{"metronidazole 2 g once 1",                 "5 metronidazole.400mg"},
    DoseRow{"metronidazole 400 mg twice_daily 7",       "14 metronidazole.400mg"},
    DoseRow{"metronidazole 400 mg twice_daily 14",      "28 metronidazole.400mg"},
    DoseRow{"secnidazole 2 g once 1",                   "elsewhere"}};
// clang-format on

std::string takes(const domain::DrugGiven& drug, const domain::Catalogue& catalogue)
{
    for (const auto& commodity : catalogue.commodities) {
        if (const auto units = domain::units_for(drug, commodity.doses)) {
            return std::to_string(*units) + " " + commodity.code.text();
        }
    }
    return "elsewhere";
}

TEST(BuiltInDoses, TakeWhatTheirRowSaysAndEveryDoseHasARow)
{
    const auto catalogue = starting_catalogue();
    const auto data = built_in_clinical_data();
    std::map<std::string, std::string> found;
    for (const auto& guideline : data.guidelines) {
        for (const auto& regimen : guideline.regimens) {
            for (const auto& drug : regimen.drugs) {
                found[drug.drug.text() + " " + drug.dose + " " + std::string{word(drug.frequency)} + " " +
                      std::to_string(drug.days)] = takes(drug, catalogue);
            }
        }
    }
    for (const auto& row : dose_rows) {
        const auto each = found.extract(std::string{row.drug});
        ASSERT_TRUE(each) << row.drug << " is in no guideline";
        EXPECT_EQ(each.mapped(), row.takes) << row.drug;
    }
    for (const auto& [drug, takes] : found) {
        ADD_FAILURE() << drug << " has no row; it takes " << takes;
    }
}

TEST(BuiltInDoses, AreOfDrugsThatAGuidelineGives)
{
    const auto data = built_in_clinical_data();
    for (const auto& commodity : starting_catalogue().commodities) {
        for (const auto& dose : commodity.doses) {
            const bool is_given = std::ranges::any_of(data.guidelines, [&](const domain::Guideline& guideline) {
                return std::ranges::any_of(guideline.regimens, [&](const domain::Regimen& regimen) {
                    return std::ranges::any_of(regimen.drugs, [&](const domain::DrugGiven& drug) {
                        return drug.drug == dose.drug && drug.dose == dose.dose;
                    });
                });
            });
            EXPECT_TRUE(is_given) << dose.drug.view() << " " << dose.dose;
        }
    }
}

} // namespace
} // namespace verandah::hub
