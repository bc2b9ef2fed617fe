// SPDX-License-Identifier: Apache-2.0
// The window without a display: waking, wiping, events.
#include "shared/ui/event_reader.hpp"
#include "shared/ui/window.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <thread>

namespace verandah::ui {
namespace {

using std::chrono::seconds;

struct Offscreen : testing::Test {
    Offscreen() { setenv("SDL_VIDEODRIVER", "offscreen", 0); }
};
using WindowTest = Offscreen;

TEST_F(WindowTest, WakesWhenAnotherThreadAsks)
{
    Window window{{.title = "Wake", .size = {200, 100}}};
    static_cast<void>(window.wait(std::chrono::milliseconds{0}));
    std::thread other{[&window] { window.wake(); }};
    Input input;
    while (!input.woken) {
        input = window.wait(seconds{60});
    }
    other.join();
    EXPECT_TRUE(input.woken);
}

TEST_F(WindowTest, RefusesAVideoDriverThatIsNotThere)
{
    setenv("SDL_VIDEODRIVER", "nosuchdriver", 1);
    EXPECT_THROW((Window{{.title = "None", .size = {200, 100}}}), WindowFailure);
    setenv("SDL_VIDEODRIVER", "offscreen", 1);
}

TEST_F(WindowTest, RemembersNothingAfterForgettingEverything)
{
    Window window{{.title = "Forget", .size = {200, 100}}};
    window.draw({.keys = {{.key = Key::tab}}}, {},
                [](Frame& frame) { static_cast<void>(frame.button({0, 0, 100, 40}, {.label = "47"})); });
    ASSERT_NE(window.interaction().focused, 0U);

    window.forget_everything();

    EXPECT_EQ(window.interaction().focused, 0U);
    EXPECT_TRUE(window.interaction().targets.empty());
}

TEST_F(WindowTest, DrawsAgainAfterForgettingEverything)
{
    Window window{{.title = "Again", .size = {200, 100}}};
    const auto screen = [](Frame& frame) { frame.text(frame.area(), "47", {.size = 40}); };
    window.draw({}, {}, screen);
    window.forget_everything();
    window.draw({}, {}, screen);
    EXPECT_EQ(window.times().frames, 2U);
}

SDL_Event mouse(Uint32 type, int x, int y)
{
    SDL_Event event{};
    event.type = type;
    event.button.button = SDL_BUTTON_LEFT;
    event.button.x = x;
    event.button.y = y;
    return event;
}

TEST(EventReader, NeverFoldsAPressAndItsReleaseIntoOneInput)
{
    EventReader reader{SDL_USEREVENT};
    Input input = reader.begin();
    EXPECT_EQ(reader.take(mouse(SDL_MOUSEBUTTONDOWN, 5, 6), input), EventReader::Next::draw_first);
    EXPECT_EQ(input.pointer.phase, Pointer::Phase::pressed);
    Input after = reader.begin();
    EXPECT_EQ(after.pointer.phase, Pointer::Phase::held);
    EXPECT_EQ(reader.take(mouse(SDL_MOUSEBUTTONUP, 5, 6), after), EventReader::Next::draw_first);
    EXPECT_EQ(after.pointer.phase, Pointer::Phase::released);
}

TEST(EventReader, TakesAFingerLikeAMouseAndLetsItGoAway)
{
    EventReader reader{SDL_USEREVENT};
    reader.set_size({1000, 500}, {1000, 500});
    SDL_Event down{};
    down.tfinger = {.type = SDL_FINGERDOWN,
                    .timestamp = 0,
                    .touchId = 1,
                    .fingerId = 7,
                    .x = 0.5F,
                    .y = 0.5F,
                    .dx = 0,
                    .dy = 0,
                    .pressure = 1,
                    .windowID = 0};
    Input input = reader.begin();
    reader.take(down, input);
    EXPECT_EQ(input.pointer.at, (Point{500, 250}));
    down.type = SDL_FINGERUP;
    reader.take(down, input);
    EXPECT_EQ(reader.begin().pointer.phase, Pointer::Phase::away);
}

TEST(EventReader, KnowsTheLetterOfAKeyInAnotherLayout)
{
    const auto press = key_press({.scancode = SDL_SCANCODE_R, .sym = 0x0642, .mod = KMOD_NONE, .unused = 0});
    ASSERT_TRUE(press);
    EXPECT_EQ(press->character, U'R');
}

} // namespace
} // namespace verandah::ui
