// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/shell.hpp"

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <stdexcept>

namespace verandah::test {

Told shell(const std::string& command)
{
    auto* output = ::popen(("{ " + command + "\n} 2>&1").c_str(), "r");
    if (output == nullptr) {
        throw std::runtime_error{"no shell for: " + command};
    }
    Told told{};
    std::array<char, 4096> piece{};
    while (const auto count = std::fread(piece.data(), 1, piece.size(), output)) {
        told.said.append(piece.data(), count);
    }
    const int status = ::pclose(output);
    told.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return told;
}

} // namespace verandah::test
