// SPDX-License-Identifier: Apache-2.0
// A program run to its end, with nothing to read.
#pragma once

#include "tests/support/temporary_folder.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <string>
#include <system_error>
#include <vector>

extern char** environ;

namespace verandah::test {

struct Ran {
    int status; ///< What the program answered.
    std::string out;
    std::string err;
};

/// Runs a program to its end; its output goes through files in `around`.
inline Ran run(const TemporaryFolder& around, std::vector<std::string> words)
{
    const auto out = around / "out.txt";
    const auto err = around / "err.txt";
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    std::vector<char*> arguments;
    for (auto& word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    pid_t child = 0;
    const int fault = posix_spawnp(&child, words.front().c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (fault != 0) {
        throw std::system_error{fault, std::generic_category(), words.front()};
    }
    int status = 0;
    waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_file(out), read_file(err)};
}

} // namespace verandah::test
