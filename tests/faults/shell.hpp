// SPDX-License-Identifier: Apache-2.0
// Tools of the system that a test asks: openssl, sslscan, strace, ip.
#pragma once

#include <string>

namespace verandah::test {

struct Told {
    int status; ///< Of the shell; 128 and the signal's number when one ended it.
    std::string said;
};

/// Runs `command` in a shell and waits for it. What it says on both outputs is in `said`.
[[nodiscard]] Told shell(const std::string& command);

} // namespace verandah::test
