// SPDX-License-Identifier: Apache-2.0
// Backups by the clock: made when they are due, reported when they fail, broken off when the hub stops.
#include "clinic/hub/backup/backup_schedule.hpp"
#include "clinic/hub/backup/centre_backup.hpp"
#include "tests/hub/served_centre.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <optional>
#include <thread>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

class BackupScheduleTest : public testing::Test {
protected:
    BackupSchedule::Options options()
    {
        return {.paths = centre.paths(),
                .settings = {.folder = to, .every = 2h, .keep = 2},
                .now = [this] { return domain::Instant{now.load()}; },
                .said = [this](const std::string&) { ++made; },
                .failed =
                    [this](const std::string& line) {
                        if (failed == 0) {
                            why = line;
                        }
                        ++failed;
                    },
                .after_a_failure = 5ms};
    }
    template <class Condition>
    static bool comes_true(Condition condition)
    {
        for (auto until = std::chrono::steady_clock::now() + 10s; std::chrono::steady_clock::now() < until;) {
            if (condition()) {
                return true;
            }
            std::this_thread::sleep_for(1ms);
        }
        return false;
    }

    test::ServedCentre centre; ///< Made, and not served.
    test::TemporaryFolder around;
    std::filesystem::path to = around / "backups";
    std::atomic<std::chrono::milliseconds> now{1'000'000h};
    std::atomic<int> made{0};
    std::atomic<int> failed{0};
    std::string why; ///< Of the first failure; read when it was counted.
};

TEST_F(BackupScheduleTest, ReportsAMissingFolderAndMakesOneAsSoonAsItIsThere)
{
    const BackupSchedule schedule{options()};
    ASSERT_TRUE(comes_true([this] { return failed > 1; }));
    EXPECT_THAT(why, HasSubstr("backups is no folder"));

    std::filesystem::create_directory(to);

    EXPECT_TRUE(comes_true([this] { return made == 1; }));
}

TEST_F(BackupScheduleTest, MakesNoneBeforeTheNewestIsOldEnough)
{
    std::filesystem::create_directory(to);
    {
        const BackupSchedule first{options()};
        ASSERT_TRUE(comes_true([this] { return made == 1; }));
    }
    now = now.load() + 119min;
    {
        const BackupSchedule too_soon{options()};
        std::this_thread::sleep_for(50ms);
        EXPECT_EQ(made, 1);
    }
    now = now.load() + 1min;

    const BackupSchedule due{options()};

    EXPECT_TRUE(comes_true([this] { return made == 2; }));
}

TEST_F(BackupScheduleTest, IsNotPutOffForLongByABackupOfTomorrow)
{
    std::filesystem::create_directory(to);
    {
        const BackupSchedule ahead{options()};
        ASSERT_TRUE(comes_true([this] { return made == 1; }));
    }
    now = now.load() - 48h; // the clock was set right
    auto soon = options();
    soon.settings.every = 0h;

    const BackupSchedule schedule{std::move(soon)};

    EXPECT_TRUE(comes_true([this] { return made >= 2; }));
}

TEST(BackedUpNames, AreThoseOfACentreAndLeadNowhereElse)
{
    for (const auto* name :
         {"centre.toml", "incarnation", "devices/kiosk-1.toml", "audit/checkpoints", "audit/checkpoints.12",
          "clinical/chosen.toml", "clinical/forms/a.1.toml", "keys/server.pem", "keys/hub.pub", "keys/audit.pub"}) {
        EXPECT_TRUE(is_backed_up(name)) << name;
    }
    for (const auto* name : {"", "/etc/passwd", "keys/hub.key", "keys/audit.key", "../centre.toml",
                             "devices/../keys/x.pem", "devices/", "devices/.toml", "devices/a/b.toml", "journal.db",
                             "audit/../x", "clinical/../x.toml", "clinical/forms/../x.toml", "clinical/a/b/c.toml",
                             "clinical/forms/x", "clinical.toml", "keys/.pem", "devices/a b.toml", "audit/letter"}) {
        EXPECT_FALSE(is_backed_up(name)) << name;
    }
}

} // namespace
} // namespace verandah::hub
