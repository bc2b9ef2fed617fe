// SPDX-License-Identifier: Apache-2.0
// The way of a test, move by move, and who has to be told first.
#include "shared/domain/care/test_course.hpp"
#include "tests/domain/care/forms.hpp"

#include <gmock/gmock.h>

#include <array>
#include <set>

namespace verandah::domain {
namespace {

using namespace std::chrono_literals;
using test::fact_code;
using test::today;
using testing::ElementsAre;
using testing::IsEmpty;
using enum TestOutcome;

constexpr Instant noon{std::chrono::sys_days{2026y / 3 / 3} + 12h};
constexpr std::array every_step{TestStep::ordered, TestStep::taken, TestStep::resulted, TestStep::told,
                                TestStep::cancelled};
constexpr std::array every_move{TestMove::take,    TestMove::lose, TestMove::result,
                                TestMove::correct, TestMove::tell, TestMove::cancel};

TestCode test_code(std::string_view text)
{
    return TestCode::make(text).value();
}

AccountCode nurse()
{
    return AccountCode::make("nurse-1").value();
}

TestKind kind(std::string_view code, std::string_view target)
{
    return {.code = test_code(code),
            .label = {},
            .target = TargetCode::make(target).value(),
            .method = TestMethod::non_treponemal,
            .specimens = {SpecimenCode::make("blood").value()},
            .outcomes = {negative, positive},
            .titre = TestKind::Titre::told,
            .critical = {positive},
            .codings = {}};
}

TestCourse course(std::string_view code, Instant ordered_at = noon)
{
    return {.kind = test_code(code),
            .specimen = SpecimenCode::make("blood").value(),
            .ordered_at = ordered_at,
            .ordered_by = nurse()};
}

TestMoveMade made(TestMove move, std::optional<TestResult> result = std::nullopt, Instant at = noon)
{
    return {move, at, nurse(), result};
}

TEST(TestCourse, GoesOnAsTheTableSaysAndNoOtherWay)
{
    std::set<std::pair<TestStep, TestMove>> rows;
    for (const auto& passage : test_passages) {
        EXPECT_TRUE(rows.emplace(passage.from, passage.move).second) << "two rows say where a step goes";
        EXPECT_EQ(advance(passage.from, passage.move), passage.to);
    }
    for (const auto step : every_step) {
        for (const auto move : every_move) {
            if (!rows.contains({step, move})) {
                const auto refused = advance(step, move);
                ASSERT_FALSE(refused) << word(step) << word(move);
                EXPECT_EQ(refused.error().why, Refusal::Why::conflict);
            }
        }
    }
}

TEST(TestCourse, EndsOnlyWhenItIsCancelled)
{
    for (const auto step : every_step) {
        const bool goes_on =
            std::ranges::any_of(every_move, [&](TestMove move) { return advance(step, move).has_value(); });
        EXPECT_EQ(goes_on, step != TestStep::cancelled) << word(step);
    }
}

TEST(TestCourse, KeepsWhoMovedItAndWhen)
{
    const auto taken = moved(course("rpr"), kind("rpr", "syphilis"), made(TestMove::take)).value();
    const auto resulted =
        moved(taken, kind("rpr", "syphilis"), made(TestMove::result, TestResult{positive, 8}, noon + 1h)).value();

    EXPECT_EQ(resulted.step, TestStep::resulted);
    EXPECT_EQ(resulted.result, (TestResult{positive, 8}));
    EXPECT_THAT(resulted.moves,
                ElementsAre(made(TestMove::take), made(TestMove::result, TestResult{positive, 8}, noon + 1h)));
}

TEST(TestCourse, KeepsTheOldResultWhenItIsCorrectedAndHasToBeToldAnew)
{
    auto told = course("rpr");
    for (const auto& move : {made(TestMove::result, TestResult{positive}), made(TestMove::tell)}) {
        told = moved(told, kind("rpr", "syphilis"), move).value();
    }

    const auto corrected = moved(told, kind("rpr", "syphilis"), made(TestMove::correct, TestResult{negative})).value();

    EXPECT_EQ(corrected.step, TestStep::resulted);
    EXPECT_EQ(corrected.result, TestResult{negative});
    EXPECT_EQ(corrected.moves.front().result, TestResult{positive});
}

TEST(TestCourse, RefusesAResultWhereNoneBelongsAndNoneWhereOneDoes)
{
    EXPECT_FALSE(moved(course("rpr"), kind("rpr", "syphilis"), made(TestMove::result)));
    EXPECT_FALSE(moved(course("rpr"), kind("rpr", "syphilis"), made(TestMove::take, TestResult{positive})));
}

TEST(TestCourse, RefusesAResultThatTheTestCannotHave)
{
    const auto result = [](TestResult each) {
        return moved(course("rpr"), kind("rpr", "syphilis"), made(TestMove::result, each)).has_value();
    };
    EXPECT_TRUE(result({positive, 16}));
    EXPECT_FALSE(result({inconclusive}));
    EXPECT_FALSE(result({negative, 16}));
    for (const auto dilution : {0, 3, -8, 8192}) {
        EXPECT_FALSE(result({positive, dilution})) << dilution;
    }
}

TEST(TestsToTell, BeginWithTheCriticalOnesThenTheLongestWaiting)
{
    const TestSheet sheet{
        .about = {}, .specimens = {}, .kinds = {kind("rpr", "syphilis"), kind("hcv", "hcv")}, .panels = {}};
    const auto resulted = [&](std::string_view code, TestOutcome outcome, Instant at) {
        return moved(course(code), *find_test(sheet, test_code(code)), made(TestMove::result, TestResult{outcome}, at))
            .value();
    };
    const std::vector courses{resulted("hcv", negative, noon), course("rpr"), resulted("rpr", positive, noon + 3h),
                              resulted("hcv", positive, noon + 1h), resulted("rpr", negative, noon - 1h)};

    EXPECT_THAT(to_tell(courses, sheet), ElementsAre(3, 2, 4, 0));
}

TEST(TestsToTell, LeaveOutWhatWasToldOrCancelled)
{
    const TestSheet sheet{.about = {}, .specimens = {}, .kinds = {kind("rpr", "syphilis")}, .panels = {}};
    auto told = moved(course("rpr"), sheet.kinds[0], made(TestMove::result, TestResult{positive})).value();
    told = moved(told, sheet.kinds[0], made(TestMove::tell)).value();
    const auto cancelled = moved(course("rpr"), sheet.kinds[0], made(TestMove::cancel)).value();

    EXPECT_THAT(to_tell(std::vector{told, cancelled}, sheet), IsEmpty());
}

TEST(TestsToTell, CountAKindThatIsNoLongerThereAsNotCritical)
{
    const TestSheet sheet{.about = {}, .specimens = {}, .kinds = {kind("rpr", "syphilis")}, .panels = {}};
    const auto gone = moved(course("old"), kind("old", "hiv"), made(TestMove::result, TestResult{positive})).value();
    const auto here =
        moved(course("rpr"), sheet.kinds[0], made(TestMove::result, TestResult{positive}, noon + 1h)).value();

    EXPECT_THAT(to_tell(std::vector{gone, here}, sheet), ElementsAre(1, 0));
}

TEST(FactsOfATest, AreItsStepItsResultAndItsTitre)
{
    const auto rpr = kind("rpr", "syphilis");
    EXPECT_THAT(facts_of(rpr, TestStep::ordered, {}, today),
                ElementsAre(Fact{fact_code("test.syphilis.ordered"), today, {}}));
    EXPECT_THAT(facts_of(rpr, TestStep::resulted, TestResult{positive, 32}, today),
                ElementsAre(Fact{fact_code("test.syphilis.positive"), today, {}},
                            Fact{fact_code("test.syphilis.titre"), today, 32}));
    EXPECT_THAT(facts_of(rpr, TestStep::told, TestResult{positive}, today),
                ElementsAre(Fact{fact_code("test.syphilis.told"), today, {}}));
    EXPECT_THAT(facts_of(rpr, TestStep::cancelled, {}, today), IsEmpty());
}

TEST(TestWords, ComeBackAsTheyWere)
{
    for (const auto step : every_step) {
        EXPECT_EQ(test_step_from(word(step)), step);
    }
    for (const auto move : every_move) {
        EXPECT_EQ(test_move_from(word(move)), move);
    }
    EXPECT_EQ(test_step_from("Ordered"), std::nullopt);
}

} // namespace
} // namespace verandah::domain
