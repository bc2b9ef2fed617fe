// SPDX-License-Identifier: Apache-2.0
// When she was exposed, to five minutes: by steps and keys, never in the future, with the hours left large.
#include "clinic/console/flow/record_time.hpp"
#include "record_room.hpp"
#include "stage.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace verandah::console {
namespace {

using namespace std::chrono_literals;
using test::choose;
using test::field;
using test::Room;
using test::sample_now;

const domain::AnswerValue a_day_ago{domain::Instant{sample_now - 25h - 5min}};

/// Asked when it was.
Room asked_when()
{
    Room room;
    room.does(choose("exposure", "yes"));
    room.does(AskExactTime{field("exposure_at")});
    return room;
}

bool shows(const Room& room, std::string_view words)
{
    test::Stage stage{room.console};
    stage.show();
    return stage.rehearsal.shows(words);
}

void press(Room& room, const ui::KeyPress& key)
{
    test::Stage stage{room.console};
    if (const auto answer = stage.press_key(key)) {
        room.hub.answer(room.console, handle(room.console, *answer, room.now), room.now);
    }
}

TEST(ExactTime, IsToldByStepsAndKept)
{
    auto room = asked_when();
    room.does(StepTime{-24h});
    room.does(StepTime{-1h});
    room.does(StepTime{-5min});
    EXPECT_TRUE(shows(room, "46 h left for PEP"));
    room.does(KeepTime{});

    EXPECT_FALSE(room.record().time);
    EXPECT_EQ(room.record().answers.at(field("exposure_at")), a_day_ago);
}

TEST(ExactTime, IsToldWithKeysAlone)
{
    auto room = asked_when();
    for (const char32_t digit : {U'1', U'3', U'3', U'4', U'5'}) {
        press(room, {.key = ui::Key::character, .character = digit});
    }
    press(room, {.key = ui::Key::enter});
    EXPECT_EQ(room.record().answers.at(field("exposure_at")), a_day_ago);
}

TEST(ExactTime, NeverLeadsIntoTheFuture)
{
    auto room = asked_when();
    for (const auto by : {std::chrono::minutes{24h}, std::chrono::minutes{1h}, time_step}) {
        room.does(StepTime{by});
        EXPECT_LE(room.record().time->at, sample_now);
    }
    room.does(StepTime{-1h});
    room.does(StepTime{24h});
    EXPECT_EQ(room.record().time->at, sample_now - 1h);
}

TEST(ExactTime, OfTheFutureIsNoAnswerHoweverItIsGiven)
{
    Room room;
    room.does(choose("exposure", "yes"));
    room.does(GiveAnswer{field("exposure_at"), domain::AnswerValue{domain::Instant{sample_now + 1min}}});
    EXPECT_FALSE(room.record().answers.contains(field("exposure_at")));
    room.does(GiveAnswer{field("exposure_at"), domain::AnswerValue{domain::Instant{sample_now}}});
    EXPECT_TRUE(room.record().answers.contains(field("exposure_at")));
}

TEST(ExactTime, GoesNoFurtherBackThanAnybodyKnowsIt)
{
    auto room = asked_when();
    for (int day = 0; day < 60; ++day) {
        room.does(StepTime{-24h});
    }
    EXPECT_GE(room.record().time->at, sample_now - longest_ago);
}

TEST(ExactTime, BeginsWithWhatWasAnswered)
{
    Room room;
    room.does(choose("exposure", "yes"));
    room.does(GiveAnswer{field("exposure_at"), domain::AnswerValue{domain::Instant{sample_now - 12h}}});
    room.does(AskExactTime{field("exposure_at")});
    EXPECT_EQ(room.record().time->at, sample_now - 12h);
}

TEST(ExactTime, IsNoAnswerWhenTheSheetIsClosed)
{
    auto room = asked_when();
    room.does(StepTime{-24h});
    room.does(CloseTime{});
    EXPECT_FALSE(room.record().time);
    EXPECT_FALSE(room.record().answers.contains(field("exposure_at")));
}

TEST(ExactTime, SaysLargeThatItIsTooLate)
{
    auto room = asked_when();
    for (int day = 0; day < 3; ++day) {
        room.does(StepTime{-24h});
    }
    EXPECT_TRUE(shows(room, "Too late for PEP"));
}

TEST(ExactTime, StaysWithinItsLimitsWhateverIsPressed)
{
    EXPECT_TRUE(rc::check("steps of any kind in any order", [] {
        auto room = asked_when();
        for (int presses = *rc::gen::inRange(0, 40); presses > 0; --presses) {
            room.does(StepTime{*rc::gen::element(std::chrono::minutes{-24h}, std::chrono::minutes{24h},
                                                 std::chrono::minutes{-1h}, std::chrono::minutes{1h}, -time_step,
                                                 time_step)});
            RC_ASSERT(room.record().time->at <= sample_now);
            RC_ASSERT(room.record().time->at >= sample_now - longest_ago);
        }
    }));
}

} // namespace
} // namespace verandah::console
