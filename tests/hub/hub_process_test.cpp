// SPDX-License-Identifier: Apache-2.0
// The real verandah-hub over TLS: used, ended, cut off, damaged, and started again.
#include "shared/wire/http/hub_link.hpp"
#include "shared/wire/http/of_bundle.hpp"
#include "shared/wire/messages/views.hpp"
#include "tests/hub/patient_device.hpp"
#include "tests/hub/served_centre.hpp"

#include <gmock/gmock.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <filesystem>
#include <map>
#include <mutex>
#include <thread>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;
using test::PatientDevice;
using test::read_file;
using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;

class HubProcess : public testing::Test {
protected:
    HubProcess() { centre.serve(); }

    /// A console at which a coordinator is signed in.
    wire::DeviceBundle staffed_console()
    {
        auto bundle = centre.let_in("console", "console-1");
        centre.sign_in(bundle);
        return bundle;
    }
    /// Every file in the centre's folder that holds what happened.
    [[nodiscard]] std::map<std::string, std::string> journal_bytes() const
    {
        const auto log = centre.paths().journal().string() + "-wal";
        return {{"journal.db", read_file(centre.paths().journal())}, {"journal.db-wal", read_file(log)}};
    }
    /// Serves a few check-ins and ends politely.
    void live_a_little()
    {
        PatientDevice kiosk{centre.let_in("kiosk", "kiosk-1")};
        for (int each = 0; each < 5; ++each) {
            kiosk.check_in();
        }
        ASSERT_EQ(centre.end().status, 0);
    }

    test::ServedCentre centre;
};

TEST_F(HubProcess, TakesACheckInAndCallsItAndEndsPolitely)
{
    PatientDevice console{staffed_console()};
    const auto receipt = console.check_in();
    const auto call =
        wire::decode_call_receipt(console.post("/v1/stations/room-1/call-next", R"({"if_busy":"refuse"})").body);

    ASSERT_TRUE(call);
    EXPECT_EQ(call->ticket, receipt.ticket);
    const auto ended = centre.end();
    EXPECT_EQ(ended.status, 0) << ended.said;
    EXPECT_TRUE(std::filesystem::exists(centre.checkpoint()));
}

TEST_F(HubProcess, TellsAConsoleOfEachChangeAsItHappens)
{
    const auto bundle = staffed_console();
    PatientDevice console{bundle};
    wire::HubLink link{{.hub = wire::hub_of(bundle), .identity = wire::identity_of(bundle)}};
    const auto wait_for = [&](const std::string& name) {
        for (auto until = std::chrono::steady_clock::now() + 20s; std::chrono::steady_clock::now() < until;) {
            for (const auto& incoming : link.take()) {
                const auto* event = std::get_if<wire::FeedEvent>(&incoming);
                if (event != nullptr && event->name == name) {
                    return event->data;
                }
            }
            std::this_thread::sleep_for(5ms);
        }
        return std::string{"nothing came"};
    };
    console.check_in(); // opens the day
    EXPECT_EQ(wait_for("reset"), "{}");

    const auto receipt = console.check_in();

    const auto change = wire::decode_line_change(wait_for("line"));
    ASSERT_TRUE(change);
    EXPECT_EQ(change->tickets.front().ticket.id, receipt.ticket);
}

TEST_F(HubProcess, LosesNothingAcknowledgedThoughItIsCutOffFiveTimesInUse)
{
    const auto bundle = centre.let_in("kiosk", "kiosk-1");
    std::mutex mutex;
    std::map<std::int64_t, int> acknowledged; // ticket to number
    std::atomic<bool> is_enough{false};
    {
        std::vector<std::jthread> devices;
        for (int each = 0; each < 3; ++each) {
            devices.emplace_back([&] {
                PatientDevice device{bundle};
                while (!is_enough) {
                    const auto receipt = device.check_in();
                    const std::lock_guard lock{mutex};
                    acknowledged.insert({receipt.ticket.value(), receipt.number.value()});
                }
            });
        }
        for (int times = 0; times < 5; ++times) {
            std::this_thread::sleep_for(150ms);
            centre.cut_off();
            centre.serve();
        }
        is_enough = true;
    }

    std::map<std::int64_t, int> there;
    for (const auto& view : PatientDevice{staffed_console()}.line().tickets) {
        there.insert({view.ticket.id.value(), view.ticket.number.value()});
    }
    EXPECT_GT(acknowledged.size(), 5U);
    EXPECT_TRUE(std::ranges::includes(there, acknowledged));
    EXPECT_EQ(there.size(), acknowledged.size()); // nothing twice either: each request was repeated with its key
    ASSERT_EQ(centre.end().status, 0);
    EXPECT_THAT(centre.command({"rebuild"}).said, HasSubstr("equals the ledger that served"));
}

