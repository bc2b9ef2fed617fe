// SPDX-License-Identifier: Apache-2.0
// What is read as a table of follow-up rules, and everything that can be wrong in one.
#include "clinic/hub/clinical/followup_file.hpp"
#include "tests/centre/clinical/slip.hpp"

#include <gtest/gtest.h>

namespace verandah::hub {
namespace {

using test::Slip;

/// Lines are counted by the tests.
constexpr std::string_view small_table = R"(id = "small"
version = 2
source = "A guideline"

[[service]]
code = "hiv"
label = "HIV"

[[rule]]
code = "hiv.retest"
service = "hiv"
label = "HIV test again"
trigger = ["test.hiv.negative"]
unless = [{ since = ["prep.started"], until = ["prep.stopped"] }]
due = "12 months"
completed_by = ["test.hiv.taken"]
source = "A guideline"

[[rule]]
code = "dose2"
service = "hiv"
label = "Dose 2"
trigger = ["syphilis.dose = 1"]
due = "7 days"
overdue_after_days = 2
expires_after = "1 month"
completed_by = ["syphilis.dose = 2"]
counts_from = "3 days"
source = "From memory"
to_confirm = true

[words.hi]
"Dose 2" = "दूसरी ख़ुराक"
)";

TEST(FollowupFile, IsReadAsItSays)
{
    const auto table = read_followup_rules(small_table);

    ASSERT_TRUE(table) << testing::PrintToString(test::lines_of(table));
    EXPECT_EQ(table->about.edition, (domain::Edition{"small", 2}));
    ASSERT_EQ(table->rules.size(), 2U);
    const auto& retest = table->rules[0];
    EXPECT_EQ(retest.code.view(), "hiv.retest");
    EXPECT_EQ(retest.due, (domain::Period{12, domain::Period::Unit::months}));
    EXPECT_EQ(retest.overdue_after, std::chrono::days{28});
    EXPECT_EQ(retest.unless.front().until.front().code.view(), "prep.stopped");
    EXPECT_EQ(retest.standing, domain::ClinicalSource::Standing::confirmed);
    const auto& dose = table->rules[1];
    EXPECT_EQ(dose.triggers.front().value, 1);
    EXPECT_EQ(dose.overdue_after, std::chrono::days{2});
    EXPECT_EQ(dose.expires, (domain::Period{1, domain::Period::Unit::months}));
    EXPECT_EQ(dose.counts_from, (domain::Period{3, domain::Period::Unit::days}));
    EXPECT_EQ(dose.label.at("hi"), "दूसरी ख़ुराक");
    EXPECT_EQ(dose.standing, domain::ClinicalSource::Standing::to_confirm);
}

class FollowupFileRefuses : public testing::TestWithParam<Slip> {};

TEST_P(FollowupFileRefuses, AndSaysWhereAndWhatInstead)
{
    const auto& slip = GetParam();

    EXPECT_THAT(test::lines_of(read_followup_rules(test::with(small_table, slip.from, slip.to))),
                testing::ElementsAre(slip.line));
}

// clang-format off
const std::vector<Slip> slips{
    {"WhatIsNoToml", "version = 2", "version = = 2",
     R"(file.toml:2:11: Error while parsing value: could not determine value type. This line is not TOML; compare it with its neighbours or with https://toml.io.)"},
    {"NoVersion", "version = 2\n", "",
     R"(file.toml:1:1: the file has no "version". Add version = 1.)"},
    {"AnUnknownKey", "due = \"12 months\"", "due = \"12 months\"\noverdue_days = 3",
     R"(file.toml:16:1: the rule "hiv.retest" has the unknown key "overdue_days". Did you mean "overdue_after_days"?)"},
    {"ARuleTwice", "code = \"dose2\"", "code = \"hiv.retest\"",
     R"(file.toml:20:8: the rule code "hiv.retest" is used twice. Choose another one here; the first stands in line 10.)"},
    {"AnUnknownService", "service = \"hiv\"\nlabel = \"HIV", "service = \"hvi\"\nlabel = \"HIV",
     R"(file.toml:11:11: there is no service "hvi" in this file. Add a [[service]] with this code.)"},
    {"ACodeInCapitals", "\"hiv.retest\"", "\"HIV.retest\"",
     R"(file.toml:10:8: "HIV.retest" cannot be a code. A code is 1 to 48 of a-z, 0-9, -, _ and single dots between, such as "syphilis.rapid".)"},
    {"NoTrigger", "trigger = [\"test.hiv.negative\"]\n", "",
     R"(file.toml:9:1: the rule "hiv.retest" has no "trigger". Write trigger = ["test.hiv.negative"].)"},
    {"AnEmptyTrigger", "[\"test.hiv.negative\"]", "[]",
     R"(file.toml:13:11: the rule "hiv.retest" has no "trigger". Write trigger = ["test.hiv.negative"].)"},
    {"NothingThatCompletesIt", "completed_by = [\"test.hiv.taken\"]\n", "",
     R"(file.toml:9:1: the rule "hiv.retest" has no "completed_by". Write completed_by = ["test.hiv.taken"].)"},
    {"ASpanInWeeks", "\"12 months\"", "\"2 weeks\"",
     R"(file.toml:15:7: "2 weeks" is no span of days or months. Write whole days or calendar months up to 3650 days or 120 months, such as due = "12 months".)"},
    {"ANegativeSpan", "\"12 months\"", "\"-1 months\"",
     R"(file.toml:15:7: "-1 months" is no span of days or months. Write whole days or calendar months up to 3650 days or 120 months, such as due = "12 months".)"},
    {"ASpanWithoutEnd", "\"12 months\"", "\"99999999999 days\"",
     R"(file.toml:15:7: "99999999999 days" is no span of days or months. Write whole days or calendar months up to 3650 days or 120 months, such as due = "12 months".)"},
    {"ASpanThatIsANumber", "\"12 months\"", "12",
     R"(file.toml:15:7: "due" is a whole number. Write due = "12 months".)"},
    {"AValueThatIsNoNumber", "\"syphilis.dose = 1\"", "\"syphilis.dose = one\"",
     R"(file.toml:23:12: "syphilis.dose = one" is no fact with a value. Write the code and a whole number, such as "syphilis.dose = 1".)"},
    {"AFactThatIsNoCode", "\"syphilis.dose = 1\"", "\"syphilis..dose\"",
     R"(file.toml:23:12: "syphilis..dose" cannot be a code. A code is 1 to 48 of a-z, 0-9, -, _ and single dots between, such as "syphilis.rapid".)"},
    {"OverdueAtOnce", "overdue_after_days = 2", "overdue_after_days = 0",
     R"(file.toml:25:22: "overdue_after_days" is 0, which is out of range. Choose a number from 1 to 366.)"},
    {"AConditionThatIsNoTable", "[{ since = [\"prep.started\"], until = [\"prep.stopped\"] }]", "[\"prep.started\"]",
     R"(file.toml:14:10: "unless" is a list, and should be a list of sections. Begin each one with [[unless]], in double brackets.)"},
    {"AConditionWithoutBeginning", "since = [\"prep.started\"], ", "",
     R"(file.toml:14:11: "unless" of the rule "hiv.retest" has no "since". Write since = ["prep.started"].)"},
    {"WhatCouldNeverBeDone", "counts_from = \"3 days\"", "counts_from = \"3 months\"",
     R"(file.toml:28:15: the rule "dose2" counts only what is done after it is due or expired. Make "counts_from" earlier than "due", or take it out.)"},
    {"NoSource", "source = \"From memory\"\n", "",
     R"(file.toml:19:1: the rule "dose2" has no "source". Add source = "Ministry of Health, guideline of 2024".)"},
    {"ATranslationOfNothing", "\"Dose 2\" = ", "\"Dose 3\" = ",
     R"(file.toml:33:1: [words.hi] translates "Dose 3", which this file does not say. Did you mean "Dose 2"?)"},
    {"AnOverrideOfTheWritingDirection", "label = \"HIV test again\"", "label = \"HIV\\u202Etest\"",
     R"(file.toml:12:9: "label" holds an invisible control character. Write it again as one plain line.)"},
};
// clang-format on
INSTANTIATE_TEST_SUITE_P(Slips, FollowupFileRefuses, testing::ValuesIn(slips), test::name_of);

TEST(FollowupFile, ListsAllThatIsWrongAtOnce)
{
    const auto wrong = test::with(test::with(small_table, "\"12 months\"", "\"soon\""), "\"dose2\"", "\"Dose2\"");

    EXPECT_EQ(test::lines_of(read_followup_rules(wrong)).size(), 2U);
}

TEST(FollowupFile, IsRefusedEmptyAndAsNoise)
{
    for (const std::string_view text : {"", "\xff\xfe", "[[rule]]\n[[rule]]", "rule = 1"}) {
        EXPECT_FALSE(read_followup_rules(text)) << text;
    }
}

} // namespace
} // namespace verandah::hub
