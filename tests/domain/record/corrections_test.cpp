// SPDX-License-Identifier: Apache-2.0
// What was corrected in an encounter, told by the entries of its file.
#include "shared/domain/record/corrections.hpp"
#include "tests/domain/record/care_case.hpp"

#include <gmock/gmock.h>

namespace verandah::domain {
namespace {

using test::CareCase;
using test::code;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using State = EncounterSaved::State;

constexpr EncounterId first{1};

EncounterSaved corrected(std::uint32_t revision, std::string_view reason, std::string why)
{
    auto saved = CareCase::encounter(revision, State::done, reason);
    saved.why = std::move(why);
    return saved;
}

AnswerValue chosen(std::string_view choice)
{
    return std::vector{code<ChoiceCode>(choice)};
}

TEST(Corrections, AreNoneOfADraftThatGrows)
{
    CareCase care;
    care.agreed();
    care.write(CareCase::encounter(1, State::draft, "none"));
    care.write(CareCase::encounter(2, State::draft, "symptoms"));
    care.write(CareCase::encounter(3, State::done, "none"));
    EXPECT_THAT(corrections_of(care.file(), first), IsEmpty());
}

TEST(Corrections, TellWhatWasThereBeforeWhoWhenAndWhy)
{
    CareCase care;
    care.agreed();
    care.write(CareCase::encounter(1, State::done, "symptoms"));
    care.pass(std::chrono::days{2});
    const auto entry = care.write(corrected(2, "none", "it was the other one"));

    const auto corrections = corrections_of(care.file(), first);

    ASSERT_THAT(corrections, SizeIs(1));
    EXPECT_EQ(corrections[0].by, entry.by);
    EXPECT_EQ(corrections[0].at, entry.at);
    EXPECT_EQ(corrections[0].why, "it was the other one");
    EXPECT_THAT(corrections[0].changes,
                ElementsAre(Correction::Change{code<FieldCode>("reason"), chosen("symptoms"), chosen("none")}));
}

TEST(Corrections, StandInTheirOrderEachBesideTheOneBefore)
{
    CareCase care;
    care.agreed();
    care.write(CareCase::encounter(1, State::done, "symptoms"));
    care.write(corrected(2, "none", "one"));
    care.write(corrected(3, "symptoms", "two"));

    const auto corrections = corrections_of(care.file(), first);

    ASSERT_THAT(corrections, SizeIs(2));
    EXPECT_EQ(corrections[0].why, "one");
    EXPECT_EQ(corrections[1].why, "two");
    EXPECT_EQ(corrections[1].changes[0].before, chosen("none"));
}

TEST(Corrections, NameAnAnswerThatCameAndOneThatWasTakenAway)
{
    const Answers before{{code<FieldCode>("a"), std::string{"x"}}, {code<FieldCode>("c"), std::string{"z"}}};
    const Answers after{{code<FieldCode>("b"), std::string{"y"}}, {code<FieldCode>("c"), std::string{"z"}}};
    EXPECT_THAT(changes_between(before, after),
                ElementsAre(Correction::Change{code<FieldCode>("a"), std::string{"x"}, std::nullopt},
                            Correction::Change{code<FieldCode>("b"), std::nullopt, std::string{"y"}}));
    EXPECT_THAT(changes_between(after, after), IsEmpty());
}

TEST(Corrections, AreThoseOfOneEncounterOnly)
{
    CareCase care;
    care.agreed();
    care.write(CareCase::encounter(1, State::done, "symptoms"));
    auto second = CareCase::encounter(1, State::done, "none");
    second.encounter = EncounterId{2};
    care.write(second);
    care.write(corrected(2, "none", "one"));

    EXPECT_THAT(corrections_of(care.file(), first), SizeIs(1));
    EXPECT_THAT(corrections_of(care.file(), EncounterId{2}), IsEmpty());
    EXPECT_THAT(corrections_of(care.file(), EncounterId{3}), IsEmpty());
}

} // namespace
} // namespace verandah::domain