TEST_F(HubProcess, IsReplayedBesideItWhileItServes)
{
    PatientDevice kiosk{centre.let_in("kiosk", "kiosk-1")};
    kiosk.check_in();

    const auto rebuilt = centre.command({"rebuild"});

    EXPECT_EQ(rebuilt.status, 0) << rebuilt.said;
    // The day, the number, and once the hub has looked at its list of devices, the kiosk that was added.
    EXPECT_THAT(rebuilt.said, ContainsRegex("[23] events replayed; the chain is whole"));
    kiosk.check_in();
}

TEST_F(HubProcess, LetsADeviceInWithoutARestart)
{
    PatientDevice first{centre.let_in("kiosk", "kiosk-1")};
    first.check_in();

    PatientDevice second{centre.let_in("kiosk", "kiosk-2")};

    EXPECT_EQ(second.check_in().number.value(), 2);
}

TEST_F(HubProcess, SignsEverybodyOutWhenItStartsAgain)
{
    const auto bundle = staffed_console();
    PatientDevice console{bundle};
    ASSERT_EQ(console.ask({.method = "GET", .target = "/v1/line"}).status, 200);

    centre.cut_off();
    centre.serve();

    EXPECT_EQ(console.ask({.method = "GET", .target = "/v1/line"}).status, 403);
    centre.sign_in(bundle);
    EXPECT_EQ(console.ask({.method = "GET", .target = "/v1/line"}).status, 200);
}

TEST_F(HubProcess, LeavesNoPassphraseAndNoPinOnTheDiskNorInItsLogNorInACore)
{
    const auto bundle = staffed_console();
    PatientDevice console{bundle};
    const auto body = [](const std::string& words, const std::string& pin) {
        return R"({"account":"coordinator","passphrase":")" + words + R"(","pin":")" + pin + R"("})";
    };
    for (int times = 0; times < 3; ++times) {
        EXPECT_EQ(console.post("/v1/session/sign-in", body("canary words that are wrong", "736152")).status, 403);
    }
    EXPECT_EQ(console.post("/v1/session/unlock", R"({"pin":"736152"})").status, 403);
    ASSERT_EQ(console.post("/v1/session/lock").status, 200);
    EXPECT_EQ(console.post("/v1/session/unlock", R"({"pin":"736152"})").status, 403);
    EXPECT_EQ(console.post("/v1/session/unlock", R"({"pin":")" + std::string{test::shift_pin} + R"("})").status, 200);
    EXPECT_EQ(console.post("/v1/session/sign-in", body("canary", "123456")).status, 400);
    EXPECT_THAT(read_file("/proc/" + std::to_string(centre.hub().id()) + "/limits"),
                testing::ContainsRegex("Max core file size +0 +0 "));

    const auto ended = centre.end();

    EXPECT_EQ(ended.status, 0);
    const std::vector<std::pair<std::string, std::string>> secrets{{"wrong words", "canary"},
                                                                   {"a wrong PIN", "736152"},
                                                                   {"the right PIN", std::string{test::shift_pin}},
                                                                   {"the right words", centre.words_of_staff()}};
    for (const auto& [name, secret] : secrets) {
        EXPECT_FALSE(ended.said.contains(secret)) << name;
        // Beside the centre's folder, too: its log, and a core if it left one.
        for (const auto& entry : std::filesystem::recursive_directory_iterator{centre.paths().root.parent_path()}) {
            if (entry.is_regular_file()) {
                EXPECT_FALSE(read_file(entry.path()).contains(secret)) << name << " in " << entry.path();
            }
        }
    }
}

