// SPDX-License-Identifier: Apache-2.0
// [publishing] in centre.toml: how small a count may be that is told, and what is refused.
#include "clinic/hub/centre/centre_file.hpp"
#include "tests/centre/fault_lines.hpp"
#include "tests/centre/small_centre.hpp"

#include <gmock/gmock.h>

namespace verandah::hub {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::expected<CentreFile, std::vector<Fault>> read_publishing(std::string_view lines)
{
    return read_centre_text(std::string{test::small_centre} + "\n[publishing]\n" + std::string{lines}, "centre.toml");
}

std::vector<std::string> faults_of_publishing(std::string_view lines)
{
    return test::lines_of(read_publishing(lines), "centre.toml");
}

TEST(PublishingSection, HidesCountsBelowFiveWhenItIsNotThere)
{
    EXPECT_EQ(read_centre_text(test::small_centre, "centre.toml")->hub.publishing.smallest_count, 5);
    EXPECT_EQ(read_publishing("")->hub.publishing.smallest_count, 5);
}

TEST(PublishingSection, SaysFromWhichCountOn)
{
    EXPECT_EQ(read_publishing("smallest_count = 10\n")->hub.publishing.smallest_count, 10);
    EXPECT_EQ(read_publishing("smallest_count = 3\n")->hub.publishing.smallest_count, 3);
}

TEST(PublishingSection, CannotBeUsedToShowEverybody)
{
    for (const auto* count : {"0", "1", "2", "-5", "101", "9223372036854775807", "\"few\"", "4.5", "true", "[5]"}) {
        EXPECT_THAT(faults_of_publishing("smallest_count = " + std::string{count} + "\n"),
                    ElementsAre(HasSubstr("\"smallest_count\"")))
            << count;
    }
}

TEST(PublishingSection, RefusesAWordItDoesNotKnow)
{
    EXPECT_THAT(faults_of_publishing("smalest_count = 7\n"),
                ElementsAre(HasSubstr("Did you mean \"smallest_count\"?")));
}

TEST(PublishingSection, IsATableAndNothingElse)
{
    EXPECT_FALSE(read_centre_text("publishing = 5\n" + std::string{test::small_centre}, "centre.toml"));
    EXPECT_FALSE(read_publishing("smallest_count = 5\nsmallest_count = 6\n"));
}

} // namespace
} // namespace verandah::hub
