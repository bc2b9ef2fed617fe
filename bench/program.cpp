// SPDX-License-Identifier: Apache-2.0
// Processes by posix_spawn, watched through /proc.
#include "bench/program.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <fstream>
#include <thread>

namespace verandah::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds patience{60};

std::array<int, 2> make_pipe()
{
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
        throw BenchFailure{"the system gives no more pipes"};
    }
    return ends;
}

} // namespace

Program::Program(const std::filesystem::path& file, const std::vector<std::string>& words,
                 const std::filesystem::path& log, Output output)
    : name_{file.filename().string()}
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
        throw BenchFailure{"cannot start " + file.string()};
    }
}

Program::~Program()
{
    try {
        end();
    } catch (const BenchFailure&) {
        ::kill(process_, SIGKILL);
        waitpid(process_, &status_, 0);
    }
    close(to_program_);
    close(from_program_);
}

void Program::write_line(const std::string& line)
{
    const auto whole = line + "\n";
    if (write(to_program_, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size())) {
        throw BenchFailure{name_ + " does not listen any more"};
    }
}

std::string Program::read_line()
{
    constexpr int patience_ms = std::chrono::milliseconds{patience}.count();
    while (!unread_.contains('\n')) {
        pollfd readable{from_program_, POLLIN, 0};
        std::array<char, 4096> bytes{};
        const auto count =
            poll(&readable, 1, patience_ms) > 0 ? read(from_program_, bytes.data(), bytes.size()) : ssize_t{0};
        if (count <= 0) {
            throw BenchFailure{name_ + " says nothing"};
        }
        unread_.append(bytes.data(), static_cast<std::size_t>(count));
    }
    const auto end = unread_.find('\n');
    auto line = unread_.substr(0, end);
    unread_.erase(0, end + 1);
    return line;
}

bool Program::is_running()
{
    if (process_ > 0 && waitpid(process_, &status_, WNOHANG) == process_) {
        process_ = -1;
    }
    return process_ > 0;
}

int Program::wait()
{
    const auto until = Clock::now() + patience;
    while (is_running()) {
        if (Clock::now() > until) {
            throw BenchFailure{name_ + " does not end"};
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
    return WIFEXITED(status_) ? WEXITSTATUS(status_) : 128 + WTERMSIG(status_);
}

int Program::end()
{
    if (is_running()) {
        ::kill(process_, SIGTERM);
    }
    return wait();
}

double Program::resident_megabytes() const
{
    std::ifstream pages{fmt::format("/proc/{}/statm", process_)};
    double size = 0;
    double resident = 0;
    pages >> size >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

std::chrono::nanoseconds Program::processor_time() const
{
    std::chrono::nanoseconds sum{};
    for (const auto& thread : std::filesystem::directory_iterator{fmt::format("/proc/{}/task", process_)}) {
        std::ifstream schedule{thread.path() / "schedstat"};
        std::int64_t on_processor = 0;
        schedule >> on_processor;
        sum += std::chrono::nanoseconds{on_processor};
    }
    return sum;
}

void run(const std::filesystem::path& file, const std::vector<std::string>& words, const std::filesystem::path& log)
{
    if (Program program{file, words, log, Program::Output::logged}; program.wait() != 0) {
        throw BenchFailure{fmt::format("{} {} failed; see {}", file.string(), words.front(), log.string())};
    }
}

} // namespace verandah::bench
