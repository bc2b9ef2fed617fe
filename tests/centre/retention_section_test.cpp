// SPDX-License-Identifier: Apache-2.0
// [retention] in centre.toml: on without being asked for, and what is refused.
#include "clinic/hub/centre/centre_file.hpp"
#include "tests/centre/fault_lines.hpp"
#include "tests/centre/small_centre.hpp"

#include <gmock/gmock.h>

namespace verandah::hub {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::expected<CentreFile, std::vector<Fault>> read_retention(std::string_view lines)
{
    return read_centre_text(std::string{test::small_centre} + "\n[retention]\n" + std::string{lines}, "centre.toml");
}

std::vector<std::string> faults_of_retention(std::string_view lines)
{
    return test::lines_of(read_retention(lines), "centre.toml");
}

TEST(RetentionSection, IsAYearWhenItIsNotThere)
{
    EXPECT_EQ(read_centre_text(test::small_centre, "centre.toml")->hub.retention.visit_detail, std::chrono::days{365});
    EXPECT_EQ(read_retention("")->hub.retention.visit_detail, std::chrono::days{365});
}

TEST(RetentionSection, SaysForHowLong)
{
    EXPECT_EQ(read_retention("visit_detail_days = 90\n")->hub.retention.visit_detail, std::chrono::days{90});
}

TEST(RetentionSection, RefusesWhatCannotBe)
{
    for (const auto* days : {"0", "6", "-1", "3651", "\"long\"", "1.5"}) {
        EXPECT_THAT(faults_of_retention("visit_detail_days = " + std::string{days} + "\n"),
                    ElementsAre(HasSubstr("\"visit_detail_days\"")))
            << days;
    }
    EXPECT_THAT(faults_of_retention("visit_detail_day = 30\n"),
                ElementsAre(HasSubstr("Did you mean \"visit_detail_days\"?")));
}

} // namespace
} // namespace verandah::hub
