// SPDX-License-Identifier: Apache-2.0
// Holds the systemd units against systemd's own judgement and against what docs/hardening.md says of them.
#include "clinic/console/app/saved_file.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace verandah::journeys {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

const std::filesystem::path root{VERANDAH_SOURCE_DIR};

struct Judged {
    int status;
    std::string verdict; ///< systemd-analyze's last line, without the unit's name.
};

/// What `systemd-analyze security` says of a unit in assets/systemd; needs no running systemd.
Judged judge(const std::filesystem::path& unit, const std::string& threshold)
{
    const auto command = "systemd-analyze security --offline=true --no-pager --threshold=" + threshold + " '" +
                         (root / "assets/systemd" / unit).string() + "' 2>&1";
    FILE* said = popen(command.c_str(), "r");
    std::string last;
    for (std::array<char, 512> line{}; std::fgets(line.data(), line.size(), said) != nullptr;) {
        last = line.data();
    }
    const int status = pclose(said);
    const auto verdict = last.find("level for");
    return {WEXITSTATUS(status), verdict == std::string::npos ? last : last.substr(last.find(": ", verdict) + 2, 3)};
}

std::string text_of(const std::filesystem::path& file)
{
    std::ifstream stream{root / file};
    std::ostringstream text;
    text << stream.rdbuf();
    return std::move(text).str();
}

std::string hardening()
{
    return text_of("docs/hardening.md");
}

/// A unit for one of the screens as systemd puts it together: the template, and the console's drop-in behind it.
std::string screen_unit(const std::string& screen)
{
    auto unit = text_of("assets/systemd/verandah-screen@.service");
    if (screen == "console") {
        unit += text_of("assets/systemd/verandah-screen@console.service.d/stick.conf");
    }
    return unit;
}

/// What a unit says of `setting`: a list that begins anew where nothing stands behind it.
std::vector<std::string> list_in(const std::string& unit, const std::string& setting)
{
    std::vector<std::string> list;
    std::istringstream lines{unit};
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with(setting + "=")) {
            continue;
        }
        std::istringstream words{line.substr(setting.size() + 1)};
        const std::vector<std::string> said{std::istream_iterator<std::string>{words}, {}};
        if (said.empty()) {
            list.clear();
        }
        list.insert(list.end(), said.begin(), said.end());
    }
    return list;
}

TEST(Units, OfTheHubAreAsTightAsTheDocumentSays)
{
    const auto hub = judge("verandah-hub.service", "15"); // in tenths: 1.5 of 10

    EXPECT_EQ(hub.status, 0) << hub.verdict;
    EXPECT_NE(hardening().find("`verandah-hub.service` | " + hub.verdict), std::string::npos) << hub.verdict;
}

TEST(Units, OfTheScreensAreAsTightAsTheDocumentSays)
{
    const auto screen = judge("verandah-screen@.service", "20");

    EXPECT_EQ(screen.status, 0) << screen.verdict;
    EXPECT_NE(hardening().find("`verandah-screen@.service` | " + screen.verdict), std::string::npos) << screen.verdict;
}

TEST(Units, OfAConsoleAreAsTightAsTheDocumentSaysThoughItSeesSticks)
{
    const test::TemporaryFolder around;
    const auto unit = around / "verandah-screen@console.service";
    test::write_file(unit, screen_unit("console"));

    const auto console = judge(unit, "20");

    EXPECT_EQ(console.status, 0) << console.verdict;
    EXPECT_NE(hardening().find("`verandah-screen@console.service` | " + console.verdict), std::string::npos)
        << console.verdict;
}

