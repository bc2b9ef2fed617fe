// SPDX-License-Identifier: Apache-2.0
// Who locked the real hub and who opened it, and when: after a raid it stands in the audit trail.
#include "tests/hub/patient_device.hpp"

#include <gmock/gmock.h>

#include <csignal>
#include <filesystem>
#include <sstream>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;
using test::PatientDevice;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Lt;
using testing::Not;
using testing::SizeIs;

class LockTrail : public testing::Test {
protected:
    /// The lines of the audit list about a kind of event, oldest first.
    std::vector<std::string> lines(const std::string& kind) const
    {
        std::istringstream said{centre.command({"audit", "list", "--kind", kind}).said};
        std::vector<std::string> lines;
        std::string line;
        std::getline(said, line); // the titles
        while (std::getline(said, line)) {
            lines.push_back(line);
        }
        return lines;
    }
    std::vector<std::string> lines_once_there(const std::string& kind, std::size_t count) const
    {
        auto there = lines(kind);
        for (int looks = 0; looks < 100 && there.size() < count; ++looks) {
            std::this_thread::sleep_for(100ms);
            there = lines(kind);
        }
        return there;
    }
    wire::Response lock() { return console.post("/v1/hub/lock"); }
    wire::Response open_with(const std::string& words)
    {
        return console.post("/v1/hub/unlock", R"({"words":")" + words + R"("})");
    }

    test::ServedCentre centre;
    std::string code = centre.new_way_in("paper");
    wire::DeviceBundle bundle = (centre.serve(), centre.let_in("console", "console-1"));
    PatientDevice console{bundle};
};

TEST_F(LockTrail, SaysAtWhichConsoleItWasLockedAndWhoWasSignedInThere)
{
    centre.sign_in(bundle);

    ASSERT_EQ(lock().status, 200);

    EXPECT_THAT(lines("hub_locked"),
                ElementsAre(AllOf(HasSubstr("console-1"), HasSubstr("coordinator"), HasSubstr("the hub, console"))));
}

TEST_F(LockTrail, SaysThatNobodyWasSignedInWhereItWasLocked)
{
    ASSERT_EQ(lock().status, 200);

    EXPECT_THAT(lines("hub_locked"), ElementsAre(Not(HasSubstr("coordinator"))));
}

TEST_F(LockTrail, SaysOnceThatItWasLockedHoweverOftenItIsAsked)
{
    for (int times = 0; times < 3; ++times) {
        ASSERT_EQ(lock().status, 200);
    }

    EXPECT_THAT(lines("hub_locked"), SizeIs(1));
}

TEST_F(LockTrail, SaysAtWhichConsoleItWasOpenedAndWithWhat)
{
    ASSERT_EQ(lock().status, 200);

    ASSERT_EQ(open_with(code).status, 200);

    EXPECT_THAT(lines("hub_opened"), ElementsAre(AllOf(HasSubstr("console-1"), HasSubstr("the hub, recovery_code"))));
}

TEST_F(LockTrail, SaysWhereWrongWordsWereTriedThoughNobodyEverOpenedIt)
{
    ASSERT_EQ(lock().status, 200);

    EXPECT_EQ(open_with("canary lantern mosaic thunder window paper").status, 403);

    EXPECT_THAT(lines("opening_refused"), ElementsAre(AllOf(HasSubstr("console-1"), HasSubstr("the hub, words"))));
    EXPECT_THAT(lines("hub_opened"), IsEmpty());
    EXPECT_THAT(centre.command({"audit", "list"}).said, Not(HasSubstr("canary")));
}

TEST_F(LockTrail, IsNotFilledByWhoTriesWordsOverAndOver)
{
    constexpr int tries = 9;
    ASSERT_EQ(lock().status, 200);
    for (int times = 0; times < tries; ++times) {
        EXPECT_EQ(open_with("river lantern mosaic thunder window paper").status, 403);
    }

    EXPECT_THAT(lines("opening_refused"), SizeIs(Lt(tries)));
}

TEST_F(LockTrail, SaysThatASignalLockedItAndTheStickOpenedIt)
{
    centre.hub().send(SIGUSR1);
    EXPECT_THAT(lines_once_there("hub_locked", 1), ElementsAre(AllOf(HasSubstr(" hub "), HasSubstr("signal"))));

    centre.hub().send(SIGUSR2);
    EXPECT_THAT(lines_once_there("hub_opened", 1), ElementsAre(AllOf(HasSubstr(" hub "), HasSubstr("stick"))));
}

TEST_F(LockTrail, SaysThatTheStickWasPulledAndThatAnotherOneDidNotOpen)
{
    std::filesystem::rename(centre.stick(), centre.stick() + ".pulled");
    for (int looks = 0; looks < 500 && !centre.log().contains("the hub is locked"); ++looks) {
        std::this_thread::sleep_for(20ms);
    }
    test::write_file(centre.stick(), "verandah stick key 1\n" + std::string(64, '0') + "\n");
    for (int looks = 0; looks < 500 && !centre.log().contains("that does not open"); ++looks) {
        std::this_thread::sleep_for(20ms);
    }
    std::filesystem::rename(centre.stick() + ".pulled", centre.stick());

    EXPECT_THAT(lines("hub_locked"), ElementsAre(HasSubstr("stick_pulled")));
    EXPECT_THAT(lines("opening_refused"), ElementsAre(HasSubstr("the hub, stick")));
}

TEST_F(LockTrail, SaysThatAHubThatWasLeftLockedWasStartedWithItsKey)
{
    ASSERT_EQ(lock().status, 200);
    centre.cut_off();

    centre.serve();

    EXPECT_THAT(lines_once_there("hub_opened", 1), ElementsAre(AllOf(HasSubstr(" hub "), HasSubstr("start"))));
    ASSERT_EQ(centre.end().status, 0);
    centre.serve(); // left open: nothing to say
    EXPECT_THAT(lines("hub_opened"), SizeIs(1));
}

TEST_F(LockTrail, HoldsWhatALockedHubWroteAndIsProvedWhole)
{
    ASSERT_EQ(lock().status, 200);
    EXPECT_EQ(open_with("river lantern mosaic thunder window paper").status, 403);
    ASSERT_EQ(centre.end().status, 0); // locked to its end: with public keys only

    EXPECT_THAT(lines("hub_locked"), SizeIs(1));
    EXPECT_THAT(lines("opening_refused"), SizeIs(1));
    EXPECT_THAT(centre.command({"audit", "verify"}).said, HasSubstr("Nothing was changed"));
}

} // namespace
} // namespace verandah::hub
