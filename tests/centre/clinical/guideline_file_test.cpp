// SPDX-License-Identifier: Apache-2.0
// A guideline's file: read whole, or refused with every fault.
#include "clinic/hub/clinical/guideline_file.hpp"
#include "tests/centre/clinical/slip.hpp"

#include <gmock/gmock.h>

#include <string>

namespace verandah::hub {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::string_view small_guideline = R"(id = "small"
version = 1
title = "A guideline"
source = "nobody"
[[cause]]
fact = "syndrome.ulcer"
label = "Ulcer"
codes = { icd11 = "ME60.2" }
[[circumstance]]
fact = "allergy.penicillin"
label = "Penicillin allergy"
[[regimen]]
id = "ulcer.1"
for = "syndrome.ulcer"
drugs = [
  { drug = "penicillin", name = "Penicillin", dose = "2.4 MIU", route = "im", frequency = "weekly", doses = 3 },
]
not_with = ["allergy.penicillin"]
note = "Into two places."
facts = ["treated.ulcer"]
[words.ar]
"Ulcer" = "قرحة"
)";

std::vector<std::string> faults_of_guideline_with(std::string_view from, std::string_view to)
{
    return test::lines_of(read_guideline(test::with(small_guideline, from, to)), "g");
}

TEST(GuidelineFile, IsReadAsItIsWritten)
{
    const auto guideline = read_guideline(small_guideline);

    ASSERT_TRUE(guideline);
    EXPECT_EQ(guideline->causes.front().label.at("ar"), "قرحة");
    const auto& regimen = guideline->regimens.front();
    EXPECT_EQ(regimen.line, 1);
    EXPECT_EQ(regimen.drugs.front().doses, 3);
    EXPECT_EQ(regimen.drugs.front().route, domain::Route::intramuscular);
    EXPECT_EQ(regimen.note.at("en"), "Into two places.");
}

TEST(GuidelineFile, RefusesFactsThatItDoesNotName)
{
    EXPECT_THAT(
        faults_of_guideline_with("for = \"syndrome.ulcer\"", "for = \"syndrome.ulcers\""),
        Contains(HasSubstr("there is no cause \"syndrome.ulcers\" in this file. Did you mean \"syndrome.ulcer\"?")));
    EXPECT_THAT(faults_of_guideline_with("not_with = [\"allergy.penicillin\"]", "not_with = [\"allergy.penicilin\"]"),
                ElementsAre(HasSubstr("g:18:13: \"allergy.penicilin\" is named nowhere in this file")));
}

TEST(GuidelineFile, RefusesACauseThatNothingIsGivenFor)
{
    EXPECT_THAT(faults_of_guideline_with("[[circumstance]]",
                                         "[[cause]]\nfact = \"syndrome.pain\"\nlabel = \"Pain\"\n[[circumstance]]"),
                ElementsAre(HasSubstr("nothing is given for the cause \"syndrome.pain\"")));
}

TEST(GuidelineFile, RefusesARegimenThatGivesNothing)
{
    EXPECT_THAT(faults_of_guideline_with(
                    "  { drug = \"penicillin\", name = \"Penicillin\", dose = \"2.4 MIU\", route = \"im\", frequency = "
                    "\"weekly\", doses = 3 },\n",
                    ""),
                ElementsAre(HasSubstr("the regimen \"ulcer.1\" gives nothing")));
}

TEST(GuidelineFile, RefusesARegimenOnlyForThoseItIsNotFor)
{
    EXPECT_THAT(faults_of_guideline_with("note =", "only_with = [\"allergy.penicillin\"]\nnote ="),
                ElementsAre(HasSubstr("is given only with \"allergy.penicillin\", and not with it")));
}

TEST(GuidelineFile, RefusesADrugThatDoesNotSayHowLong)
{
    EXPECT_THAT(faults_of_guideline_with(", doses = 3", ""), ElementsAre(HasSubstr("Add doses = 3.")));
    EXPECT_THAT(faults_of_guideline_with("\"weekly\", doses = 3", "\"daily\""),
                ElementsAre(HasSubstr("Add days = 7.")));
    EXPECT_THAT(faults_of_guideline_with("\"weekly\", doses = 3", "\"once\", days = 7"),
                ElementsAre(HasSubstr("\"days\" with all others but once")));
}

