// SPDX-License-Identifier: Apache-2.0
// The words she is asked with: what is read, and everything that can be wrong.
#include "clinic/hub/clinical/clinical_data.hpp"
#include "clinic/hub/clinical/consent_file.hpp"
#include "tests/centre/clinical/slip.hpp"

#include <gtest/gtest.h>

namespace verandah::hub {
namespace {

using test::Slip;
using testing::ElementsAre;
using testing::Key;
using testing::UnorderedElementsAre;

constexpr std::string_view small_consent = R"(id = "consent"
version = 3
source = "The house"
ask = "May we keep notes?"

[words.hi]
"May we keep notes?" = "क्या हम लिखकर रखें?"
)";

TEST(ConsentFile, IsReadWithItsVersionAndItsLanguages)
{
    const auto consent = read_consent_text(small_consent);

    ASSERT_TRUE(consent);
    EXPECT_EQ(consent->about.edition, (domain::Edition{"consent", 3}));
    EXPECT_THAT(consent->ask, UnorderedElementsAre(Key("en"), Key("hi")));
    EXPECT_EQ(consent->ask.at("hi"), "क्या हम लिखकर रखें?");
}

TEST(ConsentFile, ThatIsBuiltInIsThereInEveryLanguageAndWaitsForTheClinician)
{
    const auto consent = built_in_clinical_data().consent_text();

    EXPECT_THAT(consent.ask, UnorderedElementsAre(Key("en"), Key("hi"), Key("ar")));
    EXPECT_EQ(consent.about.standing, domain::ClinicalSource::Standing::to_confirm);
}

class ConsentFileRefuses : public testing::TestWithParam<Slip> {};

TEST_P(ConsentFileRefuses, WhatIsWrongInOneLine)
{
    const auto& slip = GetParam();

    EXPECT_THAT(test::lines_of(read_consent_text(test::with(small_consent, slip.from, slip.to))),
                ElementsAre(slip.line));
}

// clang-format off
const std::vector<Slip> slips_of_consent{
    {"NoWords", "ask = \"May we keep notes?\"\n\n[words.hi]\n\"May we keep notes?\" = \"क्या हम लिखकर रखें?\"\n", "",
     R"(file.toml:1:1: the file has no "ask". Add ask = "We can keep notes about your health.".)"},
    {"AnotherName", "id = \"consent\"", "id = \"agreement\"",
     R"(file.toml:1:6: these words are called "agreement". Call them "consent": a version is told from another by its number.)"},
    {"ATranslationOfOtherWords", "ask = \"May we keep notes?\"", "ask = \"May we keep them?\"",
     R"(file.toml:7:1: [words.hi] translates "May we keep notes?", which this file does not say. Did you mean "May we keep them?"?)"},
    {"AnAnswer", "version = 3", "version = 3\nusual_answer = \"yes\"",
     R"(file.toml:3:1: the file has the unknown key "usual_answer". It may have: words, id, version, source, to_confirm, ask.)"},
};
// clang-format on
INSTANTIATE_TEST_SUITE_P(Slips, ConsentFileRefuses, testing::ValuesIn(slips_of_consent), test::name_of);

TEST(ConsentFile, MayNotBeLongerThanCanBeSpoken)
{
    const std::string longest(domain::ConsentText::longest, 'a');
    const auto asked_with = [](const std::string& ask) {
        return read_consent_text("id = \"consent\"\nversion = 1\nsource = \"The house\"\nask = \"" + ask + "\"\n");
    };

    EXPECT_TRUE(asked_with(longest));
    EXPECT_FALSE(asked_with(longest + "a"));
}

} // namespace
} // namespace verandah::hub
