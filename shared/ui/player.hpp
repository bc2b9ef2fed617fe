// SPDX-License-Identifier: Apache-2.0
// Plays a user from a script: for demonstrations and tests of the real programs, with or without a display.
//
// One command a line:
//   press "I have no card"      touches the middle of the widget with that label, waiting for it if need be
//   key Enter                   a key: Tab, Enter, Space, Escape, Backspace, Up, Down, Left, Right, or one letter or
//                               digit, with "Ctrl " or "Ctrl Shift " before it when they are held
//   type some words             typed text, as into a field
//   scan CODE                   typed text and Enter, as from a scanner
//   wait "Your number" [20]     until the words are on the screen, that many seconds at most (10)
//   gone "Your number" [20]     until they are no longer
//   pause 0.5                   seconds
//   picture out/welcome.png     what is on the glass
//   words                       prints what is written on the screen
//   quit
// What is pressed is really on the screen: the touch goes the same way as a finger's. Every command is answered by one
// line on standard output, "done: …" or "failed: …"; after a failure the rest is not played and failed() is true.
// Labels and words match when they are equal or, failing that, when exactly one on the screen begins with them.
#pragma once

#include "shared/ui/window.hpp"

#include <chrono>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace verandah::ui {

class Player {
public:
    /// Reads commands from a file, a FIFO or "-" (standard input) on a thread of its own and calls `wake` when there
    /// are some. A FIFO stays open after its writer has gone. Throws std::runtime_error when it cannot be opened.
    Player(const std::filesystem::path& script, std::function<void()> wake);
    ~Player();
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    /// What the player does after the frame just drawn, whose words are `words`; nothing when there is nothing to do
    /// yet. Sets Input::close_asked for "quit" and after a failure.
    [[nodiscard]] std::optional<Input> next(Window& window, std::span<const std::string> words);

    /// How long the app may sleep in Window::wait() before asking again.
    [[nodiscard]] std::chrono::milliseconds patience() const;
    [[nodiscard]] bool failed() const { return failed_; }

private:
    using Clock = std::chrono::steady_clock;
    struct Command {
        std::string name;
        std::string text;
        double number = 0;
    };
    struct Reader;

    [[nodiscard]] static Command parse(std::string_view line);
    [[nodiscard]] bool take_next();
    std::optional<Input> play(Window& window, std::span<const std::string> words);
    std::optional<Input> press(Window& window);
    std::optional<Input> press_key();
    std::optional<Input> look_for(std::span<const std::string> words);
    [[nodiscard]] bool is_late() const;
    void answer_done();
    std::optional<Input> answer_failed(const std::string& why);

    std::unique_ptr<Reader> reader_;
    std::optional<Command> command_; ///< Under way.
    Clock::time_point begun_;
    std::optional<Point> held_; ///< Where the finger is down.
    bool failed_ = false;
};

} // namespace verandah::ui
