// SPDX-License-Identifier: Apache-2.0
// System calls of a running process that fail, by strace.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace verandah::test {

/// While it lives, `process` gets `error` ("EIO") from each of `calls` that concerns `file`.
class FailingCalls {
public:
    /// Returns once it is so. Throws std::runtime_error when strace cannot.
    FailingCalls(pid_t process, const std::vector<std::string>& calls, const std::string& error,
                 const std::filesystem::path& file);
    ~FailingCalls();
    FailingCalls(const FailingCalls&) = delete;
    FailingCalls& operator=(const FailingCalls&) = delete;

private:
    pid_t strace_{-1};
};

} // namespace verandah::test
