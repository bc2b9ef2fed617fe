// SPDX-License-Identifier: Apache-2.0
// Overwriting what memory has given back: the stack, and everything freed.
#include "shared/files/scrub.hpp"

#include <limits.h>
#include <malloc.h>
#include <string.h> // explicit_bzero is not in <cstring>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstdlib>
#include <string_view>

namespace verandah::files {
namespace {

constexpr const char* tunables = "GLIBC_TUNABLES";
constexpr const char* overwriting =
    "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0:glibc.pthread.stack_cache_size=0";

} // namespace

[[gnu::noinline]] void scrub_stack() noexcept
{
    std::array<std::byte, std::size_t{512} * 1024> used_before; // far below what any call here reaches
    explicit_bzero(used_before.data(), used_before.size());
}

void overwrite_freed_memory(char** arguments) noexcept
{
    mallopt(M_PERTURB, 165);
    const char* set = std::getenv(tunables);
    if (set != nullptr && std::string_view{set} == overwriting) {
        return;
    }
    std::array<char, PATH_MAX> program{};
    const ssize_t length = readlink("/proc/self/exe", program.data(), program.size() - 1);
    if (length > 0 && setenv(tunables, overwriting, 1) == 0) {
        execv(program.data(), arguments); // returns only when it fails; then the program runs on with less
    }
}

} // namespace verandah::files
