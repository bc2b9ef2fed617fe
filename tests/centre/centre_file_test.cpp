// SPDX-License-Identifier: Apache-2.0
// What a right centre.toml becomes, and what is refused before a single key is read.
#include "clinic/hub/centre/centre_file.hpp"
#include "clinic/hub/centre/centre_folder.hpp"
#include "clinic/hub/centre/known_words.hpp"
#include "tests/centre/small_centre.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <stdexcept>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

CentreFile read_right(std::string_view text)
{
    auto read = read_centre_text(text, "centre.toml");
    if (!read) {
        throw std::logic_error{read.error().front().text("centre.toml")};
    }
    return std::move(*read);
}

std::vector<Fault> faults_of(std::string_view text)
{
    const auto read = read_centre_text(text, "centre.toml");
    return read ? std::vector<Fault>{} : read.error();
}

TEST(CentreFile, ReadsAServiceWithAllItSays)
{
    const auto service = read_right(test::small_centre).centre.services.at(0);

    EXPECT_EQ(service, (domain::Service{.code = *domain::ServiceCode::make("nurse"),
                                        .icon = "medical_services",
                                        .colour = "teal",
                                        .label = {{"en", "See a nurse"}, {"hi", "नर्स से मिलें"}},
                                        .expected = 12min,
                                        .skill = *domain::SkillCode::make("nursing"),
                                        .priority = *domain::PriorityCode::make("standard"),
                                        .after = {},
                                        .timer = {}}));
}

TEST(CentreFile, ReadsTheTimerOfAService)
{
    const auto text = test::small_centre_with("expected_minutes = 12", "timer = { minutes = 15, then = \"test\" }");

    EXPECT_EQ(read_right(text).centre.services.at(0).timer,
              (domain::Service::Timer{15min, *domain::ServiceCode::make("test")}));
}

TEST(CentreFile, MakesOneSpanOfEveryDayItNames)
{
    EXPECT_THAT(
        read_right(test::small_centre).centre.opening_hours,
        ElementsAre(domain::OpenSpan{std::chrono::Monday, 18h, 2h}, domain::OpenSpan{std::chrono::Friday, 18h, 2h}));
}

TEST(CentreFile, KeepsTheUsualLimitsWhereItSaysNothing)
{
    EXPECT_EQ(read_right(test::small_centre).centre.limits, (domain::LineLimits{.call_lasts = 7min}));
}

TEST(CentreFile, ReadsWhereTheHubListensAndWhatItIsCalled)
{
    EXPECT_EQ(read_right(test::small_centre).hub, (HubSettings{.listen = {"127.0.0.1", 0}, .names = {"localhost"}}));
}

TEST(CentreFile, MakesPassphrasesCostTheUsualUnlessItSaysLight)
{
    const auto cost = [](std::string_view line) {
        return read_right(test::small_centre_with("[hub]", "[hub]\n" + std::string{line})).hub.passphrase_cost;
    };
    EXPECT_EQ(cost(""), vault::Argon2Cost::usual());
    EXPECT_EQ(cost(R"(passphrase_cost = "usual")"), vault::Argon2Cost::usual());
    EXPECT_EQ(cost(R"(passphrase_cost = "light")"), vault::Argon2Cost::lightest());
}

TEST(CentreFile, ShowsTheFirstLanguageWhereALabelIsMissingAndWarnsOfIt)
{
    const auto file = read_right(test::small_centre_with(R"(, hi = "नर्स से मिलें")", ""));

    EXPECT_EQ(file.centre.services.at(0).label.at("hi"), "See a nurse");
    EXPECT_THAT(file.warnings,
                ElementsAre("centre.toml:24:9: the label of the service \"nurse\" has no \"hi\"; its text in "
                            "\"en\" is shown instead."));
}

TEST(CentreFile, WarnsOfALabelThatTellsTooMuch)
{
    const auto file = read_right(test::small_centre_with("A quick test", "An HIV test"));

    EXPECT_THAT(file.warnings,
                ElementsAre(HasSubstr("the label \"An HIV test\" may be read over a visitor's shoulder")));
}

TEST(CentreFile, TakesNoHarmlessWordForATellingOne)
{
    EXPECT_THAT(read_right(test::small_centre_with("A quick test", "Aids to walking")).warnings, SizeIs(1));
    EXPECT_THAT(read_right(test::small_centre_with("A quick test", "Stitching and mending")).warnings, IsEmpty());
}