TEST(GuidelineFile, RefusesTheTimeBetweenTwoDosesOfWhatIsGivenOnce)
{
    EXPECT_THAT(faults_of_guideline_with("note =", "longest_gap_days = 14\nnote ="), testing::IsEmpty());
    EXPECT_THAT(faults_of_guideline_with("frequency = \"weekly\", doses = 3 },\n]",
                                         "frequency = \"once\" },\n]\nlongest_gap_days = 14"),
                testing::Contains(HasSubstr("has no time between two doses")));
    EXPECT_THAT(faults_of_guideline_with("note =", "longest_gap_days = 400\nnote ="), testing::SizeIs(1));
    EXPECT_THAT(faults_of_guideline_with("note =", "longest_gap_days = -1\nnote ="), testing::SizeIs(1));
}

TEST(GuidelineFile, RefusesARegimensIdUsedTwice)
{
    EXPECT_THAT(
        faults_of_guideline_with("[words.ar]",
                                 "[[regimen]]\nid = \"ulcer.1\"\nfor = \"syndrome.ulcer\"\ndrugs = [{ drug = \"a\", "
                                 "name = \"A\", dose = \"1 g\", route = \"oral\", frequency = \"once\" }]\n[words.ar]"),
        ElementsAre(HasSubstr("the regimen id \"ulcer.1\" is used twice")));
}

TEST(GuidelineFile, RefusesARouteItDoesNotKnow)
{
    EXPECT_THAT(faults_of_guideline_with("route = \"im\"", "route = \"nasal\""),
                ElementsAre(HasSubstr("\"nasal\" is not known here")));
}

TEST(GuidelineFile, RefusesTheIdOfWhatStandsInNoTable)
{
    EXPECT_THAT(faults_of_guideline_with("id = \"ulcer.1\"", "id = \"own\""),
                ElementsAre(HasSubstr("\"own\" is what a medicine outside the table is called by")));
}

TEST(GuidelineFile, SaysHowTheDosesOfACourseFollowEachOther)
{
    const auto text = test::with(small_guideline, "facts = [\"treated.ulcer\"]",
                                 "facts = [\"treated.ulcer\", \"ulcer.shot\"]\ndays_apart = 14\ncounts = "
                                 "\"ulcer.shot\"");

    const auto guideline = read_guideline(text);

    ASSERT_TRUE(guideline);
    EXPECT_EQ(guideline->regimens.front().days_apart, 14);
    EXPECT_EQ(guideline->regimens.front().counts, domain::FactCode::make("ulcer.shot").value());
}

TEST(GuidelineFile, GoesWeekByWeekAndCountsDosesWhereAFileFromBeforeDoesNotSay)
{
    const auto guideline = read_guideline(
        test::with(small_guideline, "facts = [\"treated.ulcer\"]", "facts = [\"treated.ulcer\", \"ulcer.dose\"]"));

    ASSERT_TRUE(guideline);
    EXPECT_EQ(guideline->regimens.front().days_apart, 7);
    EXPECT_EQ(guideline->regimens.front().counts, domain::FactCode::make("ulcer.dose").value());
}

TEST(GuidelineFile, HasNoDaysApartInARegimenThatIsGivenOnce)
{
    const auto guideline =
        read_guideline(test::with(small_guideline, "frequency = \"weekly\", doses = 3", "frequency = \"once\""));

    ASSERT_TRUE(guideline);
    EXPECT_EQ(guideline->regimens.front().days_apart, 0);
    EXPECT_FALSE(guideline->regimens.front().counts);
}

TEST(GuidelineFile, RefusesACourseThatCountsNoneOfItsFacts)
{
    EXPECT_THAT(faults_of_guideline_with("note =", "counts = \"ulcer.dose\"\nnote ="),
                ElementsAre(HasSubstr("g:19:10: \"ulcer.dose\" is none of the facts of the regimen \"ulcer.1\"")));
}

TEST(GuidelineFile, RefusesDosesOfWhatIsGivenOnce)
{
    for (const std::string line : {"days_apart = 7", "counts = \"treated.ulcer\""}) {
        EXPECT_THAT(
            faults_of_guideline_with("frequency = \"weekly\", doses = 3 },\n]", "frequency = \"once\" },\n]\n" + line),
            testing::Contains(HasSubstr("has no time between two doses")));
    }
}

TEST(GuidelineFile, RefusesADoseThatIsDueAfterItsCourseBeganAnew)
{
    EXPECT_THAT(faults_of_guideline_with("note =", "longest_gap_days = 14\ndays_apart = 14\nnote ="),
                testing::IsEmpty());
    EXPECT_THAT(faults_of_guideline_with("note =", "longest_gap_days = 6\nnote ="),
                ElementsAre(HasSubstr("is due after its course began anew")));
    EXPECT_THAT(faults_of_guideline_with("note =", "days_apart = 0\nnote ="), testing::SizeIs(1));
}

} // namespace
} // namespace verandah::hub
