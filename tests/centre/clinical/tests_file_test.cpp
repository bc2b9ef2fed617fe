// SPDX-License-Identifier: Apache-2.0
// A sheet of tests: read whole, or refused with every fault.
#include "clinic/hub/clinical/tests_file.hpp"
#include "tests/centre/clinical/slip.hpp"

#include <gmock/gmock.h>

#include <string>

namespace verandah::hub {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::string_view small_sheet = R"(id = "tests"
version = 1
source = "nobody"
[[specimen]]
code = "blood"
label = "Blood"
[[test]]
code = "syphilis.rpr"
label = "RPR"
target = "syphilis"
method = "non_treponemal"
specimens = ["blood"]
results = ["negative", "positive"]
titre = true
critical = ["positive"]
codes = { loinc = "20507-0" }
[[test]]
code = "hiv"
label = "HIV"
target = "hiv"
method = "point_of_care"
specimens = ["blood"]
results = ["negative", "positive", "inconclusive"]
strategy = "hiv_three_assays"
[[panel]]
label = "Both"
tests = ["hiv", "syphilis.rpr"]
)";

std::vector<std::string> faults_of_sheet_with(std::string_view from, std::string_view to)
{
    return test::lines_of(read_tests(test::with(small_sheet, from, to)), "t");
}

TEST(TestsFile, IsReadAsItIsWritten)
{
    const auto sheet = read_tests(small_sheet);

    ASSERT_TRUE(sheet);
    ASSERT_EQ(sheet->kinds.size(), 2U);
    EXPECT_EQ(sheet->about.standing, domain::ClinicalSource::Standing::confirmed);
    EXPECT_EQ(sheet->kinds[0].titre, domain::TestKind::Titre::told);
    EXPECT_THAT(sheet->kinds[0].critical, ElementsAre(domain::TestOutcome::positive));
    EXPECT_EQ(sheet->kinds[1].strategy, domain::TestKind::Strategy::hiv_three_assays);
    EXPECT_EQ(sheet->panels.front().tests.size(), 2U);
}

TEST(TestsFile, RefusesASpecimenAndATestThatAreNotThere)
{
    EXPECT_THAT(faults_of_sheet_with("specimens = [\"blood\"]", "specimens = [\"blod\"]"),
                ElementsAre(HasSubstr("there is no specimen \"blod\" in this file. Did you mean \"blood\"?")));
    EXPECT_THAT(faults_of_sheet_with("tests = [\"hiv\"", "tests = [\"hib\""),
                ElementsAre(HasSubstr("there is no test \"hib\" in this file")));
}

TEST(TestsFile, RefusesATestThatNothingComesOutOf)
{
    EXPECT_THAT(faults_of_sheet_with("results = [\"negative\", \"positive\", \"inconclusive\"]", "results = []"),
                ElementsAre(HasSubstr("nothing can come out of the test \"hiv\"")));
}

TEST(TestsFile, RefusesACriticalResultThatCannotCome)
{
    EXPECT_THAT(faults_of_sheet_with("critical = [\"positive\"]", "critical = [\"inconclusive\"]"),
                ElementsAre(HasSubstr("\"inconclusive\" is critical, and is none of the results")));
}

TEST(TestsFile, RefusesATestsCodeUsedTwice)
{
    EXPECT_THAT(faults_of_sheet_with("code = \"hiv\"", "code = \"syphilis.rpr\""),
                Contains(HasSubstr("the test code \"syphilis.rpr\" is used twice")));
}

TEST(TestsFile, RefusesALoincCodeWithAWrongCheckDigit)
{
    EXPECT_THAT(faults_of_sheet_with("20507-0", "20507-9"),
                ElementsAre(HasSubstr("t:16:19: \"20507-9\" is no code of loinc")));
}

TEST(TestsFile, RefusesWordsItDoesNotKnow)
{
    EXPECT_THAT(faults_of_sheet_with("\"point_of_care\"", "\"point_of_car\""),
                ElementsAre(HasSubstr("Did you mean \"point_of_care\"?")));
    EXPECT_THAT(faults_of_sheet_with("\"hiv_three_assays\"", "\"two\""),
                ElementsAre(HasSubstr("\"two\" is not known here")));
    EXPECT_THAT(faults_of_sheet_with("target = \"hiv\"", "target = \"HIV\""),
                ElementsAre(HasSubstr("\"HIV\" cannot be a code")));
}

TEST(TestsFile, RefusesCodesOfATitreThatIsNotTold)
{
    EXPECT_THAT(faults_of_sheet_with("codes =", "titre_codes = { loinc = \"31147-2\" }\ncodes ="), testing::IsEmpty());
    EXPECT_THAT(faults_of_sheet_with("titre = true", "titre_codes = { loinc = \"31147-2\" }"),
                ElementsAre(HasSubstr("t:14:15: the test \"syphilis.rpr\" tells no titre")));
}

TEST(TestsFile, RefusesCodesOfAPositiveThatCannotCome)
{
    const std::string codes = "positive_codes = { icd10 = \"Z21\" }";
    EXPECT_THAT(faults_of_sheet_with("strategy", codes + "\nstrategy"), testing::IsEmpty());
    EXPECT_THAT(faults_of_sheet_with("\"positive\", \"inconclusive\"]", "\"inconclusive\"]\n" + codes),
                Contains(HasSubstr("the test \"hiv\" is never positive")));
}

TEST(TestsFile, RefusesACodeOfAPositiveWithAWrongCheckDigit)
{
    EXPECT_THAT(faults_of_sheet_with("strategy", "positive_codes = { snomed = \"165816004\" }\nstrategy"),
                ElementsAre(HasSubstr("\"165816004\" is no code of snomed")));
}

} // namespace
} // namespace verandah::hub
