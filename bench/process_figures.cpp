// SPDX-License-Identifier: Apache-2.0
// Read from /proc/PID/statm and the process's clock, which counts threads that have ended, too.
#include "bench/process_figures.hpp"

#include "bench/bench_failure.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <ctime>
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
    clockid_t clock{};
    timespec used{};
    if (const int error = ::clock_getcpuclockid(process, &clock); error != 0 || ::clock_gettime(clock, &used) != 0) {
        throw BenchFailure{fmt::format("what process {} uses is not to be known", process)};
    }
    return std::chrono::seconds{used.tv_sec} + std::chrono::nanoseconds{used.tv_nsec};
}

} // namespace verandah::bench
