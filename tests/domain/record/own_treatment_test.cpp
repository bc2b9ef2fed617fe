// SPDX-License-Identifier: Apache-2.0
// A medicine that no row of the guideline says: written down whole, with a reason, and held against the catalogue.
#include "care_case.hpp"
#include "shared/domain/record/own_treatment.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

namespace verandah::domain {
namespace {

using test::CareCase;
using test::code;
using testing::ElementsAre;
using testing::IsEmpty;
using Why = Refusal::Why;

Commodity commodity(std::string_view name, CommodityKind kind)
{
    return {.code = code<CommodityCode>(name), .kind = kind, .label = {}, .unit = {}, .low = 1, .source = "hand-made"};
}

/// Tablets with a dose, a vaccine without one, and something that is no medicine.
Catalogue small_catalogue()
{
    auto tablets = commodity("aciclovir.400mg", CommodityKind::medicine);
    tablets.doses = {{code<DrugCode>("aciclovir"), "400 mg", 1}};
    return {
        {{"cupboard", 1}, "hand-made"},
        {tablets, commodity("vaccine.hbv", CommodityKind::medicine), commodity("lubricant", CommodityKind::lubricant)}};
}

/// Three times a day for five days, out of the cupboard.
OwnTreatment tablets()
{
    return {.commodity = code<CommodityCode>("aciclovir.400mg"),
            .units = 15,
            .dose = OwnDose{code<DrugCode>("aciclovir"), "400 mg", Frequency::three_daily, 5}};
}

Prescribed prescribed(OwnTreatment own)
{
    return {.prescription = PrescriptionId{1},
            .guideline = {"guide", 1},
            .regimen = code<RegimenCode>(own_regimen_word),
            .for_what = code<FactCode>("syndrome.genital_warts"),
            .doses = 1,
            .against = "What helped her before",
            .own = std::move(own)};
}

class OwnTreatmentTest : public testing::Test {
protected:
    OwnTreatmentTest() { care_.agreed(); }

    [[nodiscard]] std::expected<FileEntry, Refusal> decide(const FileEvent& event) const
    {
        auto rules = care_.rules();
        rules.cupboard = &catalogue_;
        constexpr CentreDay day{std::chrono::year{2026} / 3 / 3};
        return decide_entry(care_.file(), event, code<AccountCode>("clinic-1"),
                            {Instant{std::chrono::sys_days{day}}, day}, rules);
    }
    [[nodiscard]] std::optional<Why> refusal_with(const std::function<void(Prescribed&)>& change) const
    {
        auto event = prescribed(tablets());
        change(event);
        const auto entry = decide(event);
        return entry ? std::nullopt : std::optional{entry.error().why};
    }

