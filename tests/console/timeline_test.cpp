// SPDX-License-Identifier: Apache-2.0
// What stands beside a record: what goes on, what was before, however much of it there is.
#include "clinic/console/flow/record_view.hpp"
#include "clinic/console/wording/record_words.hpp"
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

TEST(Timeline, HasWhatWasGivenAtEarlierVisits)
{
    RecordHub hub;
    test::give_long_past(hub, 4);
    test::Stage stage{test::console_in_a_record(hub)};
    stage.show();
    EXPECT_TRUE(stage.rehearsal.shows("Benzathine penicillin 2.4 MIU · 2 of 3 doses given"));
}

TEST(Timeline, HidesNothingThatWaitsHoweverMuchItIs)
{
    RecordHub hub;
    test::give_long_past(hub, 4);
    for (int test = 2; test <= 7; ++test) {
        hub.write_on(test::sample_day,
                     domain::TestOrdered{domain::TestId{test}, domain::TestCode::make("syphilis.rpr").value(),
                                         domain::SpecimenCode::make("blood").value()});
        hub.write_on(test::sample_day, domain::TestMoved{domain::TestId{test}, domain::TestMove::result,
                                                         domain::TestResult{domain::TestOutcome::negative}});
    }
    test::Stage stage{test::console_in_a_record(hub)};
    const auto model = side_words({stage.console, stage.words, test::sample_now});
    const auto is_to_tell = [](const std::string& text) { return text.starts_with("To tell: "); };
    EXPECT_EQ(std::ranges::count_if(model.items, is_to_tell, &SideItem::title), 3);
    EXPECT_EQ(std::ranges::count_if(model.before, is_to_tell, &BeforeRow::what), 3);
}

TEST(Timeline, SaysAnAllergyOfAnEarlierVisitUntilSheIsAskedAgain)
{
    RecordHub hub;
    test::give_past(hub);
    test::Stage stage{test::console_in_a_record(hub)};
    const auto lasting = lasting_answers(stage.console);
    ASSERT_EQ(lasting.size(), 1U);
    EXPECT_TRUE(lasting.front().said_on);
    does(stage.console, hub, test::choose("allergy", "macrolide"));
    EXPECT_FALSE(lasting_answers(stage.console).front().said_on);
    stage.show();
    EXPECT_TRUE(stage.rehearsal.shows("Allergy: Macrolides"));
    EXPECT_TRUE(stage.rehearsal.shows("as she says today"));
}

TEST(Timeline, DrawsOnlyWhatIsInSightOfTwoHundredVisits)
{
    RecordHub hub;
    test::give_long_past(hub, 200);
    test::Stage stage{test::console_in_a_record(hub)};
    ASSERT_GE(stage.console.record->file.encounters.size(), 200U);
    stage.show();
    const auto rows = std::ranges::count_if(stage.rehearsal.targets(), [](const ui::Target& target) {
        constexpr std::string_view visit = " Quarterly check-up"; // behind its day
        return target.label.ends_with(visit);
    });
    EXPECT_GT(rows, 0);
    EXPECT_LT(rows, 20);
}

} // namespace
} // namespace verandah::console
