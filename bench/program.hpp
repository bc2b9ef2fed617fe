// SPDX-License-Identifier: Apache-2.0
// A real program under measurement: started, spoken to, watched and ended.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace verandah::bench {

/// The measurement cannot go on. what() says why.
class BenchFailure : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class Program {
public:
    enum class Output { heard, logged }; ///< heard: by read_line(). logged: like its standard error.
    /// Starts `file` with `words`. Its standard error goes to the end of `log`. Throws BenchFailure when it cannot.
    Program(const std::filesystem::path& file, const std::vector<std::string>& words, const std::filesystem::path& log,
            Output output);
    ~Program(); ///< Ends it with SIGTERM, and waits.
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    void write_line(const std::string& line); ///< To its standard input.
    [[nodiscard]] std::string read_line();    ///< From its standard output. Throws BenchFailure after a minute.

    /// Waits at most a minute for it to end by itself; its exit status.
    int wait();
    /// SIGTERM, then wait().
    int end();
    [[nodiscard]] bool is_running();

    [[nodiscard]] double resident_megabytes() const; ///< 10⁶ bytes.
    /// What all its threads have used of a processor so far.
    [[nodiscard]] std::chrono::nanoseconds processor_time() const;

private:
    std::string name_;
    pid_t process_ = -1; ///< -1 once it has been waited for.
    int to_program_ = -1;
    int from_program_ = -1;
    std::string unread_;
    int status_ = 0;
};

/// Runs a program to its end. Throws BenchFailure unless it succeeds.
void run(const std::filesystem::path& file, const std::vector<std::string>& words, const std::filesystem::path& log);

} // namespace verandah::bench