    CareCase care_;
    Catalogue catalogue_{small_catalogue()};
};

TEST_F(OwnTreatmentTest, IsWrittenWithItsReasonAndKeptAsOutsideTheTable)
{
    const auto entry = decide(prescribed(tablets()));

    ASSERT_TRUE(entry);
    ASSERT_EQ(entry->facts.size(), 1U);
    EXPECT_EQ(entry->facts.front().code.view(), "against.no_guidance");
    EXPECT_EQ(refusal_with([](Prescribed& event) { event.against.clear(); }), Why::invalid_input);
}

TEST_F(OwnTreatmentTest, TakesADoseOfTheCatalogueOnly)
{
    EXPECT_EQ(refusal_with([](Prescribed& event) { event.own->dose->dose = "800 mg"; }), Why::invalid_input);
    EXPECT_EQ(refusal_with([](Prescribed& event) { event.own->dose->drug = code<DrugCode>("aspirin"); }),
              Why::invalid_input);
    EXPECT_EQ(refusal_with([](Prescribed& event) { event.own->units = 14; }), Why::invalid_input);
}

TEST_F(OwnTreatmentTest, LastsADayOrMoreAndIsHandedOverAtOnce)
{
    EXPECT_EQ(refusal_with([](Prescribed& event) { event.own->dose->days = 0; }), Why::invalid_input);
    EXPECT_EQ(refusal_with([](Prescribed& event) { event.own->dose->days = 366; }), Why::invalid_input);
    EXPECT_EQ(refusal_with([](Prescribed& event) {
                  event.own->dose->frequency = Frequency::weekly;
                  event.own->units = 1;
              }),
              Why::invalid_input);
    EXPECT_EQ(refusal_with([](Prescribed& event) {
                  event.own->dose->frequency = Frequency::once;
                  event.own->units = 1;
              }),
              Why::invalid_input); // five days of it
    EXPECT_EQ(refusal_with([](Prescribed& event) { event.doses = 2; }), Why::invalid_input);
}

TEST_F(OwnTreatmentTest, IsAMedicineThatTheCupboardKeeps)
{
    EXPECT_EQ(refusal_with([](Prescribed& event) { event.own->commodity = code<CommodityCode>("podophyllotoxin"); }),
              Why::not_found);
    EXPECT_EQ(refusal_with([](Prescribed& event) {
                  event.own = OwnTreatment{code<CommodityCode>("lubricant"), 1, std::nullopt, "On the skin"};
              }),
              Why::invalid_input);
}

TEST_F(OwnTreatmentTest, MayBeToldInAnyScriptWhereTheCatalogueHasNoDose)
{
    EXPECT_TRUE(decide(prescribed({code<CommodityCode>("vaccine.hbv"), 1, std::nullopt, "अभी एक"})));
    EXPECT_EQ(refusal_with([](Prescribed& event) {
                  event.own = OwnTreatment{code<CommodityCode>("vaccine.hbv"), 0, std::nullopt, "अभी एक"};
              }),
              Why::invalid_input);
    EXPECT_EQ(refusal_with([](Prescribed& event) {
                  event.own = OwnTreatment{code<CommodityCode>("vaccine.hbv"), 1, std::nullopt, ""};
              }),
              Why::invalid_input);
}

TEST_F(OwnTreatmentTest, FromElsewhereIsToldInWordsAndTakesNothing)
{
    EXPECT_TRUE(decide(prescribed({.words = "Podophyllotoxin, twice a day, three days"})));
    EXPECT_EQ(refusal_with([](Prescribed& event) { event.own = OwnTreatment{}; }), Why::invalid_input);
    EXPECT_EQ(refusal_with([](Prescribed& event) { event.own = OwnTreatment{.units = 3, .words = "Three"}; }),
              Why::invalid_input);
    EXPECT_EQ(refusal_with([](Prescribed& event) {
                  event.own = OwnTreatment{.words = std::string(OwnTreatment::longest_words + 1, 'x')};
              }),
              Why::invalid_input);
}

TEST_F(OwnTreatmentTest, IsNotWrittenUnderTheIdOfARow)
{
    EXPECT_EQ(refusal_with([](Prescribed& event) { event.regimen = code<RegimenCode>("penicillin"); }),
              Why::invalid_input);
    EXPECT_EQ(refusal_with([](Prescribed& event) { event.own.reset(); }), Why::not_found); // no row is called so
    EXPECT_EQ(refusal_with([](Prescribed& event) { event.guideline.version = 9; }), Why::not_found);
}

TEST_F(OwnTreatmentTest, AmountsToSomethingOfItsOwnOnceItIsGiven)
{
    auto file = care_.file();
    domain::apply(file, decide(prescribed(tablets())).value());
    constexpr CentreDay day{std::chrono::year{2026} / 3 / 3};

    const auto dose = decide_entry(file, Dispensed{PrescriptionId{1}, 1, {}}, code<AccountCode>("clinic-1"),
                                   {Instant{std::chrono::sys_days{day}}, day}, care_.rules());

    ASSERT_TRUE(dose);
    ASSERT_EQ(dose->facts.size(), 1U);
    EXPECT_EQ(dose->facts.front().code.view(), own_treatment_fact);
}

TEST_F(OwnTreatmentTest, NeedsAReasonForARowThatWasWrittenForAnotherCause)
{
    Prescribed row{PrescriptionId{1},
                   {"guide", 1},
                   code<RegimenCode>("penicillin"),
                   code<FactCode>("syndrome.genital_warts"),
                   3,
                   ""};

    EXPECT_EQ(decide(row).error().why, Why::invalid_input);
    row.against = "Nothing else is here";
    const auto entry = decide(row);
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->facts.front().code.view(), "against.another_cause");
}

const FactCode penicillin_allergy = code<FactCode>("allergy.penicillin");
const FactCode macrolide_allergy = code<FactCode>("allergy.macrolide");
const FactCode pregnant = code<FactCode>("pregnancy.yes");

/// Two rows give the first drug, one of them beside the second.
Guideline two_rows()
{
    const DrugGiven first{.drug = code<DrugCode>("first"), .name = {}, .dose = "1 g"};
    const DrugGiven second{.drug = code<DrugCode>("second"), .name = {}, .dose = "1 g"};
    Regimen alone{code<RegimenCode>("alone"), code<FactCode>("syndrome.a"), 1, {first}};
    alone.not_with = {penicillin_allergy};
    alone.careful_with = {pregnant};
    Regimen both{code<RegimenCode>("both"), code<FactCode>("syndrome.b"), 1, {first, second}};
    both.not_with = {macrolide_allergy, penicillin_allergy};
    both.careful_with = {pregnant};
    return {{{"two", 1}, "hand-made"}, {}, {}, {}, {alone, both}};
}

OwnTreatment own_of(std::string_view drug)
{
    return {code<CommodityCode>("any"), 1, OwnDose{code<DrugCode>(drug), "1 g", Frequency::once, 1}, ""};
}

TEST(ByTheTable, MindsForADrugWhatEveryRowThatGivesItMinds)
{
    const Circumstances all{penicillin_allergy, macrolide_allergy, pregnant};

    const auto said = by_the_table(two_rows(), all, own_of("first"));

    EXPECT_EQ(said.against, Against::no_guidance);
    EXPECT_THAT(said.left_out_for, ElementsAre(penicillin_allergy)); // the other one is about the drug beside it
    EXPECT_THAT(said.careful_with, ElementsAre(pregnant));
}

TEST(ByTheTable, MindsNothingThatIsNotThereNorOfADrugThatNoRowGives)
{
    EXPECT_THAT(by_the_table(two_rows(), {macrolide_allergy}, own_of("first")).left_out_for, IsEmpty());
    EXPECT_THAT(by_the_table(two_rows(), {penicillin_allergy}, own_of("third")).left_out_for, IsEmpty());
    EXPECT_THAT(by_the_table(two_rows(), {penicillin_allergy}, OwnTreatment{.words = "first"}).left_out_for, IsEmpty());
}

} // namespace
} // namespace verandah::domain
