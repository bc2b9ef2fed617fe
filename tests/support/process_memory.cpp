// SPDX-License-Identifier: Apache-2.0
#include "tests/support/process_memory.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace verandah::test {

namespace {

/// Every writable part of a process's memory, one after the other.
template <class Look>
void look_through(pid_t process, Look look)
{
    std::ifstream maps{fmt::format("/proc/{}/maps", process)};
    const int memory = open(fmt::format("/proc/{}/mem", process).c_str(), O_RDONLY | O_CLOEXEC);
    if (memory < 0) {
        throw std::runtime_error{"the memory of the process cannot be read"};
    }
    std::string held;
    for (std::string line; std::getline(maps, line);) {
        std::uint64_t begin = 0;
        std::uint64_t end = 0;
        char dash = 0;
        std::string rights;
        std::istringstream{line} >> std::hex >> begin >> dash >> end >> rights;
        if (!rights.starts_with("rw")) {
            continue; // what is not writable held nothing
        }
        held.resize(end - begin);
        const ssize_t size = pread(memory, held.data(), held.size(), static_cast<off_t>(begin));
        if (size > 0) {
            look(std::string_view{held}.substr(0, static_cast<std::size_t>(size)));
        }
    }
    close(memory);
}

} // namespace

Trace trace(std::string name, std::span<const std::byte> bytes)
{
    return {std::move(name), {reinterpret_cast<const char*>(bytes.data()), bytes.size()}};
}

std::vector<std::string> traces_in_memory(pid_t process, const std::vector<Trace>& traces)
{
    std::vector<std::string> found;
    look_through(process, [&](std::string_view held) {
        for (const auto& trace : traces) {
            if (std::ranges::find(found, trace.name) == found.end() && held.contains(trace.bytes)) {
                found.push_back(trace.name);
            }
        }
    });
    std::ranges::sort(found);
    return found;
}

} // namespace verandah::test
