// SPDX-License-Identifier: Apache-2.0
// Referral services, providers and partner services: what is read, and everything that can be wrong.
#include "clinic/hub/clinical/partner_file.hpp"
#include "clinic/hub/clinical/referral_file.hpp"
#include "tests/centre/clinical/slip.hpp"

#include <gtest/gtest.h>

namespace verandah::hub {
namespace {

using test::Slip;
using testing::ElementsAre;

constexpr std::string_view small_clocks = R"(id = "small"
version = 1
source = "A guideline"

[[service]]
code = "art"
label = "HIV treatment"
slip = "An appointment"
within_hours = 168
reported_at = ["7 days", "30 days"]
source = "A guideline"

[[service]]
code = "pep"
label = "PEP"
slip = "An appointment"
within_hours = 72
clock_from = "exposure"
source = "A guideline"
to_confirm = true
)";

constexpr std::string_view small_directory = R"([[provider]]
code = "hospital"
name = "The city hospital, room 12"
address = "12 Station Road"
services = ["art", "pep"]
languages = ["en", "hi"]
hours = [{ days = ["monday", "friday"], from = "09:00", to = "17:00" }]
last_checked = "2026-02-28"
)";

constexpr std::string_view small_rules = R"(id = "partners"
version = 1
source = "A guideline"
modes = ["client", "dual"]
modes_when_violence_feared = ["client"]
most_slips = 5

[[reason]]
code = "urethral_discharge"
label = "Urethral discharge"
look_back_days = 60
source = "From memory"
to_confirm = true
)";

auto providers_in(std::string_view text)
{
    return read_providers(text, read_referral_clocks(small_clocks).value());
}

TEST(ReferralFile, IsReadAsItSays)
{
    const auto clocks = read_referral_clocks(small_clocks);

    ASSERT_TRUE(clocks) << testing::PrintToString(test::lines_of(clocks));
    ASSERT_EQ(clocks->services.size(), 2U);
    EXPECT_EQ(clocks->services[0].within, std::chrono::hours{168});
    EXPECT_THAT(clocks->services[0].reported_at_days, ElementsAre(7, 30));
    EXPECT_EQ(clocks->services[0].runs, domain::ReferralService::Runs::from_issue);
    EXPECT_EQ(clocks->services[1].runs, domain::ReferralService::Runs::from_exposure);
}

TEST(ReferralFile, WaitsFourWeeksWhereItDoesNotSayHowLong)
{
    const auto clocks =
        read_referral_clocks(test::with(small_clocks, "within_hours = 72\n", "within_hours = 72\ngrace_days = 0\n"));

    ASSERT_TRUE(clocks) << testing::PrintToString(test::lines_of(clocks));
    EXPECT_EQ(clocks->services[0].grace, std::chrono::days{28});
    EXPECT_EQ(clocks->services[1].grace, std::chrono::days{0});
}

TEST(ProvidersFile, IsReadAsItSays)
{
    const auto directory = providers_in(small_directory);

    ASSERT_TRUE(directory) << testing::PrintToString(test::lines_of(directory));
    const auto& hospital = directory->providers.at(0);
    EXPECT_EQ(hospital.name, "The city hospital, room 12");
    EXPECT_EQ(hospital.services.size(), 2U);
    EXPECT_EQ(hospital.hours.size(), 2U);
    EXPECT_EQ(hospital.last_checked, (domain::CentreDay{std::chrono::year{2026} / 2 / 28}));
}

TEST(ProvidersFile, MayHaveNoneYet)
{
    const auto directory = providers_in("# nobody yet\n");
    ASSERT_TRUE(directory);
    EXPECT_TRUE(directory->providers.empty());
}

TEST(PartnerFile, IsReadAsItSays)
{
    const auto rules = read_partner_rules(small_rules);

    ASSERT_TRUE(rules) << testing::PrintToString(test::lines_of(rules));
    EXPECT_THAT(rules->modes, ElementsAre(domain::PartnerMode::client, domain::PartnerMode::dual));
    EXPECT_EQ(rules->most_slips, 5);
    EXPECT_EQ(rules->reasons.at(0).look_back_days, 60);
}

TEST(PartnerFile, LeavesItToHerWhenItDoesNotSayWhoTells)
{
    const auto rules = read_partner_rules(test::with(test::with(small_rules, "modes = [\"client\", \"dual\"]\n", ""),
                                                     "modes_when_violence_feared = [\"client\"]\n", ""));

    ASSERT_TRUE(rules);
    EXPECT_THAT(rules->modes, ElementsAre(domain::PartnerMode::client));
    EXPECT_THAT(rules->modes_when_violence_feared, ElementsAre(domain::PartnerMode::client));
}

class ReferralFileRefuses : public testing::TestWithParam<Slip> {};
class ProvidersFileRefuses : public testing::TestWithParam<Slip> {};
class PartnerFileRefuses : public testing::TestWithParam<Slip> {};

TEST_P(ReferralFileRefuses, AndSaysWhereAndWhatInstead)
{
    const auto& slip = GetParam();
    EXPECT_THAT(test::lines_of(read_referral_clocks(test::with(small_clocks, slip.from, slip.to))),
                ElementsAre(slip.line));
}
TEST_P(ProvidersFileRefuses, AndSaysWhereAndWhatInstead)
{
    const auto& slip = GetParam();
    EXPECT_THAT(test::lines_of(providers_in(test::with(small_directory, slip.from, slip.to))), ElementsAre(slip.line));
}
TEST_P(PartnerFileRefuses, AndSaysWhereAndWhatInstead)
{
    const auto& slip = GetParam();
    EXPECT_THAT(test::lines_of(read_partner_rules(test::with(small_rules, slip.from, slip.to))),
                ElementsAre(slip.line));
}

