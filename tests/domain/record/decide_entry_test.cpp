// SPDX-License-Identifier: Apache-2.0
// What may be written in a file, and what it amounts to.
#include "care_case.hpp"
#include "shared/domain/record/next_number.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verandah::domain {
namespace {

using test::CareCase;
using test::code;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using State = EncounterSaved::State;
using Why = Refusal::Why;

const Edition guide{"guide", 1};
const TestOrdered rapid{TestId{1}, code<TestCode>("syphilis.rapid"), code<SpecimenCode>("blood")};
const Prescribed penicillin{
    PrescriptionId{1}, guide, code<RegimenCode>("penicillin"), code<FactCode>("syndrome.genital_ulcer"), 3, ""};
const ReferralMade to_art{ReferralId{1}, code<ReferralServiceCode>("art"), code<ProviderCode>("clinic-2"),
                          Escort::alone};

TEST(Entry, IsNotWrittenBeforeSheAgreed)
{
    CareCase care;

    EXPECT_EQ(care.decide(CareCase::encounter(1, State::draft)).error().why, Why::not_allowed);
    EXPECT_TRUE(care.decide(ConsentSaid{ConsentSaid::Answer::yes, 1}));
}

TEST(Entry, IsNotWrittenAfterSheHasChangedHerMind)
{
    CareCase care;
    care.agreed().write(ConsentSaid{ConsentSaid::Answer::withdrawn, 1});

    EXPECT_EQ(care.decide(rapid).error().why, Why::not_allowed);
    EXPECT_TRUE(care.decide(ConsentSaid{ConsentSaid::Answer::yes, 2}));
}

TEST(Entry, NamesWordsOfConsentThatTheCentreHas)
{
    CareCase care;

    for (const int version : {-1, 0, 3}) {
        EXPECT_EQ(care.decide(ConsentSaid{ConsentSaid::Answer::yes, version}).error().why, Why::invalid_input);
    }
    EXPECT_TRUE(care.decide(ConsentSaid{ConsentSaid::Answer::yes, 2}));
}

TEST(Entry, IsNumberedInTheOrderOfItsFile)
{
    CareCase care;
    care.agreed();

    EXPECT_EQ(care.write(rapid).number, 2U);
    EXPECT_EQ(care.file().last, 2U);
}

TEST(Encounter, IsADraftWhileSomethingIsMissing)
{
    CareCase care;
    care.agreed();
    auto empty = CareCase::encounter(1, State::draft);
    empty.answers.clear();

    EXPECT_TRUE(care.decide(empty));
    empty.state = State::done;
    EXPECT_EQ(care.decide(empty).error().why, Why::invalid_input);
}

TEST(Encounter, RefusesARevisionThatSomebodyElseHasWritten)
{
    CareCase care;
    care.agreed().write(CareCase::encounter(1, State::draft));

    EXPECT_EQ(care.decide(CareCase::encounter(1, State::draft)).error().why, Why::conflict);
    EXPECT_TRUE(care.decide(CareCase::encounter(2, State::draft)));
    EXPECT_EQ(care.decide(CareCase::encounter(3, State::draft)).error().why, Why::conflict);
}

TEST(Encounter, SaysWhyItIsChangedOnceItWasDone)
{
    CareCase care;
    care.agreed().write(CareCase::encounter(1, State::done));
    auto correction = CareCase::encounter(2, State::done, "none");

    EXPECT_EQ(care.decide(correction).error().why, Why::invalid_input);
    correction.why = "The wrong button";
    EXPECT_TRUE(care.decide(correction));
    correction.state = State::draft;
    EXPECT_EQ(care.decide(correction).error().why, Why::invalid_input);
}

TEST(Encounter, KeepsWhatItSaidBeforeACorrection)
{
    CareCase care;
    care.agreed().write(CareCase::encounter(1, State::done));
    auto correction = CareCase::encounter(2, State::done, "none");
    correction.why = "The wrong button";

    care.write(correction);

    const auto& encounter = care.file().encounters.at(EncounterId{1});
    EXPECT_THAT(encounter.revisions, ElementsAre(2U, 3U));
    EXPECT_THAT(encounter.facts, IsEmpty());                 // no ulcer any more
    EXPECT_THAT(care.file().entries.at(1).facts, SizeIs(1)); // and what was said before is there
    EXPECT_THAT(history_of(care.file()), IsEmpty());
}

TEST(Encounter, StaysInTheEditionItWasBegunIn)
{
    CareCase care;
    care.agreed().write(CareCase::encounter(1, State::draft));
    auto other = CareCase::encounter(2, State::draft);
    other.form.version = 2;

    EXPECT_EQ(care.decide(other).error().why, Why::invalid_input);
    auto unknown = CareCase::encounter(1, State::draft);
    unknown.encounter = EncounterId{2};
    unknown.form.version = 9;
    EXPECT_EQ(care.decide(unknown).error().why, Why::not_found);
}

TEST(Encounter, AmountsToWhatItsAnswersDoOnTheDayItWasBegun)
{
    CareCase care;
    care.agreed().write(CareCase::encounter(1, State::draft, "none"));
    care.pass(std::chrono::days{1});

    const auto entry = care.write(CareCase::encounter(2, State::done));

    ASSERT_THAT(entry.facts, SizeIs(1));
    EXPECT_EQ(entry.facts.front().code.view(), "syndrome.genital_ulcer");
    EXPECT_EQ(entry.facts.front().on, (CentreDay{std::chrono::year{2026} / 3 / 3}));
}

TEST(Test, GoesFromOrderedToToldByItsTable)
{
    CareCase care;
    care.agreed().write(rapid);

    EXPECT_EQ(care.decide(TestMoved{TestId{1}, TestMove::tell}).error().why, Why::conflict);
    care.write(TestMoved{TestId{1}, TestMove::result, TestResult{TestOutcome::positive}});
    const auto told = care.write(TestMoved{TestId{1}, TestMove::tell});

    EXPECT_EQ(care.file().tests.at(TestId{1}).step, TestStep::told);
    ASSERT_FALSE(told.facts.empty());
    EXPECT_EQ(told.facts.front().code.view(), "test.syphilis.told");
}

TEST(Test, RefusesAKindASpecimenAndANumberThatAreNotThere)
{
    CareCase care;
    care.agreed();

    EXPECT_FALSE(care.decide(TestOrdered{TestId{1}, code<TestCode>("hiv.a1"), code<SpecimenCode>("blood")}));
    EXPECT_FALSE(care.decide(TestOrdered{TestId{1}, rapid.kind, code<SpecimenCode>("rectal")}));
    EXPECT_EQ(care.decide(TestOrdered{TestId{2}, rapid.kind, rapid.specimen}).error().why, Why::conflict);
    EXPECT_EQ(care.decide(TestMoved{TestId{7}, TestMove::tell}).error().why, Why::not_found);
}

TEST(Prescription, IsGivenDoseByDose)
{
    CareCase care;
    care.agreed().write(penicillin);

    EXPECT_EQ(care.decide(Dispensed{PrescriptionId{1}, 2, {}}).error().why, Why::conflict);
    const auto first = care.write(Dispensed{PrescriptionId{1}, 1, {MovementId{4}}});

    ASSERT_THAT(first.facts, SizeIs(1));
    EXPECT_EQ(first.facts.front().code.view(), "syphilis.dose");
    EXPECT_EQ(first.facts.front().value, 1);
    care.write(Dispensed{PrescriptionId{1}, 2, {}});
    care.write(Dispensed{PrescriptionId{1}, 3, {}});
    EXPECT_FALSE(care.decide(Dispensed{PrescriptionId{1}, 4, {}}));
}

TEST(Prescription, RefusesARegimenThatTheGuidelineHasNot)
{
    CareCase care;
    care.agreed();
    auto other = penicillin;
    other.regimen = code<RegimenCode>("honey");

    EXPECT_EQ(care.decide(other).error().why, Why::not_found);
}

TEST(DueItem, IsActedOnOnlyWhenItIsThere)
{
    CareCase care;
    care.agreed().write(penicillin);
    const DueItemKey second_dose{code<FollowupRuleCode>("syphilis.dose_2"), CentreDay{std::chrono::year{2026} / 3 / 3}};
    EXPECT_EQ(care.decide(DueActed{second_dose, CompleteItem{CompletedBecause::done_elsewhere}}).error().why,
              Why::not_found);

    care.write(Dispensed{PrescriptionId{1}, 1, {}});

    EXPECT_TRUE(care.decide(DueActed{second_dose, CompleteItem{CompletedBecause::done_elsewhere}}));
}

TEST(Tracing, GoesOnlyTheWaySheAgreedTo)
{
    CareCase care;
    care.agreed().write(penicillin);
    care.write(Dispensed{PrescriptionId{1}, 1, {}});
    care.pass(std::chrono::days{60});
    const DueItemKey second_dose{code<FollowupRuleCode>("syphilis.dose_2"), CentreDay{std::chrono::year{2026} / 3 / 3}};
    const TracingTried tried{second_dose, 1, Channel::outreach_worker, TracingOutcome::not_reached};
    EXPECT_EQ(care.decide(tried).error().why, Why::not_allowed); // never asked

    care.write(ChannelAgreed{Channel::buddy});
    EXPECT_EQ(care.decide(tried).error().why, Why::not_allowed);
    care.write(ChannelAgreed{Channel::outreach_worker});

    EXPECT_TRUE(care.decide(tried));
}

TEST(ReferralEntry, AmountsToTheStagesOfTheCascade)
{
    CareCase care;
    care.agreed();
    auto issued = to_art;
    issued.issued = ReferralIssue{ReferralGround::consent};

    const auto made = care.write(issued);
    const auto attended = care.write(
        ReferralMoved{.referral = ReferralId{1}, .event = ReferralEvent::attend, .evidence = Evidence::visitor});

    ASSERT_THAT(made.facts, SizeIs(1));
    EXPECT_EQ(made.facts.front().code.view(), "referral.issued.art");
    ASSERT_THAT(attended.facts, SizeIs(1));
    EXPECT_EQ(attended.facts.front().code.view(), "referral.attended.art");
}

TEST(ReferralEntry, RefusesAMoveThatTheTableHasNot)
{
    CareCase care;
    care.agreed().write(to_art);

    EXPECT_FALSE(care.decide(ReferralMoved{.referral = ReferralId{1}, .event = ReferralEvent::accept}));
    EXPECT_EQ(care.decide(ReferralMoved{.referral = ReferralId{2}, .event = ReferralEvent::send}).error().why,
              Why::not_found);
}

TEST(ReferralEntry, LooksForHerOnlyByTheWayThatSheAgreedTo)
{
    CareCase care;
    care.agreed();
    auto issued = to_art;
    issued.issued = ReferralIssue{ReferralGround::consent};
    care.write(issued);
    care.write(ReferralMoved{.referral = ReferralId{1}, .event = ReferralEvent::miss});
    const ReferralMoved looked_for{.referral = ReferralId{1}, .event = ReferralEvent::trace};

    EXPECT_EQ(care.decide(looked_for).error().why, Why::not_allowed); // she was never asked
    care.write(ChannelAgreed{Channel::none});
    EXPECT_EQ(care.decide(looked_for).error().why, Why::not_allowed);
    care.write(ChannelAgreed{Channel::outreach_worker});
    EXPECT_TRUE(care.decide(looked_for));
}

TEST(ReferralEntry, RunsOutByTheClockAlone)
{
    CareCase care;
    care.agreed();
    auto issued = to_art;
    issued.issued = ReferralIssue{ReferralGround::consent};
    care.write(issued);
    const ReferralMoved expired{.referral = ReferralId{1}, .event = ReferralEvent::expire};

    EXPECT_EQ(care.decide(expired).error().why, Why::not_allowed);
    care.pass(std::chrono::days{400});
    EXPECT_TRUE(care.decide(expired));
    care.write(ReferralMoved{.referral = ReferralId{1}, .event = ReferralEvent::receive, .evidence = Evidence::phone});
    EXPECT_EQ(care.decide(expired).error().why, Why::not_allowed);
}

TEST(Slips, AreGivenByTheTable)
{
    CareCase care;
    care.agreed();
    SlipsGiven slips{.reason = code<PartnerReasonCode>("genital_ulcer"),
                     .look_back_days = 90,
                     .mode = PartnerMode::client,
                     .count = 2,
                     .opt_in = OptIn::asked_for,
                     .violence = ViolenceEnquiry::none_feared};

    EXPECT_TRUE(care.decide(slips));
    slips.look_back_days = 30;
    EXPECT_FALSE(care.decide(slips));
}

TEST(File, KeepsEntriesThatANewerVersionWrote)
{
    CareCase care;
    care.agreed();
    auto file = care.file();

    apply_unread(file, 2);

    EXPECT_EQ(file.last, 2U);
    EXPECT_THAT(file.unread, ElementsAre(2U));
    const TestOrdered next{next_number(file, file.tests), rapid.kind, rapid.specimen};
    EXPECT_EQ(decide_entry(file, next, code<AccountCode>("clinic-1"), {}, care.rules())->number, 3U);
}

} // namespace
} // namespace verandah::domain
