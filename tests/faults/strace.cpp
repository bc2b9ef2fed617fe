// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/strace.hpp"

#include "tests/support/temporary_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spawn.h>
#include <sys/wait.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <stdexcept>
#include <thread>

extern char** environ;

namespace verandah::test {

namespace {

using namespace std::chrono_literals;

/// Whether every thread of `process` is under somebody's watch.
bool is_watched(pid_t process)
{
    for (const auto& task : std::filesystem::directory_iterator{fmt::format("/proc/{}/task", process)}) {
        const auto status = read_file(task.path() / "status");
        if (status.contains("TracerPid:\t0\n")) {
            return false;
        }
    }
    return true;
}

} // namespace

FailingCalls::FailingCalls(pid_t process, const std::vector<std::string>& calls, const std::string& error,
                           const std::filesystem::path& file)
{
    const auto names = fmt::format("{}", fmt::join(calls, ","));
    std::vector<std::string> words{"strace", "-f",
                                   "-o",     "/dev/null",
                                   "-P",     file.string(),
                                   "-e",     "trace=" + names,
                                   "-e",     "inject=" + names + ":error=" + error,
                                   "-p",     std::to_string(process)};
    std::vector<char*> arguments;
    for (auto& word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    const int fault = posix_spawnp(&strace_, "strace", &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (fault != 0) {
        throw std::runtime_error{"strace is not installed"};
    }
    for (const auto until = std::chrono::steady_clock::now() + 10s; !is_watched(process);) {
        if (std::chrono::steady_clock::now() > until) {
            throw std::runtime_error{"strace may not watch another process here"};
        }
        std::this_thread::sleep_for(5ms);
    }
    std::this_thread::sleep_for(50ms); // the threads are stopped one by one, and only then go on with what is injected
}

FailingCalls::~FailingCalls()
{
    ::kill(strace_, SIGINT); // lets go of the process and ends
    waitpid(strace_, nullptr, 0);
}

} // namespace verandah::test