TEST_F(HubProcess, RefusesASecondHubOnTheSameFolder)
{
    const auto second = centre.try_to_serve();

    EXPECT_EQ(second.status, 1);
    EXPECT_THAT(second.said, HasSubstr("serv"));
    EXPECT_TRUE(centre.hub().is_running());
}

TEST_F(HubProcess, RefusesADamagedJournalWithFileAndEventAndLeavesItAsItIs)
{
    live_a_little();
    auto bytes = read_file(centre.paths().journal());
    const auto at = bytes.size() - 2'000; // within the sealed rows
    std::ranges::fill(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                      bytes.begin() + static_cast<std::ptrdiff_t>(at) + 16, 'x');
    test::write_file(centre.paths().journal(), bytes);
    const auto before = journal_bytes();

    for (const auto& refused : {centre.try_to_serve(), centre.command({"rebuild"})}) {
        EXPECT_EQ(refused.status, 1);
        EXPECT_THAT(refused.said, AllOf(HasSubstr(centre.paths().journal().string()), HasSubstr("event"),
                                        HasSubstr("Nothing was changed")));
    }
    EXPECT_TRUE(journal_bytes() == before);
}

TEST_F(HubProcess, RefusesAJournalWhoseEndIsMissing)
{
    PatientDevice kiosk{centre.let_in("kiosk", "kiosk-1")};
    kiosk.check_in();
    ASSERT_EQ(centre.end().status, 0);
    const auto earlier = read_file(centre.paths().journal());
    centre.serve();
    kiosk.check_in();
    ASSERT_EQ(centre.end().status, 0);
    test::write_file(centre.paths().journal(), earlier);
    const auto before = journal_bytes();

    const auto refused = centre.try_to_serve();

    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.said, AllOf(ContainsRegex("ends at event [23],"), HasSubstr("its end is missing")));
    EXPECT_TRUE(journal_bytes() == before);
}

TEST_F(HubProcess, RefusesAnotherHubKeyByName)
{
    live_a_little();
    const auto other = vault::HubKey::make(); // never sealed, so that it needs no opening
    std::filesystem::remove(centre.paths().hub_key());
    std::filesystem::remove(centre.paths().public_key());
    ASSERT_TRUE(other.save(centre.paths().hub_key()));
    const auto before = journal_bytes();

    const auto refused = centre.try_to_serve();

    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.said, HasSubstr("the hub key does not open this journal"));
    EXPECT_TRUE(journal_bytes() == before);
}

TEST_F(HubProcess, RefusesADamagedCheckpointByName)
{
    live_a_little();
    test::write_file(centre.checkpoint(), "");

    const auto refused = centre.try_to_serve();

    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.said, HasSubstr("ledger.check is damaged"));
}

TEST_F(HubProcess, EndsWithStatusOneWhenItsDiskIsGoneForGood)
{
    ASSERT_EQ(centre.end().status, 0);
    std::signal(SIGXFSZ, SIG_IGN); // inherited: a write beyond the limit is an error code, as on a full disk
    centre.serve();
    PatientDevice kiosk{centre.let_in("kiosk", "kiosk-1")};
    kiosk.check_in();
    const rlimit nothing{0, 0};
    // From now on no file grows, and where the journal was there is none: a failed write, then a failed recovery.
    ASSERT_EQ(prlimit(centre.hub().id(), RLIMIT_FSIZE, &nothing, nullptr), 0);
    const auto journal = centre.paths().journal();
    std::filesystem::rename(journal, centre.paths().root / "journal.gone");
    std::filesystem::create_directory(journal);

    const auto answer = kiosk.post("/v1/check-ins", R"({"services":["nurse"]})");

    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(centre.hub().wait().status, 1);
}

} // namespace
} // namespace verandah::hub
