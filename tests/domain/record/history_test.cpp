// SPDX-License-Identifier: Apache-2.0
// What a file amounts to once something in it turned out otherwise: what is due follows what holds now.
#include "tests/domain/record/care_case.hpp"

#include <gmock/gmock.h>

namespace verandah::domain {
namespace {

using test::CareCase;
using test::code;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr TestId the_test{1};

std::vector<std::string> facts_in(const CareCase& care)
{
    std::vector<std::string> facts;
    for (const auto& fact : history_of(care.file())) {
        facts.push_back(fact.code.text());
    }
    return facts;
}

TestOrdered ordered(TestId test = the_test)
{
    return {test, code<TestCode>("syphilis.rapid"), code<SpecimenCode>("blood")};
}

TestMoved moved(TestMove move)
{
    return {the_test, move, std::nullopt};
}

TestMoved came_out(TestMove move, TestOutcome outcome)
{
    return {the_test, move, TestResult{outcome}};
}

class HistoryOfATest : public testing::Test {
protected:
    HistoryOfATest() { care.agreed().write(ordered()); }
    CareCase care;
};

TEST_F(HistoryOfATest, HasEveryStepThatStillHolds)
{
    care.write(moved(TestMove::take));
    care.write(came_out(TestMove::result, TestOutcome::negative));
    care.write(moved(TestMove::tell));
    EXPECT_THAT(facts_in(care), ElementsAre("test.syphilis.ordered", "test.syphilis.taken", "test.syphilis.negative",
                                            "test.syphilis.told"));
}

TEST_F(HistoryOfATest, HasTheCorrectedResultAloneAndNobodyWasToldIt)
{
    care.write(came_out(TestMove::result, TestOutcome::positive));
    care.write(moved(TestMove::tell));
    care.write(came_out(TestMove::correct, TestOutcome::negative));
    EXPECT_THAT(facts_in(care), ElementsAre("test.syphilis.ordered", "test.syphilis.negative"));
}

TEST_F(HistoryOfATest, HasTheLastOfSeveralCorrections)
{
    care.write(came_out(TestMove::result, TestOutcome::positive));
    care.write(came_out(TestMove::correct, TestOutcome::negative));
    care.write(came_out(TestMove::correct, TestOutcome::positive));
    care.write(moved(TestMove::tell));
    EXPECT_THAT(facts_in(care), ElementsAre("test.syphilis.ordered", "test.syphilis.positive", "test.syphilis.told"));
}

TEST_F(HistoryOfATest, HasNoSpecimenThatWasLost)
{
    care.write(moved(TestMove::take));
    care.write(moved(TestMove::lose));
    EXPECT_THAT(facts_in(care), ElementsAre("test.syphilis.ordered"));

    care.write(moved(TestMove::take));
    EXPECT_THAT(facts_in(care), ElementsAre("test.syphilis.ordered", "test.syphilis.taken"));
}

TEST_F(HistoryOfATest, IsEmptyOnceItWasCancelled)
{
    care.write(moved(TestMove::take));
    care.write(moved(TestMove::cancel));
    EXPECT_THAT(facts_in(care), IsEmpty());
}

TEST_F(HistoryOfATest, IsNotThatOfAnotherOne)
{
    care.write(ordered(TestId{2}));
    care.write(came_out(TestMove::result, TestOutcome::positive));
    care.write(TestMoved{TestId{2}, TestMove::result, TestResult{TestOutcome::negative}});
    care.write(came_out(TestMove::correct, TestOutcome::negative));
    EXPECT_THAT(facts_in(care), ElementsAre("test.syphilis.ordered", "test.syphilis.ordered", "test.syphilis.negative",
                                            "test.syphilis.negative"));
}

} // namespace
} // namespace verandah::domain
