// SPDX-License-Identifier: Apache-2.0
// Processes by posix_spawn.
#include "tests/support/program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <thread>
#include <utility>

namespace verandah::test {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::chrono::seconds patience{60};

std::array<int, 2> make_pipe()
{
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
        throw ProgramFailed{"the system gives no more pipes"};
    }
    return ends;
}

} // namespace

Program::Program(const std::filesystem::path& file, const std::vector<std::string>& words,
                 const std::filesystem::path& log, Output output)
    : name_{log.stem().string()}
{
    const auto in = make_pipe();
    const auto out = make_pipe();
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    posix_spawn_file_actions_adddup2(&actions, output == Output::heard ? out[1] : STDERR_FILENO, STDOUT_FILENO);
    std::vector<std::string> owned{file.string()};
    owned.insert(owned.end(), words.begin(), words.end());
    std::vector<char*> arguments;
    for (auto& word : owned) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    const int fault = posix_spawn(&process_, file.c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(in[0]);
    close(out[1]);
    to_program_ = in[1];
    from_program_ = out[0];
    if (fault != 0) {
        process_ = -1;
        throw ProgramFailed{"cannot start " + file.string()};
    }
}

Program::~Program()
{
    try {
        if (is_running()) {
            end();
        }
    } catch (const ProgramFailed&) {
        cut_off();
    }
    close(to_program_);
    close(from_program_);
}

std::vector<std::string> Program::play(const std::string& command)
{
    const auto line = command + "\n";
    if (write(to_program_, line.data(), line.size()) != static_cast<ssize_t>(line.size())) {
        throw ProgramFailed{name_ + " does not listen any more"};
    }
    std::vector<std::string> printed;
    const auto until = Clock::now() + patience;
    while (true) {
        auto answer = read_line(until);
        if (!answer) {
            throw ProgramFailed{name_ + " ended"};
        }
        if (answer->starts_with("done: ")) {
            return printed;
        }
        if (answer->starts_with("failed: ")) {
            throw ProgramFailed{name_ + ": " + *answer};
        }
        printed.push_back(*std::move(answer));
    }
}

std::string Program::hear_line()
{
    return read_line(Clock::now() + patience).value_or("");
}

std::optional<std::string> Program::read_line(Clock::time_point until)
{
    while (true) {
        if (const auto end = unread_.find('\n'); end != std::string::npos) {
            auto line = unread_.substr(0, end);
            unread_.erase(0, end + 1);
            return line;
        }
        const auto left = std::chrono::duration_cast<milliseconds>(until - Clock::now());
        pollfd readable{from_program_, POLLIN, 0};
        if (left.count() <= 0 || poll(&readable, 1, static_cast<int>(left.count())) <= 0) {
            throw ProgramFailed{name_ + " gave no answer"};
        }
        std::array<char, 4096> bytes{};
        const auto count = read(from_program_, bytes.data(), bytes.size());
        if (count <= 0) {
            return unread_.empty() ? std::nullopt : std::optional{std::exchange(unread_, {})};
        }
        unread_.append(bytes.data(), static_cast<std::size_t>(count));
    }
}

bool Program::is_running()
{
    if (process_ > 0 && waitpid(process_, &status_, WNOHANG) == process_) {
        process_ = -1;
    }
    return process_ > 0;
}

void Program::cut_off()
{
    if (is_running()) {
        ::kill(process_, SIGKILL);
        waitpid(process_, &status_, 0);
        process_ = -1;
    }
}

int Program::end(std::chrono::seconds at_most)
{
    if (is_running()) {
        ::kill(process_, SIGTERM);
    }
    return wait(at_most);
}

int Program::wait(std::chrono::seconds at_most)
{
    const auto until = Clock::now() + at_most;
    while (is_running()) {
        if (Clock::now() > until) {
            throw ProgramFailed{name_ + " does not end"};
        }
        std::this_thread::sleep_for(milliseconds{5});
    }
    return WIFEXITED(status_) ? WEXITSTATUS(status_) : 128 + WTERMSIG(status_);
}

} // namespace verandah::test
