// SPDX-License-Identifier: Apache-2.0
// Nothing of a record has to be scrolled in the common case, on the screens that consoles have.
#include "record_room.hpp"
#include "stage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace verandah::console {
namespace {

using test::choose;
using test::Room;
using test::Stage;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::array console_sizes{ui::Size{1366, 768}, ui::Size{1280, 800}};
constexpr float large_text = 1.25F;
constexpr std::array<std::pair<const char*, const char*>, 4> check_up{
    {{"reason", "checkup"}, {"visit", "revisit"}, {"allergy", "none"}, {"pregnancy", "no"}}};

void show_at(Stage& stage, ui::Size size)
{
    stage.rehearsal.view().size = size;
    stage.show();
}

/// The page of the record does not scroll, and everything to touch is in sight.
void expect_all_in_sight(Stage& stage, const std::string& where)
{
    EXPECT_FALSE(stage.rehearsal.interaction().scrolls.contains(ui::widget_id("record"))) << where;
    for (const auto& target : stage.rehearsal.targets()) {
        EXPECT_LE(target.rect.bottom(), stage.rehearsal.view().size.height) << where << target.label;
    }
}

/// A check-up at its `step`th step, from 0 on.
Room at_step(int step)
{
    Room room;
    for (const auto& [code, choice] : check_up) {
        room.does(choose(code, choice));
    }
    for (int each = 0; each < step; ++each) {
        room.does(NextStep{});
    }
    return room;
}

TEST(RecordPage, FitsTheScreenOnEveryStepOfACheckUp)
{
    for (const auto* language : {"en", "hi", "ar"}) {
        for (const auto size : console_sizes) {
            for (int step = 0; step < 4; ++step) {
                Stage stage{at_step(step).console, language};
                show_at(stage, size);
                expect_all_in_sight(stage, language + std::to_string(step) + " ");
            }
        }
    }
}

TEST(RecordPage, FitsTheScreenInLargeTextOnEveryStepOfACheckUp)
{
    for (const auto* language : {"en", "hi", "ar"}) {
        for (int step = 0; step < 4; ++step) {
            Stage stage{at_step(step).console, language, large_text};
            stage.show();
            expect_all_in_sight(stage, language + std::to_string(step) + " ");
            EXPECT_THAT(stage.rehearsal.faults({}), IsEmpty()) << language << step;
        }
    }
}

TEST(RecordPage, FitsTheScreenWithATreatmentOnIt)
{
    for (const auto& [name, state] : test::every_record_state()) {
        if (name == "ulcer" || name == "dose" || name == "dose-given" || name == "give" || name == "ask") {
            for (const auto size : console_sizes) {
                Stage stage{state};
                show_at(stage, size);
                expect_all_in_sight(stage, name + " " + std::to_string(size.width) + " ");
            }
        }
    }
}

TEST(RecordPage, KeepsTheStepsOfAnAmountInOneRow)
{
    for (const auto* language : {"en", "hi", "ar"}) {
        for (const auto size : console_sizes) {
            Stage stage{at_step(2).console, language};
            show_at(stage, size);
            std::vector<float> less;
            std::vector<float> more;
            for (const auto& target : stage.rehearsal.targets()) {
                if (target.label == "−") {
                    less.push_back(target.rect.y);
                } else if (target.label == "+") {
                    more.push_back(target.rect.y);
                }
            }
            EXPECT_THAT(less, SizeIs(6));
            EXPECT_EQ(less, more);
        }
    }
}

} // namespace
} // namespace verandah::console
