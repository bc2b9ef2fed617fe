// SPDX-License-Identifier: Apache-2.0
// The buttons of the tests: a positive one is never taken for its neighbour.
#include "record_states.hpp"
#include "stage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verandah::console {
namespace {

using testing::AllOf;
using testing::Contains;

struct Tester {
    test::RecordHub hub;
    test::Stage stage{test::console_in_a_record(hub), "en"};

    void touch(std::string_view label)
    {
        const auto answer = stage.press(label);
        ASSERT_TRUE(answer) << label;
        hub.answer(stage.console, handle(stage.console, *answer, test::sample_now));
    }
    std::vector<std::string> labels()
    {
        stage.show();
        std::vector<std::string> labels;
        for (const auto& target : stage.rehearsal.targets()) {
            labels.push_back(target.label);
        }
        return labels;
    }
};

TEST(TestButtons, OfTwoTestsAreDoneOnlyWhenBothAre)
{
    Tester tester;
    tester.touch("Syphilis rapid");
    tester.touch("positive");

    EXPECT_THAT(tester.labels(),
                AllOf(Contains("Syphilis rapid · Blood · positive"), Contains("HIV and syphilis rapid")));
}

TEST(TestButtons, NameTheOneOfTwoThatIsPositive)
{
    Tester tester;
    for (const auto* label :
         {"Gonorrhoea and chlamydia", "Urine", "Gonorrhoea and chlamydia · Urine", "positive", "negative"}) {
        tester.touch(label);
    }

    EXPECT_THAT(tester.labels(), Contains("Gonorrhoea and chlamydia · Urine · Gonorrhoea NAAT: positive · negative"));
}

TEST(TestButtons, SayOnceWhatIsTheSameOfBoth)
{
    Tester tester;
    for (const auto* label :
         {"Gonorrhoea and chlamydia", "Urine", "Gonorrhoea and chlamydia · Urine", "negative", "negative"}) {
        tester.touch(label);
    }

    EXPECT_THAT(tester.labels(), Contains("Gonorrhoea and chlamydia · Urine · negative"));
}

} // namespace
} // namespace verandah::console
