// SPDX-License-Identifier: Apache-2.0
// What a program uses, as /proc tells it.
#pragma once

#include <sys/types.h>

#include <chrono>

namespace verandah::bench {

[[nodiscard]] double resident_megabytes(pid_t process); ///< 10⁶ bytes.
/// What all its threads have used of a processor so far.
[[nodiscard]] std::chrono::nanoseconds processor_time(pid_t process);

} // namespace verandah::bench
