// SPDX-License-Identifier: Apache-2.0
// Just supplies at the real kiosk: two touches, and the real hub has counted it.
#include "running_kiosk.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

namespace verandah::kiosk {
namespace {

using namespace std::chrono_literals;

/// Who did what, as the hub's own command lists it.
std::string deeds_of(const test::RunningHub& hub, const std::filesystem::path& log)
{
    test::Process list{{std::string{VERANDAH_BIN_DIR} + "/verandah-hub", "audit", "list",
                        (hub.folder() / "centre").string(), "--stick", (hub.folder() / "stick.key").string(), "--kind",
                        "supplies_taken"},
                       log};
    static_cast<void>(list.status(20s));
    return verandah::test::read_file(log);
}

TEST(SuppliesAtTheKiosk, AreCountedByTheHubAfterTwoTouches)
{
    const test::RunningHub hub;
    test::RunningKiosk kiosk{hub, "1280x800"};
    kiosk.play({R"(press "Just supplies" 30)", R"(press "Protection")", R"(wait "Please take it from the shelf.")",
                "picture " + kiosk.file("taken.png").string(), R"(press "Done")", R"(wait "Welcome")"});
    const verandah::test::TemporaryFolder folder;
    std::string listed;
    for (int tries = 0; tries < 50 && !listed.contains("condom.male"); ++tries) {
        std::this_thread::sleep_for(100ms);
        listed = deeds_of(hub, folder / "list.log");
    }
    EXPECT_THAT(listed, ::testing::HasSubstr("condom.male taken, 12 off no batch"));
}

} // namespace
} // namespace verandah::kiosk
