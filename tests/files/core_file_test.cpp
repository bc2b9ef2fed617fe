// SPDX-License-Identifier: Apache-2.0
#include "shared/files/core_file.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

namespace verandah::files {
namespace {

TEST(CoreFile, IsForbiddenForGood)
{
    forbid_core_files();

    rlimit limit{1, 1};
    ASSERT_EQ(getrlimit(RLIMIT_CORE, &limit), 0);
    EXPECT_EQ(limit.rlim_cur, 0U);
    EXPECT_EQ(limit.rlim_max, 0U);
}

} // namespace
} // namespace verandah::files
