// SPDX-License-Identifier: Apache-2.0
// What a running process holds in memory, read from outside as an investigator would.
#pragma once

#include <sys/types.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::test {

/// Something to look for, and what to call it when it is found.
struct Trace {
    std::string name;
    std::string bytes;
};

[[nodiscard]] Trace trace(std::string name, std::span<const std::byte> bytes);

/// The names of those of `traces` that lie anywhere in the process's writable memory. Throws std::runtime_error when it
/// cannot be read.
[[nodiscard]] std::vector<std::string> traces_in_memory(pid_t process, const std::vector<Trace>& traces);

} // namespace verandah::test
