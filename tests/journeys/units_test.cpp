// SPDX-License-Identifier: Apache-2.0
// Holds the systemd units against systemd's own judgement and against what docs/hardening.md says of them.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace verandah::journeys {
namespace {

const std::filesystem::path root{VERANDAH_SOURCE_DIR};

struct Judged {
    int status;
    std::string verdict; ///< systemd-analyze's last line, without the unit's name.
};

/// What `systemd-analyze security` says of a unit in assets/systemd; needs no running systemd.
Judged judge(const std::string& unit, const std::string& threshold)
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

std::string hardening()
{
    std::ifstream stream{root / "docs/hardening.md"};
    std::ostringstream text;
    text << stream.rdbuf();
    return std::move(text).str();
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

TEST(Units, OfAnOpenServiceWouldBeFoundFault)
{
    EXPECT_NE(judge("verandah-hub.service", "1").status, 0); // the judge does judge
}

} // namespace
} // namespace verandah::journeys
