// SPDX-License-Identifier: Apache-2.0
// What verandah-kiosk says when it cannot start.
#include "running_kiosk.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verandah::kiosk {
namespace {

using ::testing::HasSubstr;

struct Ended {
    int status;
    std::string words;
};

Ended run_kiosk(const verandah::test::TemporaryFolder& folder, std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), std::string{VERANDAH_BIN_DIR} + "/verandah-kiosk");
    test::Process kiosk{arguments, folder / "log"};
    const int status = kiosk.status(std::chrono::seconds{30});
    return {status, verandah::test::read_file(folder / "log")};
}

TEST(KioskProgram, RunsOnNoConsolesFile)
{
    const test::RunningHub hub;
    hub.add_device("console", hub.folder() / "console.toml");
    const verandah::test::TemporaryFolder folder;
    const auto ended = run_kiosk(folder, {"--device", hub.folder() / "console.toml"});

    EXPECT_EQ(ended.status, 1);
    EXPECT_THAT(ended.words, HasSubstr("is for a console, not for a kiosk"));
}

TEST(KioskProgram, ExplainsASizeItCannotRead)
{
    const verandah::test::TemporaryFolder folder;
    const auto ended = run_kiosk(folder, {"--device", "x", "--size", "large"});

    EXPECT_NE(ended.status, 0);
    EXPECT_THAT(ended.words, HasSubstr("must be width and height, such as 1280x800"));
}

TEST(KioskProgram, EndsAScriptThatPressesWhatIsNotThereAndSaysWhatIs)
{
    const test::RunningHub hub;
    const verandah::test::TemporaryFolder folder;
    verandah::test::write_file(folder / "script", "press \"Nothing\" 0\n");
    const auto ended =
        run_kiosk(folder, {"--device", hub.kiosk_file(), "--size", "1280x800", "--play", folder / "script"});

    EXPECT_EQ(ended.status, 1);
    EXPECT_THAT(ended.words, HasSubstr("failed: press Nothing: it is not there; there is: \"Talk to a person\""));
}

TEST(KioskProgram, HasHelpWithExamplesAndAVersion)
{
    const verandah::test::TemporaryFolder folder;
    EXPECT_THAT(run_kiosk(folder, {"--help"}).words, HasSubstr("verandah-kiosk --device kiosk-1.toml"));
    EXPECT_THAT(run_kiosk(folder, {"--version"}).words, HasSubstr("verandah-kiosk " VERANDAH_VERSION));
}

} // namespace
} // namespace verandah::kiosk
