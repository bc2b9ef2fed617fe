// SPDX-License-Identifier: Apache-2.0
// Read from /proc/PID/statm and the schedule of each thread.
#include "bench/process_figures.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace verandah::bench {

double resident_megabytes(pid_t process)
{
    std::ifstream pages{fmt::format("/proc/{}/statm", process)};
    double size = 0;
    double resident = 0;
    pages >> size >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

std::chrono::nanoseconds processor_time(pid_t process)
{
    std::chrono::nanoseconds sum{};
    for (const auto& thread : std::filesystem::directory_iterator{fmt::format("/proc/{}/task", process)}) {
        std::ifstream schedule{thread.path() / "schedstat"};
        std::int64_t on_processor = 0;
        schedule >> on_processor;
        sum += std::chrono::nanoseconds{on_processor};
    }
    return sum;
}

} // namespace verandah::bench
