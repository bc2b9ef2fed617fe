// SPDX-License-Identifier: Apache-2.0
// What stands beside a record: what goes on, what was before, however much of it there is.
#include "clinic/console/flow/record_view.hpp"
#include "record_states.hpp"
#include "stage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verandah::console {
namespace {

using test::RecordHub;

TEST(Timeline, SaysWhenThereIsNothingFromBefore)
{
    RecordHub hub;
    test::Stage stage{test::console_in_a_record(hub)};
    stage.show();
    EXPECT_TRUE(stage.rehearsal.shows("Nothing is written from before."));
}

TEST(Timeline, ShowsWhatGoesOnOverSeveralVisits)
{
    RecordHub hub;
    test::give_long_past(hub, 4);
    test::Stage stage{test::console_in_a_record(hub)};
    stage.show();
    EXPECT_TRUE(stage.rehearsal.shows("What goes on"));
    EXPECT_TRUE(stage.rehearsal.shows("Syphilis: dose 2 of 3 · 1:32"));
    EXPECT_TRUE(stage.rehearsal.shows("Hepatitis B vaccine: given 1, 2"));
    EXPECT_TRUE(stage.rehearsal.shows("2 slips for partners · 1 came back"));
}

TEST(Timeline, DrawsOnlyWhatIsInSightOfTwoHundredVisits)
{
    RecordHub hub;
    test::give_long_past(hub, 200);
    test::Stage stage{test::console_in_a_record(hub)};
    ASSERT_GE(stage.console.record->file.encounters.size(), 200U);
    stage.show();
    const auto rows = std::ranges::count_if(stage.rehearsal.targets(), [](const ui::Target& target) {
        return target.label.contains("Quarterly check-up") && target.label.contains(" 20");
    });
    EXPECT_GT(rows, 0);
    EXPECT_LT(rows, 20);
}

} // namespace
} // namespace verandah::console
