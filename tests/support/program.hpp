// SPDX-License-Identifier: Apache-2.0
// One of the real programs, run as a process of its own and spoken to over its standard input and output.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace verandah::test {

/// It could not be started, does not answer or does not end. what() says which program, and what was asked of it.
class ProgramFailed : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class Program {
public:
    enum class Output { heard, logged }; ///< heard: play() reads it. logged: it goes to the log like the errors.
    /// Starts `file` with `words`; its standard error goes to the end of `log`. Throws ProgramFailed when it cannot.
    Program(const std::filesystem::path& file, const std::vector<std::string>& words, const std::filesystem::path& log,
            Output output);
    ~Program(); ///< Ends it, politely first.
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    /// Gives a program with `--play -` one command (shared/ui/player.hpp) and returns what it printed before "done: …".
    /// Throws ProgramFailed when the command failed, the program ended, or a minute passed.
    std::vector<std::string> play(const std::string& command);

    /// The next line it prints, waiting a minute at most; empty when it ended without one.
    std::string hear_line();

    /// kill -9, as a power cut would. Returns when it is gone.
    void cut_off();
    /// SIGTERM. Returns the exit status; throws ProgramFailed when it does not end within `at_most`.
    int end(std::chrono::seconds at_most = std::chrono::seconds{10});
    /// Waits for it to end by itself. Returns the exit status.
    int wait(std::chrono::seconds at_most);
    /// Whether it has not ended yet.
    [[nodiscard]] bool is_running();
    [[nodiscard]] pid_t id() const { return process_; } ///< -1 once it has been waited for.

private:
    /// nullopt when it ended. The last line may lack its end.
    std::optional<std::string> read_line(std::chrono::steady_clock::time_point until);

    std::string name_;
    pid_t process_ = -1; ///< -1 once it has been waited for.
    int to_program_ = -1;
    int from_program_ = -1;
    std::string unread_;
    int status_ = 0;
};

} // namespace verandah::test
