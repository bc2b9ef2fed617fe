// SPDX-License-Identifier: Apache-2.0
// [hub] enrolment_port and address in centre.toml: where new devices find the hub, and what is refused.
#include "clinic/hub/centre/centre_file.hpp"
#include "tests/centre/fault_lines.hpp"
#include "tests/centre/small_centre.hpp"

#include <gmock/gmock.h>

namespace verandah::hub {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::expected<CentreFile, std::vector<Fault>> read_doors(std::string_view lines)
{
    const auto section = "listen = \"127.0.0.1:8443\"\n" + std::string{lines};
    return read_centre_text(test::small_centre_with("listen = \"127.0.0.1:0\"\n", section), "centre.toml");
}

std::vector<std::string> faults_of_doors(std::string_view lines)
{
    return test::lines_of(read_doors(lines), "centre.toml");
}

TEST(DoorSettings, ArePartOfTheHubOnlyWhenTheyAreSaid)
{
    EXPECT_EQ(read_doors("")->hub.enrolment_port, std::nullopt);
    EXPECT_EQ(read_doors("")->hub.address, std::nullopt);
    EXPECT_EQ(read_doors("enrolment_port = 9000\n")->hub.enrolment_port, 9000);
    EXPECT_EQ(read_doors("address = \"hub.lan\"\n")->hub.address, "hub.lan");
    EXPECT_EQ(read_doors("address = \"fd00::1\"\n")->hub.address, "fd00::1");
}

TEST(DoorSettings, RefuseAPortThatIsNone)
{
    for (const auto* port :
         {"0", "-1", "65536", "4294975740", "9223372036854775807", "\"8444\"", "8444.0", "true", "[8444]"}) {
        EXPECT_THAT(faults_of_doors("enrolment_port = " + std::string{port} + "\n"),
                    ElementsAre(HasSubstr("\"enrolment_port\"")))
            << port;
    }
    EXPECT_TRUE(read_doors("enrolment_port = 1\n"));
    EXPECT_TRUE(read_doors("enrolment_port = 65535\n"));
}

TEST(DoorSettings, RefuseThePortOfTheHubItself)
{
    EXPECT_THAT(faults_of_doors("enrolment_port = 8443\n"),
                ElementsAre(HasSubstr("8443 is the port of `listen` already")));
}

TEST(DoorSettings, RefuseAnAddressThatIsNone)
{
    const std::vector<std::string> bad{"\"hub lan\"",
                                       "\"hub/../..\"",
                                       "\"hub\\r\\nX: y\"",
                                       "\"hub;reboot\"",
                                       "\"$(id)\"",
                                       "\"hüb\"",
                                       "\"" + std::string(254, 'a') + "\"",
                                       "\"\"",
                                       "8444",
                                       "true",
                                       "[\"hub.lan\"]"};
    for (const auto& address : bad) {
        EXPECT_FALSE(faults_of_doors("address = " + address + "\n").empty()) << address;
    }
}

TEST(DoorSettings, FindASlipInTheirNames)
{
    EXPECT_THAT(faults_of_doors("enrolment_prt = 9000\n"), ElementsAre(HasSubstr("Did you mean \"enrolment_port\"?")));
    EXPECT_THAT(faults_of_doors("adress = \"hub.lan\"\n"), ElementsAre(HasSubstr("Did you mean \"address\"?")));
}

} // namespace
} // namespace verandah::hub
