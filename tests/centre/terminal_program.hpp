// SPDX-License-Identifier: Apache-2.0
// A program at a terminal of its own, with somebody who reads and types.
#pragma once

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <stdexcept>
#include <string>
#include <vector>

extern char** environ;

namespace verandah::test {

class TerminalProgram {
public:
    explicit TerminalProgram(std::vector<std::string> words)
    {
        terminal_ = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
        if (terminal_ < 0 || ::grantpt(terminal_) != 0 || ::unlockpt(terminal_) != 0) {
            throw std::runtime_error{"no more terminals"};
        }
        const std::string name = ::ptsname(terminal_);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        for (const int stream : {0, 1, 2}) {
            posix_spawn_file_actions_addopen(&actions, stream, name.c_str(), O_RDWR | O_NOCTTY, 0);
        }
        std::vector<char*> arguments;
        for (auto& word : words) {
            arguments.push_back(word.data());
        }
        arguments.push_back(nullptr);
        const int fault = posix_spawn(&process_, arguments.front(), &actions, nullptr, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        if (fault != 0) {
            throw std::runtime_error{"cannot start " + words.front()};
        }
    }
    TerminalProgram(const TerminalProgram&) = delete;
    TerminalProgram& operator=(const TerminalProgram&) = delete;
    ~TerminalProgram()
    {
        if (process_ > 0) {
            ::kill(process_, SIGKILL);
            waitpid(process_, nullptr, 0);
        }
        close(terminal_);
    }

    /// Waits until `text` stands on the screen after what was waited for before.
    void wait_for(const std::string& text)
    {
        while (screen_.find(text, seen_) == std::string::npos) {
            if (!read_on()) {
                throw std::runtime_error{"\"" + text + "\" does not come; there is: " + screen_};
            }
        }
        seen_ = screen_.find(text, seen_) + text.size();
    }
    void type(const std::string& text) const
    {
        if (write(terminal_, text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
            throw std::runtime_error{"nobody reads the terminal"};
        }
    }
    /// The exit status.
    int wait()
    {
        while (read_on()) {
        }
        int status = 0;
        waitpid(process_, &status, 0);
        process_ = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    /// Whether what is typed shows, as it does at first.
    [[nodiscard]] bool echoes() const
    {
        termios settings{};
        return ::tcgetattr(terminal_, &settings) == 0 && (settings.c_lflag & ECHO) != 0;
    }
    [[nodiscard]] const std::string& screen() const { return screen_; }

private:
    /// False when it ended, or nothing came for twenty seconds.
    bool read_on()
    {
        constexpr int patience = 20'000;
        pollfd readable{terminal_, POLLIN, 0};
        std::array<char, 1024> bytes{};
        const ssize_t count = poll(&readable, 1, patience) > 0 ? read(terminal_, bytes.data(), bytes.size()) : 0;
        screen_.append(bytes.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
        return count > 0;
    }

    int terminal_{-1};
    pid_t process_{-1};
    std::string screen_;
    std::size_t seen_{0};
};

} // namespace verandah::test
