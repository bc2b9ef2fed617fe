// SPDX-License-Identifier: Apache-2.0
// The screens without a window: pressed by label, read back, measured.
#include "clinic/console/flow/outlook.hpp"
#include "clinic/console/screens/screen.hpp"
#include "clinic/console/wording/board_words.hpp"
#include "clinic/console/wording/words.hpp"
#include "sample.hpp"
#include "stage.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <memory>

namespace verandah::console {
namespace {

using test::sample_now;
using test::Stage;
using test::translator;

/// Every state a page can be in.
std::vector<std::pair<std::string, Console>> every_state()
{
    const auto busy = test::console_with(test::busy_line());
    std::vector<std::pair<std::string, Console>> all{{"busy", busy},
                                                     {"empty", test::console_with(domain::Line{test::sample_centre()})},
                                                     {"many", test::console_with(test::long_line(300))}};
    const auto add = [&](const std::string& name, const std::vector<Wish>& wishes) {
        auto state = busy;
        for (const auto& wish : wishes) {
            static_cast<void>(handle(state, wish, sample_now));
        }
        all.emplace_back(name, std::move(state));
    };
    add("today", {ShowPage{Page::today}});
    add("chosen", {StepRow{1}, StepRow{1}});
    add("send on", {Do{Deed::send_on}});
    add("add", {Do{Deed::add_person}});
    add("hold", {StepRow{1}, StepRow{1}, Do{Deed::hold}});
    add("class", {Do{Deed::change_class}});
    add("room", {AskStation{}});
    add("view", {AskSettings{}});
    add("close", {ShowPage{Page::today}, Do{Deed::close_day}});
    add("covered", {Cover{}});
    add("menu", {AskMenu{}});
    auto away = busy;
    static_cast<void>(handle(away, LinkWent{Link::reconnecting}, sample_now));
    all.emplace_back("away", std::move(away));
    auto alert = busy;
    const domain::AlertRaised raised{domain::AlertId{1}, domain::AlertKind::person, "kiosk-1", sample_now};
    static_cast<void>(handle(alert, LineChanged{2, {.tickets = {}, .alerts = {raised, raised}}}, sample_now));
    all.emplace_back("alert", std::move(alert));
    return all;
}

TEST(ConsoleScreens, CutNoTextAndPlaceNothingOutsideInAnyStateAndLanguage)
{
    for (const char* language : {"en", "hi", "ar"}) {
        for (const auto& [name, state] : every_state()) {
            Stage stage{state, language};
            if (state.sheet) { // what lies behind a question may stand under it
                continue;
            }
            stage.show();
            EXPECT_THAT(stage.rehearsal.faults({}), testing::IsEmpty()) << name << " in " << language;
        }
    }
}

TEST(ConsoleScreens, PlaceNothingOutsideInLargeText)
{
    for (const char* language : {"en", "hi", "ar"}) {
        for (const auto& [name, state] : every_state()) {
            if (state.sheet) {
                continue;
            }
            Stage stage{state, language, 1.25F};
            stage.show();
            EXPECT_THAT(stage.rehearsal.faults({}), testing::IsEmpty()) << name << " in " << language;
        }
    }
}

TEST(ConsoleScreens, CutNoTextOfASheetInAnyLanguage)
{
    for (const char* language : {"en", "hi", "ar"}) {
        for (const auto& [name, state] : every_state()) {
            if (!state.sheet) {
                continue;
            }
            Stage stage{state, language};
            stage.show();
            for (const auto& text : stage.rehearsal.painter().texts()) {
                EXPECT_TRUE(text.complete) << name << " in " << language << ": " << text.words;
            }
        }
    }
}

TEST(ConsoleScreens, DrawOnlyTheRowsInSightOfThreeHundred)
{
    Stage stage{test::console_with(test::long_line(300))};
    stage.show();

    EXPECT_TRUE(stage.rehearsal.shows("1"));
    EXPECT_LT(stage.rehearsal.targets().size(), 50U);
}

TEST(ConsoleScreens, MirrorInArabicButNotTheNumbers)
{
    Stage english{test::console_with(test::busy_line())};
    Stage arabic{test::console_with(test::busy_line()), "ar"};
    english.show();
    arabic.show();

    EXPECT_LT(english.rehearsal.target("Line").rect.x, 100);
    EXPECT_GT(arabic.rehearsal.target("الصف").rect.x, 1266);
    EXPECT_TRUE(arabic.rehearsal.shows("37"));
}

TEST(ConsoleScreens, MarkWhoIsNextAndSayWhy)
{
    Stage stage{test::console_with(test::busy_line())};
    stage.show();

    EXPECT_TRUE(stage.rehearsal.shows("Call next · 37"));
    EXPECT_TRUE(stage.rehearsal.shows("next"));
    EXPECT_TRUE(stage.rehearsal.shows("urgent goes first"));
    EXPECT_TRUE(stage.rehearsal.shows("2 × 16 min"));
    EXPECT_TRUE(stage.rehearsal.shows("comes back after 2 calls"));
    EXPECT_TRUE(stage.rehearsal.shows("back in 5 min"));
}

TEST(ConsoleScreens, DoByKeyWhatTheButtonDoes)
{
    Stage stage{test::console_with(test::busy_line())};

    EXPECT_EQ(stage.press("Done"), Answer{Do{Deed::done}});
    EXPECT_EQ(stage.press_letter('D'), Answer{Do{Deed::done}});
    EXPECT_EQ(stage.press_key({.key = ui::Key::space}), Answer{Do{Deed::call_next}});
    EXPECT_EQ(stage.press_letter('N'), Answer{Do{Deed::add_person}});
    EXPECT_EQ(stage.press_key({.key = ui::Key::character, .character = 'Z', .control = true}), Answer{Do{Deed::undo}});
    EXPECT_EQ(stage.press_key({.key = ui::Key::escape}), Answer{Cover{}});
}

TEST(ConsoleScreens, SayWhyAButtonThatIsPaleDoesNothing)
{
    Stage stage{test::console_with(test::long_line(2))};
    const auto answer = stage.press("Start");
    ASSERT_EQ(answer, Answer{Do{Deed::start}});

    static_cast<void>(handle(stage.console, Wish{*answer}, sample_now));
    stage.show();

    EXPECT_TRUE(stage.rehearsal.shows("Choose somebody in the list first."));
}

TEST(ConsoleScreens, ShowNothingOfTheLineUnderTheCover)
{
    auto console = test::console_with(test::busy_line());
    static_cast<void>(handle(console, Wish{Cover{}}, sample_now));
    Stage stage{std::move(console)};
    stage.show();

    EXPECT_THAT(stage.rehearsal.words(), testing::ElementsAre("Welcome", "Press any key to go on"));
    EXPECT_EQ(stage.press_letter('D'), Answer{Uncover{}});
}

TEST(ConsoleScreens, OfferToGoToAnAlertWithOneKey)
{
    for (const auto& [name, state] : every_state()) {
        if (name == "alert") {
            Stage stage{state};
            EXPECT_EQ(stage.press_letter('G'), Answer{Do{Deed::answer_alert}});
        }
    }
}

TEST(ConsoleScreens, KeepTheLastKnownLineReadableWhileReconnecting)
{
    auto console = test::console_with(test::busy_line());
    static_cast<void>(handle(console, LinkWent{Link::reconnecting}, sample_now));
    Stage stage{std::move(console)};
    stage.show();

    EXPECT_TRUE(stage.rehearsal.shows("Reconnecting…"));
    EXPECT_TRUE(stage.rehearsal.shows("urgent goes first"));
}

TEST(BoardScreen, ShowsNumbersAndDoorsAndNoService)
{
    Board board;
    board.link = Link::live;
    const auto call = [](int number) {
        return domain::BoardCall{domain::TicketNumber::make(number).value(), "2", 1, sample_now};
    };
    static_cast<void>(
        handle(board, BoardCame{{.sequence = 1, .waiting = 11, .calls = {call(52), call(31)}}}, sample_now));
    for (const ui::Size size : {ui::Size{1920, 1080}, ui::Size{1280, 720}, ui::Size{1080, 1920}}) {
        ui::Rehearsal stage{{.size = size, .motion = ui::Motion::reduced}};
        const auto model = board_words(board, translator("en"), Sound::there, sample_now);
        stage.show([&](ui::Frame& frame) { draw_board_screen(frame, model); });

        EXPECT_THAT(stage.words(), testing::UnorderedElementsAre("Please come in", "52", "Room 2", "11 people waiting",
                                                                 "Called before", "31", "Room 2"));
        EXPECT_THAT(stage.faults({}), testing::IsEmpty());
        EXPECT_GT(stage.text("52").size * ui::capital_part, 0.13F * std::max(size.width, size.height));
    }
}

TEST(BoardScreen, IsReadAtEightMetresOnAFortyInchScreen)
{
    // 40 inches wide screens are 498 mm high; 8 m need capitals of 20 mm (distance / 400) for the room signs.
    Board board;
    const domain::BoardCall first{domain::TicketNumber::make(52).value(), "2", 1, sample_now};
    const domain::BoardCall before{domain::TicketNumber::make(31).value(), "4", 1, sample_now};
    static_cast<void>(handle(board, BoardCame{{.sequence = 1, .waiting = 1, .calls = {first, before}}}, sample_now));
    ui::Rehearsal stage{{.size = {1920, 1080}, .motion = ui::Motion::reduced}};
    const auto model = board_words(board, translator("en"), Sound::there, sample_now);
    stage.show([&](ui::Frame& frame) { draw_board_screen(frame, model); });
    const auto capitals_mm = [&](std::string_view words) {
        return stage.text(words).size * ui::capital_part * 498.0F / 1080.0F;
    };

    EXPECT_GE(capitals_mm("52"), 150);
    EXPECT_GE(capitals_mm("Room 2"), 30);
    EXPECT_GE(capitals_mm("31"), 30);
    EXPECT_GE(capitals_mm("Room 4"), 19.5F);
}

/// What a program prints.
std::string output_of(const std::string& command)
{
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe{popen(command.c_str(), "r"), pclose};
    std::string output;
    std::array<char, 4096> buffer{};
    while (pipe && std::fgets(buffer.data(), static_cast<int>(buffer.size()), pipe.get()) != nullptr) {
        output += buffer.data();
    }
    return output;
}

TEST(ConsoleWords, AreTranslatedWithoutAGapInEveryLanguage)
{
    const std::string source = VERANDAH_SOURCE_DIR;
    for (const char* language : {"hi", "ar"}) {
        const auto output = output_of(
            fmt::format("cd {0} && xgettext --from-code=UTF-8 -k --keyword=translate:1 --keyword=translate:1,2 "
                        "--keyword=translate_in:1c,2 -C -o - "
                        "clinic/console/*/*.cpp | msgcmp assets/languages/{1}/console.po - 2>&1",
                        source, language));
        EXPECT_EQ(output, "") << language;
    }
}

} // namespace
} // namespace verandah::console
