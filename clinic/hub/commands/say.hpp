// SPDX-License-Identifier: Apache-2.0
// How the commands talk: what was done to standard output, what was refused to standard error.
#pragma once

#include "clinic/hub/commands/commands.hpp"
#include "clinic/store/audit/checkpoint_log.hpp"
#include "shared/domain/time.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <span>
#include <string>
#include <utility>

namespace verandah::hub {

template <class... Parts>
void say(fmt::format_string<Parts...> format, Parts&&... parts)
{
    fmt::print("{}\n", fmt::format(format, std::forward<Parts>(parts)...));
}

/// One line each; the answer is the exit status.
[[nodiscard]] inline int refuse_with(std::span<const std::string> lines)
{
    for (const auto& line : lines) {
        fmt::print(stderr, "{}\n", line);
    }
    return refused;
}

[[nodiscard]] inline int refuse_with(const std::string& line)
{
    return refuse_with(std::span{&line, 1});
}

/// What to keep on paper of an audit trail.
void say_fingerprint(const store::AuditPaths& paths);

[[nodiscard]] inline domain::Instant system_now()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

} // namespace verandah::hub
