// SPDX-License-Identifier: Apache-2.0
// A form's file: read whole, or refused with every fault, where it stands, and what to write instead.
#include "clinic/hub/clinical/form_file.hpp"
#include "tests/centre/clinical/slip.hpp"

#include <gmock/gmock.h>

#include <string>

namespace verandah::hub {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

/// The smallest form with everything in it. Lines are counted by the tests.
constexpr std::string_view small_form = R"(id = "small"
version = 3
title = "A visit"
source = "nobody"
to_confirm = true
[[step]]
title = "Today"
[[step.section]]
title = "Why"
[[step.section.field]]
code = "reason"
label = "Why today"
type = "one"
required = true
choices = [
  { code = "well", label = "Nothing" },
  { code = "ill", label = "Symptoms", facts = ["visit.ill"], codes = { icd10 = "A53.9" } },
]
[[step.section.field]]
code = "heat"
label = "Heat"
type = "amount"
unit = "°C"
least = 30
most = 45
plausible_least = 35.5
plausible_most = 41
shown_when = [{ field = "reason", any_of = ["ill"] }]
[[step.section.field]]
code = "note"
label = "Note"
type = "text"
longest = 300
required_when = [{ field = "heat", at_least = 39.5 }]
[words.hi]
"Why today" = "आज क्यों"
)";

std::string with(std::string_view from, std::string_view to)
{
    return test::with(small_form, from, to);
}

std::vector<std::string> faults_of(std::string_view text)
{
    return test::lines_of(read_form(text), "f");
}

