// SPDX-License-Identifier: Apache-2.0
// Everything that can be wrong in centre.toml: one row each, with the whole line that people then read.
#include "clinic/hub/centre/centre_file.hpp"
#include "tests/centre/fault_lines.hpp"
#include "tests/centre/small_centre.hpp"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace verandah::hub {
namespace {

/// In the small centre, `from` is replaced by `to`, and `line` is the whole answer.
struct Slip {
    std::string name; ///< The end of the sentence "CentreFile refuses …".
    std::string from;
    std::string to;
    std::string line;
};

class Refuses : public testing::TestWithParam<Slip> {};

TEST_P(Refuses, AndSaysWhereAndWhatInstead)
{
    const auto& slip = GetParam();

    const auto read = read_centre_text(test::small_centre_with(slip.from, slip.to), "centre.toml");

    EXPECT_THAT(test::lines_of(read, "centre.toml"), testing::ElementsAre(slip.line));
}

const std::string_view nurse_label = R"(label = { en = "See a nurse", hi = "नर्स से मिलें" })";

// clang-format off
const std::vector<Slip> slips_of_the_whole_file{
    {"WhatIsNoToml", "day_boundary = 4", "day_boundary = = 4",
     R"(centre.toml:3:16: Error while parsing value: could not determine value type. This line is not TOML; compare it with its neighbours or with https://toml.io.)"},
    {"AnUnknownKeyAtTheTop", "day_boundary = 4", "day_bondary = 4",
     R"(centre.toml:3:1: the file has the unknown key "day_bondary". Did you mean "day_boundary"?)"},
    {"AnUnknownKeyLikeNoOther", "day_boundary = 4", "colour_of_the_door = \"red\"",
     R"(centre.toml:3:1: the file has the unknown key "colour_of_the_door". It may have: name, time_zone, day_boundary, languages, hub, backup, retention, publishing, keys, limits, class, service, station, open, roster.)"},
    {"AnUnknownSection", "[limits]", "[limit]",
     R"(centre.toml:49:2: the file has the unknown key "limit". Did you mean "limits"?)"},
    {"AMissingName", "name = \"A house\"", "",
     R"(centre.toml:1:1: the file has no "name". Add name = "Our centre".)"},
    {"AnEmptyName", "\"A house\"", "\"  \"",
     R"(centre.toml:1:8: "name" is empty. Write for example "Our centre".)"},
    {"ANameThatIsANumber", "\"A house\"", "7",
     R"(centre.toml:1:8: "name" is a whole number. Write name = "Our centre".)"},
    {"AControlCharacter", "\"A house\"", "\"A \\u0007house\"",
     R"(centre.toml:1:8: "name" holds an invisible control character. Write it again as one plain line.)"},
    {"AnOverrideOfTheWritingDirection", "\"A house\"", "\"A \\u202Ehouse\"",
     R"(centre.toml:1:8: "name" holds an invisible control character. Write it again as one plain line.)"},
    {"ATimeZoneSpeltWrong", "Etc/UTC", "Asia/Kolkatta",
     R"(centre.toml:2:13: "Asia/Kolkatta" is no time zone of this machine. Did you mean "Asia/Kolkata"?)"},
    {"ATimeZoneThatIsAPath", "Etc/UTC", "../../etc/passwd",
     R"(centre.toml:2:13: "../../etc/passwd" is no time zone of this machine. Write continent and city, such as "Asia/Kolkata"; `timedatectl list-timezones` has them all.)"},
    {"AnAbbreviationForATimeZone", "Etc/UTC", "IST",
     R"(centre.toml:2:13: "IST" is no time zone of this machine. Write continent and city, such as "Asia/Kolkata"; `timedatectl list-timezones` has them all.)"},
    {"ADayBoundaryOutOfRange", "day_boundary = 4", "day_boundary = 24",
     R"(centre.toml:3:16: "day_boundary" is 24, which is out of range. Choose a number from 0 to 23.)"},
    {"ADayBoundaryAsText", "day_boundary = 4", "day_boundary = \"4\"",
     R"(centre.toml:3:16: "day_boundary" is a text. Write day_boundary = 4.)"},
    {"NoLanguage", R"(languages = ["en", "hi"])", "languages = []",
     R"(centre.toml:4:13: the file has no "languages". Write languages = ["en"].)"},
    {"ALanguageByItsName", R"(languages = ["en", "hi"])", R"(languages = ["en", "hi", "Arabic"])",
     R"(centre.toml:4:26: "Arabic" is no language code. Write codes such as "en", "hi", "ar" or "pt_BR".)"},
    {"ALanguageTwice", R"(languages = ["en", "hi"])", R"(languages = ["en", "hi", "en"])",
     R"(centre.toml:4:26: the language "en" is used twice. Choose another one here; the first stands in line 4.)"},
    {"LanguagesThatAreNoList", R"(languages = ["en", "hi"])", R"(languages = "en")",
     R"(centre.toml:4:13: "languages" is a text. Write languages = ["en"].)"},
};

const std::vector<Slip> slips_of_services{
    {"ASkillThatNoStationHas", "skill = \"nursing\"", "skill = \"nursin\"",
     R"(centre.toml:26:9: the service "nurse" needs the skill "nursin", which no station has. Did you mean "nursing"? If not, give a station skills = ["nursin", …] or choose another skill.)"},
    {"ASkillLikeNoOther", "skill = \"nursing\"", "skill = \"x-ray\"",
     R"(centre.toml:26:9: the service "nurse" needs the skill "x-ray", which no station has. Give a station skills = ["x-ray", …] or choose another skill.)"},
    {"AClassThatIsNot", "class = \"standard\"", "class = \"standart\"",
     R"(centre.toml:27:9: the service "nurse" has the class "standart", which is not in this file. Did you mean "standard"? If not, add a [[class]] with this code.)"},
    {"AnUnknownPredecessor", "after = [\"nurse\"]", "after = [\"nurs\"]",
     R"(centre.toml:36:10: "after" names the service "nurs", which is not in this file. Did you mean "nurse"? If not, add a [[service]] with this code.)"},
    {"AnUnknownServiceAfterATimer", "after = [\"nurse\"]", "timer = { minutes = 15, then = \"counsel\" }",
     R"(centre.toml:36:32: "then" names the service "counsel", which is not in this file. Add a [[service]] with this code.)"},
    {"ATimerOfNoTime", "after = [\"nurse\"]", "timer = { minutes = 0, then = \"nurse\" }",
     R"(centre.toml:36:21: "minutes" is 0, which is out of range. Choose a number from 1 to 240.)"},
    {"AnUnknownKeyInATimer", "after = [\"nurse\"]", "timer = { minutes = 15, than = \"nurse\", then = \"nurse\" }",
     R"(centre.toml:36:25: the timer of the service "test" has the unknown key "than". Did you mean "then"?)"},
    {"AServiceAfterItself", "after = [\"nurse\"]", "after = [\"test\"]",
     R"(centre.toml:36:9: services wait for each other: test after test. Take one of them out of "after", or end the timer with another service.)"},
    {"ServicesThatWaitForEachOther", "expected_minutes = 12", "after = [\"test\"]",
     R"(centre.toml:25:9: services wait for each other: nurse after test after nurse. Take one of them out of "after", or end the timer with another service.)"},
    {"ATimerAgainstThePrecedence", "after = [\"nurse\"]", "after = [\"nurse\"]\ntimer = { minutes = 15, then = \"nurse\" }",
     R"(centre.toml:37:9: services wait for each other: nurse after test after nurse. Take one of them out of "after", or end the timer with another service.)"},
    {"APredecessorTwice", "after = [\"nurse\"]", "after = [\"nurse\", \"nurse\"]",
     R"(centre.toml:36:19: the service "nurse" is used twice. Choose another one here; the first stands in line 36.)"},
    {"ACodeTwice", "code = \"test\"", "code = \"nurse\"",
     R"(centre.toml:30:8: the service code "nurse" is used twice. Choose another one here; the first stands in line 21.)"},
    {"ACodeWithCapitals", "code = \"test\"", "code = \"Quick Test\"",
     R"(centre.toml:30:8: "Quick Test" cannot be a code. A code is 1 to 15 of a-z, 0-9, - and _, such as "room-2".)"},
    {"AnUnknownIcon", "\"science\"", "\"sciense\"",
     R"(centre.toml:31:8: "sciense" is no icon for a service. Did you mean "science"?)"},
    {"AnUnknownColour", "\"sky\"", "\"azure\"",
     R"(centre.toml:32:10: "azure" is no colour for a service. Choose one of: teal, sky, plum, sun, leaf, clay.)"},
    {"AServiceWithoutIcon", "icon = \"science\"\n", "",
     R"(centre.toml:29:1: the service "test" has no "icon". Add icon = "accessible".)"},
    {"AnExpectedTimeOutOfRange", "expected_minutes = 12", "expected_minutes = 0",
     R"(centre.toml:25:20: "expected_minutes" is 0, which is out of range. Choose a number from 1 to 480.)"},
    {"AnExpectedTimeWithAFraction", "expected_minutes = 12", "expected_minutes = 12.5",
     R"(centre.toml:25:20: "expected_minutes" is a number with a fraction. Write expected_minutes = 10.)"},
    {"AServiceWithoutLabel", std::string{nurse_label}, "",
     R"(centre.toml:20:1: the service "nurse" has no "label". Add label = { en = "See a nurse" }.)"},
    {"ALabelWithoutTheFirstLanguage", std::string{nurse_label}, "label = { hi = \"नर्स से मिलें\" }",
     R"(centre.toml:24:9: the label of the service "nurse" has no "en", the centre's first language. Add en = "…".)"},
    {"ALabelInALanguageTheCentreHasNot", "hi = \"नर्स से मिलें\"", "hi = \"नर्स से मिलें\", fr = \"Voir une infirmière\"",
     R"(centre.toml:24:53: the label of the service "nurse" has the unknown key "fr". It may have: en, hi.)"},
    {"ALabelThatIsNoTable", std::string{nurse_label}, "label = \"See a nurse\"",
     R"(centre.toml:24:9: "label" is a text, and should be a table. Write label = { … }.)"},
    {"ALabelTooLongForItsButton", "See a nurse", "See the nurse who is working here this evening",
     R"(centre.toml:24:16: "en" is 46 characters long. At most 40 fit; write for example "See a nurse".)"},
};

const std::vector<Slip> slips_of_stations_and_hours{
    {"ASignTooLongForTheBoard", "sign = \"1\"", "sign = \"Consultation\u0101\"",
     R"(centre.toml:17:8: "sign" is 13 characters long. At most 12 fit; write for example "1".)"},
    {"AStationWithoutSkills", "[[service]]", "[[station]]\ncode = \"desk\"\nsign = \"Desk\"\n\n[[service]]",
     R"(centre.toml:20:1: the station "desk" has no "skills". Write skills = ["nursing"].)"},
    {"TwoDoorsWithOneSign", "[[service]]", "[[station]]\ncode = \"desk\"\nsign = \"1\"\nskills = [\"nursing\"]\n\n[[service]]",
     R"(centre.toml:22:8: the door sign "1" is used twice. Choose another one here; the first stands in line 17.)"},
    {"ACapacityOutOfRange", "sign = \"1\"", "sign = \"1\"\ncapacity = 500",
     R"(centre.toml:18:12: "capacity" is 500, which is out of range. Choose a number from 1 to 100.)"},
    {"ARosterOfAnUnknownStation", "station = \"room-1\"", "station = \"room-11\"",
     R"(centre.toml:44:11: the roster names the station "room-11", which is not in this file. Did you mean "room-1"? If not, add a [[station]] with this code.)"},
    {"AnUnknownDay", "[\"monday\", \"friday\"]", "[\"monday\", \"Fri\"]",
     R"(centre.toml:39:19: "Fri" is no day of the week. Choose from: sunday, monday, tuesday, wednesday, thursday, friday, saturday.)"},
    {"HoursOfNoDay", "[\"monday\", \"friday\"]", "[]",
     R"(centre.toml:39:8: [[open]] has no "days". Write days = ["monday"].)"},
    {"ATimeThatIsNone", "\"18:00\"", "\"25:00\"",
     R"(centre.toml:40:8: "25:00" is no time of day. Write hours and minutes from 00:00 to 23:59, such as from = "18:00".)"},
    {"ATimeInAnotherForm", "\"18:00\"", "\"6 pm\"",
     R"(centre.toml:40:8: "6 pm" is no time of day. Write hours and minutes from 00:00 to 23:59, such as from = "18:00".)"},
    {"ATimeWithoutQuotes", "\"18:00\"", "18:00:00",
     R"(centre.toml:40:8: "from" is a time without quotes. Write from = "18:00".)"},
    {"OneSectionWhereAListIsMeant", "[[open]]", "[open]",
     R"(centre.toml:38:1: "open" is a table, and should be a list of sections. Begin each one with [[open]], in double brackets.)"},
};

const std::vector<Slip> slips_of_classes{
    {"NoUrgentClass", "discipline = \"urgent\"", "weight = 3",
     R"(centre.toml:6:1: the class "urgent" stands first but is not urgent. Put a class with discipline = "urgent" before it.)"},
    {"TwoUrgentClasses", "code = \"standard\"", "code = \"standard\"\ndiscipline = \"urgent\"",
     R"(centre.toml:13:14: the class "standard" is urgent but not the first class. Exactly one class is urgent, and it stands first.)"},
    {"AnUnknownDiscipline", "code = \"standard\"", "code = \"standard\"\ndiscipline = \"strict\"",
     R"(centre.toml:13:14: "strict" is no discipline. Write "urgent" (strictly first) or "accumulating" (gains weight points a minute).)"},
    {"AnUrgentClassWithAWeight", "discipline = \"urgent\"", "discipline = \"urgent\"\nweight = 3",
     R"(centre.toml:9:10: the class "urgent" is urgent and has a "weight". Take the weight out: urgent goes first whatever the others have gained.)"},
    {"AHeavierClassAfterALighterOne", "[[station]]", "[[class]]\ncode = \"soon\"\nweight = 2\nlabel = { en = \"Soon\", hi = \"जल्द\" }\n\n[[station]]",
     R"(centre.toml:17:10: the class "soon" weighs more than the class "standard" before it. Put the heavier class first: they stand most urgent first.)"},
};

const std::vector<Slip> slips_of_settings{
    {"ALimitOutOfRange", "call_lasts_minutes = 7", "call_lasts_minutes = 0",
     R"(centre.toml:50:22: "call_lasts_minutes" is 0, which is out of range. Choose a number from 1 to 60.)"},
    {"AnUnknownLimit", "call_lasts_minutes = 7", "calls_lasts_minutes = 7",
     R"(centre.toml:50:1: [limits] has the unknown key "calls_lasts_minutes". Did you mean "call_lasts_minutes"?)"},
    {"AnAddressWithoutPort", "127.0.0.1:0", "127.0.0.1",
     R"(centre.toml:53:10: "127.0.0.1" is no address to listen on. Write an IP address of this machine and a port, such as "0.0.0.0:8443" for all of them.)"},
    {"ANameWhereAnAddressIsMeant", "127.0.0.1:0", "localhost:8443",
     R"(centre.toml:53:10: "localhost:8443" is no address to listen on. Write an IP address of this machine and a port, such as "0.0.0.0:8443" for all of them.)"},
    {"ANameThatNobodyCouldCall", "names = [\"localhost\"]", "names = [\"our hub\"]",
     R"(centre.toml:54:10: "our hub" is no host name or IP address. Write names such as "localhost", "hub.lan" or "192.168.1.10".)"},
    {"APassphraseCostThatIsNone", "names = [\"localhost\"]", "passphrase_cost = \"none\"",
     R"(centre.toml:54:19: "none" is no cost. Write "usual" (256 MB for a moment at each sign-in) or "light" (64 MB).)"},
    {"APassphraseCostInNumbers", "names = [\"localhost\"]", "passphrase_cost = 1",
     R"(centre.toml:54:19: "passphrase_cost" is a whole number. Write passphrase_cost = "usual".)"},
    {"AHubWithoutName", "names = [\"localhost\"]", "names = []",
     R"(centre.toml:54:9: [hub] has no "names". Write names = ["localhost"].)"},
};
// clang-format on

std::string name_of(const testing::TestParamInfo<Slip>& info)
{
    return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(WholeFile, Refuses, testing::ValuesIn(slips_of_the_whole_file), name_of);
INSTANTIATE_TEST_SUITE_P(Services, Refuses, testing::ValuesIn(slips_of_services), name_of);
INSTANTIATE_TEST_SUITE_P(StationsAndHours, Refuses, testing::ValuesIn(slips_of_stations_and_hours), name_of);
INSTANTIATE_TEST_SUITE_P(Classes, Refuses, testing::ValuesIn(slips_of_classes), name_of);
INSTANTIATE_TEST_SUITE_P(Settings, Refuses, testing::ValuesIn(slips_of_settings), name_of);

} // namespace
} // namespace verandah::hub
