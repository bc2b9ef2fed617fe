// SPDX-License-Identifier: Apache-2.0
// What is given against the table for today's answers has a reason, and the rule it goes against is kept with it.
#include "tests/hub/files_house.hpp"

#include <gmock/gmock.h>

#include <utility>

namespace verandah::hub {
namespace {

using domain::ConsentSaid;
using domain::EncounterId;
using domain::EncounterSaved;
using test::code;
using testing::ElementsAre;
using testing::IsEmpty;

class Prescribing : public test::FilesHouse {
protected:
    using Chosen = std::initializer_list<std::pair<const char*, const char*>>;

    void SetUp() override { file_ = *opened(with_her(serve(card_), card_, ConsentSaid::Answer::yes)).file; }

    /// She has an ulcer, and says what else there is.
    void answer(Chosen chosen)
    {
        domain::Answers answers{
            {code<domain::FieldCode>("reason"), std::vector{code<domain::ChoiceCode>("symptoms")}},
            {code<domain::FieldCode>("syndromes"), std::vector{code<domain::ChoiceCode>("genital_ulcer")}}};
        for (const auto& [field, choice] : chosen) {
            answers[code<domain::FieldCode>(field)] = std::vector{code<domain::ChoiceCode>(choice)};
        }
        ASSERT_EQ(write(*file_,
                        EncounterSaved{
                            EncounterId{1}, ++revision_, {"sti_service", 1}, EncounterSaved::State::draft, answers, ""})
                      .status,
                  201);
    }
    wire::Response prescribe(const char* regimen, const std::string& against = "")
    {
        return write(*file_, domain::Prescribed{domain::PrescriptionId{1},
                                                {"syndromic", 2},
                                                code<domain::RegimenCode>(regimen),
                                                code<domain::FactCode>("syndrome.genital_ulcer"),
                                                1,
                                                against});
    }
    static std::vector<std::string> facts_of(const wire::Response& answer)
    {
        const auto receipt = wire::decode_entry_receipt(answer.body).value();
        std::vector<std::string> facts;
        for (const auto& fact : receipt.entry.facts) {
            facts.push_back(fact.code.text());
        }
        return facts;
    }

    std::string card_{card('a')};
    std::optional<domain::FileId> file_;
    std::uint32_t revision_{0};
};

TEST_F(Prescribing, WhatTheTableSuggestsNeedsNoReason)
{
    answer({{"allergy", "none"}, {"pregnancy", "no"}});

    const auto answer = prescribe("ulcer.1");

    EXPECT_EQ(answer.status, 201);
    EXPECT_THAT(facts_of(answer), IsEmpty());
}

TEST_F(Prescribing, WhatSheIsAllergicToIsRefusedWithoutAReason)
{
    answer({{"allergy", "penicillin"}, {"pregnancy", "no"}});

    EXPECT_EQ(prescribe("ulcer.1").status, 400);
}

TEST_F(Prescribing, WhatSheIsAllergicToKeepsTheRuleWithTheReason)
{
    answer({{"allergy", "penicillin"}, {"pregnancy", "no"}});

    const auto answer = prescribe("ulcer.1", "She had it last year and bore it well");

    ASSERT_EQ(answer.status, 201);
    EXPECT_THAT(facts_of(answer), ElementsAre("against.left_out", "against.allergy.penicillin"));
}

TEST_F(Prescribing, ALaterLineNeedsAReason)
{
    answer({{"allergy", "none"}, {"pregnancy", "no"}});

    EXPECT_EQ(prescribe("ulcer.2").status, 400);
    const auto answer = prescribe("ulcer.2", "No injections today");
    EXPECT_EQ(answer.status, 201);
    EXPECT_THAT(facts_of(answer), ElementsAre("against.a_later_line"));
}

TEST_F(Prescribing, ALaterLineIsTheSuggestionForWhomTheFirstIsNot)
{
    answer({{"allergy", "penicillin"}, {"pregnancy", "no"}});

    EXPECT_EQ(prescribe("ulcer.2").status, 201);
}

TEST_F(Prescribing, WithAWarningNeedsNoReasonAndKeepsTheWarning)
{
    answer({{"allergy", "penicillin"}, {"pregnancy", "unknown"}});

    const auto answer = prescribe("ulcer.2");

    EXPECT_EQ(answer.status, 201);
    EXPECT_THAT(facts_of(answer), ElementsAre("careful.pregnancy.unknown"));
}

TEST_F(Prescribing, IsHeldAgainstTheAnswersAsTheyWereCorrected)
{
    answer({{"allergy", "none"}, {"pregnancy", "no"}});
    answer({{"allergy", "penicillin"}, {"pregnancy", "no"}});

    EXPECT_EQ(prescribe("ulcer.1").status, 400);
}

TEST_F(Prescribing, IsNotHeldAgainstAnotherDaysAnswers)
{
    answer({{"allergy", "none"}, {"pregnancy", "yes"}});
    pass(std::chrono::days{3});
    stand("console-1", domain::Role::clinician);
    opened(with_her(serve(card_), card_));

    EXPECT_EQ(prescribe("ulcer.2").status, 201); // nothing was asked today
}

TEST_F(Prescribing, WithoutAnswersIsTakenAsItIs)
{
    EXPECT_EQ(prescribe("ulcer.1").status, 201);
}

} // namespace
} // namespace verandah::hub
