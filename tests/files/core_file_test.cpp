// SPDX-License-Identifier: Apache-2.0
// No core file, and nothing in one that is piped to a program: asked of the kernel.
#include "shared/files/core_file.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <string>

namespace verandah::files {
namespace {

/// What a shell that this process starts prints of itself.
std::string said_by_a_child(const std::string& command)
{
    FILE* child = ::popen(command.c_str(), "r");
    std::array<char, 64> line{};
    const char* said = std::fgets(line.data(), line.size(), child);
    ::pclose(child);
    return said == nullptr ? std::string{} : std::string{said};
}

TEST(CoreFile, IsForbiddenForGood)
{
    ASSERT_EQ(forbid_core_files(), Cores::forbidden);

    rlimit limit{1, 1};
    ASSERT_EQ(getrlimit(RLIMIT_CORE, &limit), 0);
    EXPECT_EQ(limit.rlim_cur, 0U);
    EXPECT_EQ(limit.rlim_max, 0U);
}

TEST(CoreFile, HoldsNoMemoryWhereItIsPipedToAProgram)
{
    ASSERT_EQ(forbid_core_files(), Cores::forbidden);

    EXPECT_EQ(test::read_file("/proc/self/coredump_filter"), "00000000\n");
}

TEST(CoreFile, IsForbiddenToChildrenToo)
{
    ASSERT_EQ(forbid_core_files(), Cores::forbidden);

    EXPECT_EQ(said_by_a_child("cat /proc/self/coredump_filter"), "00000000\n");
    EXPECT_EQ(said_by_a_child("ulimit -H -c"), "0\n");
}

} // namespace
} // namespace verandah::files
