// SPDX-License-Identifier: Apache-2.0
// [backup] in centre.toml: what it may say, and what is refused.
#include "clinic/hub/centre/centre_file.hpp"
#include "tests/centre/fault_lines.hpp"
#include "tests/centre/small_centre.hpp"

#include <gmock/gmock.h>

namespace verandah::hub {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string with_backup(std::string_view lines)
{
    return std::string{test::small_centre} + "\n[backup]\n" + std::string{lines};
}

std::vector<std::string> faults_of_backup(std::string_view lines)
{
    return test::lines_of(read_centre_text(with_backup(lines), "centre.toml"), "centre.toml");
}

TEST(BackupSection, IsOffWhenItIsNotThere)
{
    EXPECT_FALSE(read_centre_text(test::small_centre, "centre.toml")->hub.backup);
}

TEST(BackupSection, NeedsOnlyAFolder)
{
    const auto read = read_centre_text(with_backup("folder = \"/backup\"\n"), "centre.toml");

    ASSERT_TRUE(read);
    EXPECT_EQ(read->hub.backup, (BackupSettings{"/backup", std::chrono::hours{24}, 7}));
}

TEST(BackupSection, SaysHowOftenAndHowMany)
{
    const auto read =
        read_centre_text(with_backup("folder = \"/backup\"\nevery_hours = 2\nkeep = 30\n"), "centre.toml");

    ASSERT_TRUE(read);
    EXPECT_EQ(read->hub.backup, (BackupSettings{"/backup", std::chrono::hours{2}, 30}));
}

TEST(BackupSection, RefusesWhatCannotBe)
{
    EXPECT_THAT(faults_of_backup(""), ElementsAre(HasSubstr("has no \"folder\"")));
    EXPECT_THAT(faults_of_backup("folder = \"backup\"\n"), ElementsAre(HasSubstr("is not said from the root on")));
    EXPECT_THAT(faults_of_backup("folder = \"\"\n"), ElementsAre(HasSubstr("is empty")));
    EXPECT_THAT(faults_of_backup("folder = \"/backup\"\nkeep = 0\n"), ElementsAre(HasSubstr("\"keep\"")));
    EXPECT_THAT(faults_of_backup("folder = \"/backup\"\nevery_hours = 169\n"),
                ElementsAre(HasSubstr("\"every_hours\"")));
    EXPECT_THAT(faults_of_backup("folder = \"/backup\"\nkep = 3\n"), ElementsAre(HasSubstr("Did you mean \"keep\"?")));
}

} // namespace
} // namespace verandah::hub