TEST(CentreFile, ListsEveryFaultInTheOrderOfTheFile)
{
    auto text = test::small_centre_with("day_boundary = 4", "day_boundary = 40");
    text.replace(text.find("\"science\""), 9, "\"sciense\"");
    text.replace(text.find("skill = \"nursing\""), 17, "skill = \"x-ray\"");

    std::vector<int> lines;
    for (const auto& fault : faults_of(text)) {
        lines.push_back(fault.place.line);
    }

    EXPECT_THAT(lines, ElementsAre(3, 26, 31));
}

TEST(CentreFile, SaysAllThatAnEmptyOneLacks)
{
    EXPECT_THAT(faults_of(""), SizeIs(6)); // name, time zone, languages, classes, services, stations
}

TEST(CentreFile, RefusesWhatIsNotUtf8WithItsPlace)
{
    const auto text = test::small_centre_with("A house", "A ma\xEFson");

    EXPECT_THAT(faults_of(text), ElementsAre(Fault{{1, 13},
                                                   "the file is not UTF-8 text from here on",
                                                   "Save it again in your editor with the encoding UTF-8."}));
}

TEST(CentreFile, RefusesAnOverlongUtf8Form)
{
    EXPECT_THAT(faults_of("name = \"\xC0\xAF\""), ElementsAre(testing::Field(&Fault::place, Place{1, 9})));
}

TEST(CentreFile, RefusesMoreSectionsThanAnyHouseHas)
{
    std::string text{test::small_centre};
    for (int i = 0; i < 300; ++i) {
        text += "[[roster]]\nstation = \"room-1\"\ndays = [\"monday\"]\nfrom = \"18:00\"\nto = \"22:00\"\n";
    }

    EXPECT_THAT(faults_of(text), ElementsAre(testing::Field(&Fault::what, "there are 301 [[roster]] sections")));
}

TEST(CentreFile, RefusesAFileThatIsNotThere)
{
    const test::TemporaryFolder folder;

    const auto read = read_centre(folder / "centre.toml");

    ASSERT_FALSE(read);
    EXPECT_THAT(read.error(),
                ElementsAre(Fault{{}, "there is no such file", "Make a centre with: verandah-hub init DIR."}));
}

TEST(CentreFile, RefusesAFolderInItsPlace)
{
    const test::TemporaryFolder folder;

    EXPECT_EQ(read_centre(folder.path()).error().front().what, "this is not a file");
}

TEST(CentreFile, RefusesAFileOfMoreThanAMegabyte)
{
    const test::TemporaryFolder folder;
    const std::string comment(largest_centre_file, '#');
    test::write_file(folder / "centre.toml", std::string{test::small_centre} + comment);

    EXPECT_EQ(read_centre(folder / "centre.toml").error().front().what, "the file is larger than 1 MB");
}

TEST(StartingCentre, IsRightAndCompleteInEveryLanguage)
{
    const auto file = read_right(starting_centre());

    EXPECT_THAT(file.centre.languages, ElementsAre("en", "hi", "ar"));
    EXPECT_THAT(file.warnings, IsEmpty());
}

TEST(StartingCentre, IsTheFileInTheAssets)
{
    EXPECT_EQ(starting_centre(), test::read_file(VERANDAH_SOURCE_DIR "/assets/centre/centre.toml"));
}

TEST(StartingCentre, CrossesMidnight)
{
    const auto& hours = read_right(starting_centre()).centre.opening_hours;

    EXPECT_TRUE(std::ranges::any_of(hours, [](const domain::OpenSpan& span) { return span.to < span.from; }));
}

TEST(StartingCentre, TalksAQuarterOfAnHourAfterTheTest)
{
    const auto& services = read_right(starting_centre()).centre.services;
    const auto test = std::ranges::find(services, *domain::ServiceCode::make("test"), &domain::Service::code);

    ASSERT_NE(test, services.end());
    EXPECT_EQ(test->timer, (domain::Service::Timer{15min, *domain::ServiceCode::make("talk")}));
}

TEST(ServiceIcons, AreAllDrawnByTheKiosk)
{
    const auto header = test::read_file(VERANDAH_SOURCE_DIR "/shared/ui/icon.hpp");

    for (const auto& icon : service_icons) {
        EXPECT_THAT(header, HasSubstr("{\"" + icon + "\", 0x"));
    }
}

} // namespace
} // namespace verandah::hub