// clang-format off
const std::vector<Slip> slips_of_clocks{
    {"NoTime", "within_hours = 168\n", "",
     R"(file.toml:5:1: the service "art" has no "within_hours". Add within_hours = 336, which is fourteen days.)"},
    {"NoTimeAtAll", "within_hours = 168", "within_hours = 0",
     R"(file.toml:9:16: "within_hours" is 0, which is out of range. Choose a number from 1 to 8784.)"},
    {"ATimeWithoutEnd", "within_hours = 168", "within_hours = 9223372036854775807",
     R"(file.toml:9:16: "within_hours" is 9223372036854775807, which is out of range. Choose a number from 1 to 8784.)"},
    {"AGraceWithoutEnd", "within_hours = 168", "within_hours = 168\ngrace_days = 367",
     R"(file.toml:10:14: "grace_days" is 367, which is out of range. Choose a number from 0 to 366.)"},
    {"AGraceThatRunsBack", "within_hours = 168", "within_hours = 168\ngrace_days = -1",
     R"(file.toml:10:14: "grace_days" is -1, which is out of range. Choose a number from 0 to 366.)"},
    {"AnotherBeginning", "\"exposure\"", "\"birth\"",
     R"(file.toml:18:14: "birth" is not known here. Choose one of: issue, exposure.)"},
    {"AnotherReport", "\"30 days\"", "\"31 days\"",
     R"(file.toml:10:26: "31 days" is no span that is reported. Choose from: "7 days", "30 days", "90 days".)"},
    {"AReportThatIsNoText", "[\"7 days\", \"30 days\"]", "[7]",
     R"(file.toml:10:16: "reported_at" is a whole number. Write reported_at = "7 days".)"},
    {"AServiceTwice", "code = \"pep\"", "code = \"art\"",
     R"(file.toml:14:8: the service code "art" is used twice. Choose another one here; the first stands in line 6.)"},
    {"ALongCode", "code = \"pep\"", "code = \"post-exposure-prophylaxis\"",
     R"(file.toml:14:8: "post-exposure-prophylaxis" cannot be a code. A code is 1 to 15 of a-z, 0-9, - and _, such as "room-2".)"},
    {"NothingForTheSlip", "slip = \"An appointment\"\nwithin_hours = 72", "within_hours = 72",
     R"(file.toml:13:1: the service "pep" has no "slip". Add slip = "An appointment at a clinic".)"},
};
const std::vector<Slip> slips_of_directories{
    {"AnUnknownService", "\"art\", \"pep\"", "\"art\", \"pepp\"",
     R"(file.toml:5:20: nobody is referred for "pepp" here. Did you mean "pep"? If not, choose from: art, pep.)"},
    {"ADayThatIsNone", "2026-02-28", "2026-02-29",
     R"(file.toml:8:16: "2026-02-29" is no day. Write year, month and day in quotes, such as last_checked = "2026-11-24".)"},
    {"NoDay", "last_checked = \"2026-02-28\"\n", "",
     R"(file.toml:1:1: the provider "hospital" has no "last_checked". Add last_checked = "2026-11-24".)"},
    {"ATimeThatIsNone", "\"17:00\"", "\"25:00\"",
     R"(file.toml:7:62: "25:00" is no time of day. Write hours and minutes from 00:00 to 23:59, such as to = "02:00".)"},
    {"AWeekdayThatIsNone", "\"friday\"", "\"fryday\"",
     R"(file.toml:7:30: "fryday" is no day of the week. Choose from: sunday, monday, tuesday, wednesday, thursday, friday, saturday.)"},
    {"WhatVisitorsSay", "languages = ", "quality = \"friendly\"\nlanguages = ",
     R"(file.toml:6:1: the provider "hospital" has the unknown key "quality". It may have: code, name, address, services, hours, last_checked, languages.)"},
    {"NoAddress", "address = \"12 Station Road\"\n", "",
     R"(file.toml:1:1: the provider "hospital" has no "address". Add address = "12 Station Road, by the post office".)"},
};
const std::vector<Slip> slips_of_partner_rules{
    {"AnotherMode", "[\"client\", \"dual\"]", "[\"client\", \"index\"]",
     R"(file.toml:4:20: "index" is not known here. Choose one of: client, contract, dual, provider.)"},
    {"WhatWouldTakeItOutOfHerHands", "feared = [\"client\"]", "feared = [\"dual\"]",
     R"(file.toml:5:30: "dual" would take it out of her hands when she fears violence. Only "client" can stand here; leave the list empty to give no slips then.)"},
    {"AskingForNames", "most_slips = 5", "active_index_testing = true",
     R"(file.toml:6:1: the file has the unknown key "active_index_testing". It may have: words, id, version, source, to_confirm, modes, modes_when_violence_feared, most_slips, reason.)"},
    {"NoLookBack", "look_back_days = 60\n", "",
     R"(file.toml:8:1: the reason "urethral_discharge" has no "look_back_days". Add look_back_days = 60.)"},
    {"ALookBackOfYears", "look_back_days = 60", "look_back_days = 731",
     R"(file.toml:11:18: "look_back_days" is 731, which is out of range. Choose a number from 1 to 730.)"},
};
// clang-format on
INSTANTIATE_TEST_SUITE_P(Slips, ReferralFileRefuses, testing::ValuesIn(slips_of_clocks), test::name_of);
INSTANTIATE_TEST_SUITE_P(Slips, ProvidersFileRefuses, testing::ValuesIn(slips_of_directories), test::name_of);
INSTANTIATE_TEST_SUITE_P(Slips, PartnerFileRefuses, testing::ValuesIn(slips_of_partner_rules), test::name_of);

} // namespace
} // namespace verandah::hub
