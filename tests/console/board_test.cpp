// SPDX-License-Identifier: Apache-2.0
// The board: what is large, what is spoken, and in which order.
#include "clinic/console/sound/speaker.hpp"
#include "clinic/console/sound/speech.hpp"
#include "clinic/console/wording/board_words.hpp"
#include "sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

namespace verandah::console {
namespace {

using test::sample_now;

domain::BoardCall call(int number, const char* sign = "2", int calls = 1)
{
    return {domain::TicketNumber::make(number).value(), sign, calls, sample_now};
}

wire::BoardView view(domain::Sequence sequence, std::vector<domain::BoardCall> latest_first)
{
    return {.sequence = sequence, .waiting = 3, .calls = std::move(latest_first)};
}

/// Takes a view and answers the numbers that are announced because of it.
std::vector<int> announced(Board& board, const BoardHappening& happening)
{
    std::vector<int> numbers;
    for (const auto& effect : handle(board, happening, sample_now)) {
        if (const auto* announce = std::get_if<Announce>(&effect)) {
            numbers.push_back(announce->call.number.value());
        }
    }
    return numbers;
}

Board board_at(wire::BoardView first)
{
    Board board;
    board.link = Link::live;
    static_cast<void>(announced(board, BoardCame{std::move(first)}));
    return board;
}

TEST(Board, AnnouncesCallsOfTheSameMomentOneAfterAnotherInTheirOrder)
{
    auto board = board_at(view(1, {}));

    EXPECT_THAT(announced(board, BoardCame{view(4, {call(9, "4"), call(8), call(7, "1")})}), testing::ElementsAre(7));
    EXPECT_TRUE(calls_before(board).empty()) << "what comes yet is not shown yet";
    EXPECT_THAT(announced(board, SpeechEnded{}), testing::ElementsAre(8));
    EXPECT_THAT(announced(board, SpeechEnded{}), testing::ElementsAre(9));
    EXPECT_THAT(announced(board, SpeechEnded{}), testing::IsEmpty());
    EXPECT_EQ(large_call(board)->number.value(), 9);
}

TEST(Board, SpeaksANumberAgainWhenItIsCalledAgain)
{
    auto board = board_at(view(1, {call(5)}));

    EXPECT_THAT(announced(board, BoardCame{view(2, {call(5, "2", 2)})}), testing::ElementsAre(5));
}

TEST(Board, SpeaksNothingThatWasCalledBeforeItWasSwitchedOn)
{
    Board board;

    EXPECT_THAT(announced(board, BoardCame{view(3, {call(6), call(5)})}), testing::IsEmpty());
    EXPECT_EQ(large_call(board)->number.value(), 6);
}

TEST(Board, LetsACallThatWasTakenBackDisappearQuietly)
{
    auto board = board_at(view(1, {}));
    static_cast<void>(announced(board, BoardCame{view(3, {call(8), call(7)})}));

    EXPECT_THAT(announced(board, BoardCame{view(4, {call(7)})}), testing::IsEmpty());
    EXPECT_THAT(announced(board, SpeechEnded{}), testing::IsEmpty()) << "8 was withdrawn before its turn";
}

TEST(Board, ShowsAtMostFourCallsBesideTheLargeOne)
{
    const auto board = board_at(view(1, {call(5), call(4), call(3), call(2), call(1)}));

    EXPECT_EQ(calls_before(board).size(), 4U);
}

TEST(Board, SpeaksNothingOldAfterALongTimeWithoutTheHub)
{
    auto board = board_at(view(1, {}));
    auto old = call(4);
    old.at = sample_now - std::chrono::minutes{10};

    EXPECT_THAT(announced(board, BoardCame{view(9, {old})}), testing::IsEmpty());
    EXPECT_EQ(large_call(board)->number.value(), 4);
}

std::vector<ui::Translator> centre_languages()
{
    std::vector<ui::Translator> all;
    for (const char* code : {"en", "hi", "ar"}) {
        all.emplace_back(ui::find_language(code).value(), VERANDAH_LANGUAGES);
    }
    return all;
}

TEST(BoardWords, SayACallOnceInEachLanguageWhenOthersAreWaitingToBeAnnounced)
{
    auto board = board_at(view(1, {}));
    const auto effects = handle(board, BoardCame{view(3, {call(8), call(7)})}, sample_now);

    ASSERT_EQ(effects.size(), 1U);
    EXPECT_EQ(spoken_words(std::get<Announce>(effects.front()), centre_languages()).size(), 3U);
}

TEST(BoardWords, SayNumberAndRoomTwiceInEachLanguageAndNeverAService)
{
    const auto spoken = spoken_words({call(52), Rounds::two}, centre_languages());

    ASSERT_EQ(spoken.size(), 6U);
    EXPECT_EQ(spoken[0], (Utterance{"en", "Number 52, Room 2."}));
    EXPECT_EQ(spoken[3], spoken[0]);
    EXPECT_EQ(spoken[1].language, "hi");
}

TEST(Speech, SpeaksEveryLanguageOfTheHouseAloud)
{
    const Speech speech;
    ASSERT_TRUE(speech.can_speak());
    for (const auto& utterance : spoken_words({call(52), Rounds::two}, centre_languages())) {
        const auto samples = speech.speak(utterance);
        ASSERT_TRUE(samples) << utterance.language;
        EXPECT_GT(length_of(*samples), std::chrono::milliseconds{700}) << utterance.language;
        EXPECT_GT(*std::ranges::max_element(*samples), 2'000) << utterance.language;
    }
}

TEST(Speech, IsMuteInALanguageWithoutAVoice)
{
    const Speech speech;

    EXPECT_FALSE(speech.speak({"xx-nothing", "52"}));
}

TEST(Speaker, RunsOnWithoutAnAudioDevice)
{
    setenv("SDL_AUDIODRIVER", "nothing", 1);
    Speaker speaker;
    EXPECT_TRUE(speaker.is_missing());
    EXPECT_FALSE(speaker.why_missing().empty());

    speaker.play(chime());
    unsetenv("SDL_AUDIODRIVER");
}

TEST(Chime, IsTwoSoftNotesThatNeverClip)
{
    const auto samples = chime();
    const auto loudest = *std::ranges::max_element(samples);

    EXPECT_GT(loudest, 3'000);
    EXPECT_LT(loudest, 30'000);
}

} // namespace
} // namespace verandah::console
