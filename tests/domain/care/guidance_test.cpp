// SPDX-License-Identifier: Apache-2.0
// What is suggested, what is left out and why, and what goes against it.
#include "shared/domain/care/guidance.hpp"
#include "tests/domain/care/forms.hpp"

#include <gmock/gmock.h>

#include <set>
#include <string_view>

namespace verandah::domain {
namespace {

using test::fact_code;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

RegimenCode regimen_code(std::string_view text)
{
    return RegimenCode::make(text).value();
}

Regimen regimen(std::string_view id, std::string_view cause, int line)
{
    return {.id = regimen_code(id), .for_what = fact_code(cause), .line = line, .drugs = {}};
}

/// Two lines for an ulcer, the second written first; and one for pain.
Guideline guideline()
{
    auto second = regimen("ulcer.2", "syndrome.ulcer", 2);
    second.not_with = {fact_code("pregnancy.yes")};
    second.careful_with = {fact_code("pregnancy.unknown")};
    auto first = regimen("ulcer.1", "syndrome.ulcer", 1);
    first.not_with = {fact_code("allergy.penicillin")};
    auto blisters = regimen("ulcer.herpes", "syndrome.ulcer", 1);
    blisters.only_with = {fact_code("sign.vesicles")};
    return {.about = {},
            .title = {},
            .causes = {{fact_code("syndrome.pain"), {}}, {fact_code("syndrome.ulcer"), {}}},
            .circumstances = {},
            .regimens = {second, first, blisters, regimen("pain.1", "syndrome.pain", 1)}};
}

Circumstances with(std::initializer_list<std::string_view> facts)
{
    Circumstances circumstances;
    for (const auto fact : facts) {
        circumstances.insert(fact_code(fact));
    }
    return circumstances;
}

std::vector<std::string> offered(const Suggestion& suggestion)
{
    std::vector<std::string> ids;
    for (const auto& offer : suggestion.offers) {
        ids.push_back(offer.regimen->id.text());
    }
    return ids;
}

TEST(Guidance, SuggestsNothingForNothing)
{
    EXPECT_THAT(suggest(guideline(), {}), IsEmpty());
    EXPECT_THAT(suggest(guideline(), with({"allergy.penicillin"})), IsEmpty());
}

TEST(Guidance, OffersTheLinesInTheirOrderHoweverTheyAreWritten)
{
    const auto table = guideline();
    const auto suggestions = suggest(table, with({"syndrome.ulcer"}));

    ASSERT_THAT(suggestions, SizeIs(1));
    EXPECT_THAT(offered(suggestions[0]), ElementsAre("ulcer.1", "ulcer.2"));
    EXPECT_THAT(suggestions[0].left_out, IsEmpty());
}

TEST(Guidance, LeavesOutTheFirstLineForAnAllergyAndSaysWhy)
{
    const auto table = guideline();
    const auto suggestions = suggest(table, with({"syndrome.ulcer", "allergy.penicillin"}));

    ASSERT_THAT(suggestions, SizeIs(1));
    EXPECT_THAT(offered(suggestions[0]), ElementsAre("ulcer.2"));
    ASSERT_THAT(suggestions[0].left_out, SizeIs(1));
    EXPECT_EQ(suggestions[0].left_out[0].regimen->id, regimen_code("ulcer.1"));
    EXPECT_THAT(suggestions[0].left_out[0].because, ElementsAre(fact_code("allergy.penicillin")));
}

TEST(Guidance, SaysSoWhenNothingIsLeft)
{
    const auto table = guideline();
    const auto suggestions = suggest(table, with({"syndrome.ulcer", "allergy.penicillin", "pregnancy.yes"}));

    ASSERT_THAT(suggestions, SizeIs(1));
    EXPECT_THAT(suggestions[0].offers, IsEmpty());
    EXPECT_THAT(suggestions[0].left_out, SizeIs(2));
}

TEST(Guidance, WarnsWhereItIsCareful)
{
    const auto table = guideline();
    const auto suggestions = suggest(table, with({"syndrome.ulcer", "pregnancy.unknown"}));

    ASSERT_THAT(suggestions, SizeIs(1));
    EXPECT_THAT(suggestions[0].offers[0].cautions, IsEmpty());
    EXPECT_THAT(suggestions[0].offers[1].cautions, ElementsAre(fact_code("pregnancy.unknown")));
}

TEST(Guidance, OffersWhatIsForASignOnlyWithTheSign)
{
    const auto table = guideline();
    EXPECT_THAT(offered(suggest(table, with({"syndrome.ulcer", "sign.vesicles"})).at(0)),
                ElementsAre("ulcer.1", "ulcer.herpes", "ulcer.2"));
}

TEST(Guidance, ShowsSeveralCausesInTheGuidelinesOrder)
{
    const auto table = guideline();
    const auto suggestions = suggest(table, with({"syndrome.ulcer", "syndrome.pain"}));

    ASSERT_THAT(suggestions, SizeIs(2));
    EXPECT_EQ(suggestions[0].for_what, fact_code("syndrome.pain"));
}

TEST(Guidance, SaysWhatAChoiceGoesAgainst)
{
    const auto table = guideline();
    const auto free = suggest(table, with({"syndrome.ulcer"}));
    const auto allergic = suggest(table, with({"syndrome.ulcer", "allergy.penicillin"}));

    EXPECT_EQ(against(free, regimen_code("ulcer.1")), Against::nothing);
    EXPECT_EQ(against(free, regimen_code("ulcer.2")), Against::a_later_line);
    EXPECT_EQ(against(allergic, regimen_code("ulcer.2")), Against::nothing);
    EXPECT_EQ(against(allergic, regimen_code("ulcer.1")), Against::left_out);
    EXPECT_EQ(against(free, regimen_code("pain.1")), Against::another_cause);
    EXPECT_EQ(against({}, regimen_code("pain.1")), Against::no_guidance);
}

TEST(Guidance, HasAWordOfItsOwnForEachThingThatIsGoneAgainst)
{
    std::set<std::string_view> words;
    for (const auto each :
         {Against::nothing, Against::a_later_line, Against::left_out, Against::another_cause, Against::no_guidance}) {
        EXPECT_TRUE(words.insert(word(each)).second);
    }
}

} // namespace
} // namespace verandah::domain
