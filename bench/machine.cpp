// SPDX-License-Identifier: Apache-2.0
// Read from /proc, and the disk tried.
#include "bench/machine.hpp"

#include "bench/bare_commits.hpp"

#include <fmt/format.h>
#include <stdlib.h>

#include <fstream>
#include <sstream>
#include <thread>

namespace verandah::bench {

namespace {

std::string processor_name()
{
    std::ifstream file{"/proc/cpuinfo"};
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("model name")) {
            return line.substr(line.find(':') + 2);
        }
    }
    return "unknown processor";
}

/// Device and file system of the mount that holds `folder`: the longest mount point it begins with.
std::string disk_of(const std::filesystem::path& folder)
{
    const auto whole = std::filesystem::canonical(folder).string();
    std::ifstream file{"/proc/mounts"};
    std::string longest;
    std::string found = "unknown disk";
    for (std::string line; std::getline(file, line);) {
        std::istringstream words{line};
        std::string device;
        std::string point;
        std::string kind;
        words >> device >> point >> kind;
        if (whole.starts_with(point) && point.size() >= longest.size()) {
            longest = point;
            found = fmt::format("{} on {}", kind, device);
        }
    }
    return found;
}

} // namespace

std::string describe_machine(const std::filesystem::path& folder)
{
    double load = 0;
    getloadavg(&load, 1);
    return fmt::format("{} cores of {}, load {:.1f} before the run\n{}, 4 KiB written and synced in {:.2f} ms (median)",
                       std::thread::hardware_concurrency(), processor_name(), load, disk_of(folder),
                       sync_time(folder).count());
}

} // namespace verandah::bench
