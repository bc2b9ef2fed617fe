// SPDX-License-Identifier: Apache-2.0
// When the hub locks and opens by itself.
#include "clinic/hub/lock/lock_watch.hpp"
#include "tests/centre/small_centre.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>

#include <filesystem>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;
using Finding = LockWatch::Finding;

/// Friday; the small centre is open from 18:00 to 02:00.
const domain::Instant friday_evening{std::chrono::sys_days{std::chrono::year{2026} / 3 / 6} + 20h};

CentreFile centre_that(std::string_view locks)
{
    return read_centre_text(std::string{test::small_centre} + std::string{locks}, "centre.toml").value();
}

class LockWatchTest : public testing::Test {
protected:
    CentreFile file = centre_that("[keys]\nlock_at_closing = true\n");
    CentreClock clock{"Etc/UTC", 4h};
    test::TemporaryFolder folder;
    std::filesystem::path stick = folder / "stick.key";
};

TEST_F(LockWatchTest, LocksOnceWhenTheStickIsPulledAndOpensOnceWhenItIsBack)
{
    test::write_file(stick, "a key");
    LockWatch watch{stick, file, clock};
    EXPECT_EQ(watch.look(friday_evening), Finding::nothing);

    std::filesystem::remove(stick);
    EXPECT_EQ(watch.look(friday_evening), Finding::stick_pulled);
    EXPECT_EQ(watch.look(friday_evening), Finding::nothing);
    test::write_file(stick, "a key");
    EXPECT_EQ(watch.look(friday_evening), Finding::open_with_stick);
    EXPECT_EQ(watch.look(friday_evening), Finding::nothing);
}

TEST_F(LockWatchTest, LocksWhenTheOpeningHoursEnd)
{
    LockWatch watch{std::nullopt, file, clock};
    EXPECT_EQ(watch.look(friday_evening), Finding::nothing);

    EXPECT_EQ(watch.look(friday_evening + 6h), Finding::closing_time);
    EXPECT_EQ(watch.look(friday_evening + 7h), Finding::nothing);
    EXPECT_EQ(watch.look(friday_evening + 24h * 3), Finding::nothing); // and opens for nobody in the evening
}

TEST_F(LockWatchTest, DoesNotLockWhenItWasStartedAfterHours)
{
    LockWatch watch{std::nullopt, file, clock};

    EXPECT_EQ(watch.look(friday_evening + 7h), Finding::nothing);
}

TEST_F(LockWatchTest, StaysOpenAfterHoursUnlessTheCentreSaysOtherwise)
{
    file = centre_that("");
    LockWatch watch{std::nullopt, file, clock};
    EXPECT_EQ(watch.look(friday_evening), Finding::nothing);

    EXPECT_EQ(watch.look(friday_evening + 6h), Finding::nothing);
}

TEST(KeySettings, AreReadFromTheCentresFileAndRefusedWhenTheyAreNoYesOrNo)
{
    EXPECT_TRUE(centre_that("[keys]\nlock_at_closing = true\n").keys.lock_at_closing);
    EXPECT_FALSE(centre_that("[keys]\nlock_at_closing = false\n").keys.lock_at_closing);
    EXPECT_FALSE(centre_that("[keys]\n").keys.lock_at_closing);
    for (const auto* wrong : {"[keys]\nlock_at_closing = 1\n", "[keys]\nlock_at_closing = \"yes\"\n",
                              "[keys]\nlock_at_closng = true\n", "keys = true\n"}) {
        EXPECT_FALSE(read_centre_text(std::string{test::small_centre} + wrong, "centre.toml")) << wrong;
    }
}

} // namespace
} // namespace verandah::hub