TEST(Units, FindInstalledWhatTheyStartAndName)
{
    const test::TemporaryFolder around;
    const auto build = std::filesystem::path{VERANDAH_BIN_DIR}.parent_path();
    const auto install =
        "DESTDIR='" + around.path().string() + "' cmake --install '" + build.string() + "' --prefix /usr > /dev/null";
    ASSERT_EQ(std::system(install.c_str()), 0);

    const std::regex ours{"/usr/(bin/verandah-[a-z]+|share/verandah/[a-z/]+|share/doc/verandah/[a-z.]+)"};
    for (const std::string screen : {"kiosk", "console", "board"}) {
        auto said = text_of("assets/systemd/verandah-hub.service") + text_of("assets/systemd/screens/" + screen) +
                    std::regex_replace(screen_unit(screen), std::regex{"%i"}, screen);
        for (std::smatch name; std::regex_search(said, name, ours); said = name.suffix()) {
            EXPECT_TRUE(std::filesystem::exists(around.path().string() + name.str())) << name.str();
        }
    }
    for (const auto* file :
         {"usr/lib/systemd/system/verandah-hub.service", "usr/lib/systemd/system/verandah-screen@.service",
          "usr/lib/systemd/system/verandah-screen@console.service.d/stick.conf",
          "usr/lib/systemd/system/verandah-stick@.service", "usr/lib/udev/rules.d/70-verandah-stick.rules",
          "usr/lib/sysusers.d/verandah.conf", "usr/lib/tmpfiles.d/verandah.conf",
          "usr/share/verandah/languages/hi/LC_MESSAGES/verandah.mo"}) {
        EXPECT_TRUE(std::filesystem::exists(around / file)) << file;
    }
}

TEST(Units, ServeACentreInAFolderInWhichItsUserCanMakeOne)
{
    const auto hub = text_of("assets/systemd/verandah-hub.service");

    EXPECT_THAT(hub, HasSubstr("StateDirectory=verandah\n"));
    EXPECT_THAT(hub, HasSubstr(" serve /var/lib/verandah/centre\n"));
    EXPECT_THAT(text_of("assets/systemd/verandah.tmpfiles"), HasSubstr("0700 verandah verandah"));
    EXPECT_THAT(text_of("docs/operating.md"), HasSubstr("verandah-hub init /var/lib/verandah/centre"));
    EXPECT_THAT(text_of("docs/operating.md"), Not(HasSubstr("/srv/verandah")));
}

TEST(Units, LetAConsoleWriteToTheSticksThatItLooksForAndAKioskAndABoardSeeNone)
{
    for (const std::string folder : console::stick_folders) {
        const auto hidden = "-" + folder;
        EXPECT_THAT(list_in(screen_unit("kiosk"), "InaccessiblePaths"), Contains(hidden));
        EXPECT_THAT(list_in(screen_unit("board"), "InaccessiblePaths"), Contains(hidden));
        EXPECT_THAT(list_in(screen_unit("console"), "InaccessiblePaths"), Not(Contains(hidden)));
        EXPECT_THAT(list_in(screen_unit("console"), "ReadWritePaths"), Contains(hidden));
    }
}

TEST(Units, MountAStickForAConsoleAloneWhereItLooksForOne)
{
    const auto stick = text_of("assets/systemd/verandah-stick@.service");

    EXPECT_THAT(stick, HasSubstr("Requisite=verandah-screen@console.service"));
    EXPECT_THAT(stick, HasSubstr("uid=verandah-console"));
    EXPECT_THAT(stick, HasSubstr(std::string{" "} + console::stick_folders.back() + "/verandah/%I\n"));
    EXPECT_THAT(text_of("assets/systemd/verandah.tmpfiles"),
                HasSubstr(std::string{"d "} + console::stick_folders.back() + "/verandah "));
}

TEST(Units, LetAConsoleSaveNothingOnItsOwnDisk)
{
    EXPECT_THAT(list_in(screen_unit("console"), "Environment"), Contains("HOME=/"));
    EXPECT_EQ(list_in(screen_unit("console"), "StateDirectory"), std::vector<std::string>{"verandah-%i"});
}

TEST(Units, OfAnOpenServiceWouldBeFoundFault)
{
    EXPECT_NE(judge("verandah-hub.service", "1").status, 0); // the judge does judge
}

} // namespace
} // namespace verandah::journeys