TEST(FormFile, IsReadAsItIsWritten)
{
    const auto form = read_form(small_form);

    ASSERT_TRUE(form) << faults_of(small_form).front();
    EXPECT_EQ(form->about.edition, (domain::Edition{"small", 3}));
    EXPECT_EQ(form->about.standing, domain::ClinicalSource::Standing::to_confirm);
    const auto fields = domain::fields_of(*form);
    ASSERT_EQ(fields.size(), 3U);
    EXPECT_EQ(fields[0]->label, (domain::Words{{"en", "Why today"}, {"hi", "आज क्यों"}}));
    EXPECT_EQ(fields[0]->need, domain::Field::Need::required);
    EXPECT_EQ(std::get<domain::ChoiceField>(fields[0]->kind).choices[1].codings.front().code, "A53.9");
    EXPECT_EQ(std::get<domain::AmountField>(fields[1]->kind).plausible_least, domain::Measured{35'500});
    EXPECT_EQ(fields[1]->shown_when.front().is, domain::Condition::Is::any_of);
    EXPECT_EQ(fields[2]->required_when.front().amount, domain::Measured{39'500});
    EXPECT_EQ(std::get<domain::TextField>(fields[2]->kind).longest, 300U);
}

TEST(FormFile, RefusesAFieldsCodeUsedTwice)
{
    EXPECT_THAT(
        faults_of(with("code = \"note\"", "code = \"heat\"")),
        ElementsAre("f:30:8: the field code \"heat\" is used twice. Choose another one here; the first stands in "
                    "line 20."));
}

TEST(FormFile, RefusesAChoicesCodeUsedTwice)
{
    EXPECT_THAT(faults_of(with("code = \"ill\"", "code = \"well\"")),
                testing::Contains(HasSubstr("the choice \"well\" is used twice")));
}

TEST(FormFile, RefusesAConditionOnAFieldThatIsNotThere)
{
    EXPECT_THAT(
        faults_of(with("field = \"reason\"", "field = \"raeson\"")),
        ElementsAre(StartsWith("f:28:25: there is no field \"raeson\" in this form. Did you mean \"reason\"?")));
}

TEST(FormFile, RefusesAConditionOnAChoiceThatIsNotThere)
{
    EXPECT_THAT(faults_of(with("any_of = [\"ill\"]", "any_of = [\"sick\"]")),
                ElementsAre(HasSubstr("the field \"reason\" has no choice \"sick\"")));
}

TEST(FormFile, RefusesAFieldThatIsShownByItself)
{
    EXPECT_THAT(faults_of(with("field = \"reason\", any_of = [\"ill\"]", "field = \"heat\", answered = true")),
                ElementsAre(HasSubstr("the field \"heat\" does not stand before the one it shows")));
}

TEST(FormFile, RefusesTwoFieldsThatWaitForEachOther)
{
    auto text = with("field = \"reason\", any_of = [\"ill\"]", "field = \"note\", answered = true");
    text.replace(text.find("required_when = [{ field = \"heat\", at_least = 39.5 }]"), 53,
                 "shown_when = [{ field = \"heat\", at_least = 39.5 }]");

    EXPECT_THAT(faults_of(text), ElementsAre(HasSubstr("the field \"note\" does not stand before the one it shows")));
}

TEST(FormFile, RefusesAConditionThatAsksAnAmountOfAChoice)
{
    EXPECT_THAT(faults_of(with("field = \"heat\", at_least", "field = \"reason\", at_least")),
                ElementsAre(HasSubstr("the field \"reason\" is no amount")));
    EXPECT_THAT(faults_of(with("field = \"reason\", any_of = [\"ill\"]", "field = \"reason\", below = 3")),
                ElementsAre(HasSubstr("the field \"reason\" is no amount")));
}

TEST(FormFile, RefusesAConditionThatSaysNothingOrTwoThings)
{
    EXPECT_THAT(faults_of(with(", any_of = [\"ill\"]", "")), ElementsAre(HasSubstr("this one says 0")));
    EXPECT_THAT(faults_of(with("any_of = [\"ill\"]", "any_of = [\"ill\"], answered = true")),
                ElementsAre(HasSubstr("this one says 2")));
}

TEST(FormFile, RefusesLimitsThatContradictEachOther)
{
    EXPECT_THAT(faults_of(with("most = 45", "most = 40")), ElementsAre(HasSubstr("contradict each other")));
    EXPECT_THAT(faults_of(with("least = 30\n", "")), ElementsAre(HasSubstr("has no \"least\"")));
    EXPECT_THAT(faults_of(with("most = 45", "most = nan")), testing::Contains(HasSubstr("\"most\" is out of range")));
    EXPECT_THAT(faults_of(with("most = 45", "most = 1e300")), testing::Contains(HasSubstr("\"most\" is out of range")));
}

TEST(FormFile, RefusesAFieldWithNothingToChooseBetween)
{
    EXPECT_THAT(faults_of(with("  { code = \"well\", label = \"Nothing\" },\n", "")),
                ElementsAre(HasSubstr("has nothing to choose between")));
}

TEST(FormFile, RefusesACodeOfAnotherSystemWhoseCheckDigitIsWrong)
{
    EXPECT_THAT(faults_of(with("icd10 = \"A53.9\"", "loinc = \"20507-1\"")),
                ElementsAre(HasSubstr("\"20507-1\" is no code of loinc")));
}

TEST(FormFile, RefusesATranslationOfWhatItDoesNotSay)
{
    EXPECT_THAT(
        faults_of(with("\"Why today\" = \"आज", "\"Why todya\" = \"आज")),
        ElementsAre("f:36:1: [words.hi] translates \"Why todya\", which this file does not say. Did you mean \"Why "
                    "today\"?"));
}

TEST(FormFile, RefusesUnknownKeysAndWords)
{
    EXPECT_THAT(faults_of(with("longest = 300", "longset = 300")), ElementsAre(HasSubstr("Did you mean \"longest\"?")));
    EXPECT_THAT(faults_of(with("type = \"text\"\nlongest = 300", "type = \"txt\"")),
                testing::Contains(HasSubstr("\"txt\" is not known here. Did you mean \"text\"?")));
}

TEST(FormFile, RefusesAVersionThatIsNoneAndAFormWithoutFields)
{
    EXPECT_THAT(faults_of(with("version = 3", "version = 0")), ElementsAre(HasSubstr("Choose a number from 1 to")));
    EXPECT_THAT(faults_of(with("version = 3\n", "")), ElementsAre(HasSubstr("has no \"version\"")));
    EXPECT_THAT(faults_of("id = \"a\"\nversion = 1\ntitle = \"T\"\nsource = \"s\"\n"),
                ElementsAre(HasSubstr("the form has 0 fields")));
}

TEST(FormFile, ListsAllFaultsInTheOrderOfTheFile)
{
    auto text = with("version = 3", "version = \"three\"");
    text.replace(text.find("code = \"heat\""), 13, "code = \"He at\"");
    text.replace(text.find("longest = 300"), 13, "longest = 0");

    const auto faults = faults_of(text);

    EXPECT_THAT(faults, testing::SizeIs(testing::Ge(3U)));
    EXPECT_THAT(faults.front(), StartsWith("f:2:"));
    EXPECT_THAT(faults.back(), StartsWith("f:3"));
}

TEST(FormFile, RefusesWhatIsNoTextAndNoToml)
{
    EXPECT_THAT(faults_of("\xff\xfe"), ElementsAre(HasSubstr("not UTF-8")));
    EXPECT_THAT(faults_of("id = "), ElementsAre(HasSubstr("not TOML")));
    EXPECT_THAT(faults_of(std::string(200, '.')), ElementsAre(HasSubstr("more than 100 dots")));
    EXPECT_THAT(faults_of(std::string(small_form) + "x = \"\\u202e\"\n"), testing::Not(IsEmpty()));
}

TEST(FormFile, RefusesMoreFieldsThanAnybodyAsks)
{
    std::string text{small_form.substr(0, small_form.find("[words.hi]"))};
    for (int i = 0; i < 500; ++i) {
        if (i % 150 == 0) {
            text += "[[step.section]]\ntitle = \"Why\"\n";
        }
        text += "[[step.section.field]]\ncode = \"f" + std::to_string(i) + "\"\nlabel = \"F\"\ntype = \"text\"\n";
    }
    EXPECT_THAT(faults_of(text), ElementsAre(HasSubstr("the form has 503 fields")));
}

} // namespace
} // namespace verandah::hub
