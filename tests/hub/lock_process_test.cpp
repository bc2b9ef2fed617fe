// SPDX-License-Identifier: Apache-2.0
// The real verandah-hub, locked and opened while it serves: the line goes on, and nothing is lost or given twice.
#include "shared/wire/enrolment/enrol.hpp"
#include "shared/wire/http/hub_link.hpp"
#include "shared/wire/http/of_bundle.hpp"
#include "shared/wire/messages/card_messages.hpp"
#include "shared/wire/messages/staff_messages.hpp"
#include "tests/hub/patient_device.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <future>
#include <map>
#include <set>
#include <thread>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;
using test::PatientDevice;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr auto patience = 20s;

/// Looks again and again until `is_so`, for a while.
template <class IsSo>
bool comes_to_be(IsSo is_so)
{
    for (const auto until = std::chrono::steady_clock::now() + patience; std::chrono::steady_clock::now() < until;) {
        if (is_so()) {
            return true;
        }
        std::this_thread::sleep_for(20ms);
    }
    return false;
}

class LockedHub : public testing::Test {
protected:
    std::string recovery_code() const { return centre.new_way_in("paper"); }
    static std::string card_in(const wire::Response& response)
    {
        return wire::decode_card_receipt(response.body).value().card.text();
    }
    wire::Response lock() { return console.post("/v1/hub/lock"); }
    wire::Response open_with(const std::string& words)
    {
        auto answer = console.post("/v1/hub/unlock", R"({"words":")" + words + R"("})");
        if (answer.status == 200) {
            centre.sign_in(bundle); // locking ended her session
        }
        return answer;
    }
    wire::Response mint(char token)
    {
        return console.post("/v1/cards", R"({"token":")" + std::string(32, token) + R"("})");
    }
    bool is_locked()
    {
        const auto session = console.ask({.method = "GET", .target = "/v1/session"});
        return wire::decode_session_view(session.body).value().hub == wire::SessionView::Hub::locked;
    }
    static wire::CheckInReceipt receipt_in(const wire::Response& response)
    {
        EXPECT_EQ(response.status, 201) << response.body;
        return wire::decode_check_in_receipt(response.body).value();
    }
    wire::CheckInReceipt check_in_with(const std::string& card)
    {
        return receipt_in(console.post("/v1/check-ins", R"({"services":["nurse"],"card":")" + card + R"("})"));
    }
    std::map<std::int64_t, int> everybody_in_line()
    {
        if (!is_locked()) {
            centre.sign_in(bundle);
        }
        std::map<std::int64_t, int> line;
        for (const auto& view : console.line().tickets) {
            line.emplace(view.ticket.id.value(), view.ticket.number.value());
        }
        return line;
    }

    test::ServedCentre centre;
    wire::DeviceBundle bundle = (centre.serve(), centre.let_in("console", "console-1"));
    PatientDevice console{(centre.sign_in(bundle), bundle)};
};

TEST_F(LockedHub, GoesOnGivingAndCallingNumbers)
{
    const auto before = console.check_in();

    ASSERT_EQ(lock().status, 200);

    const auto after = console.check_in();
    EXPECT_EQ(after.number.value(), before.number.value() + 1);
    const auto called = console.post("/v1/stations/room-1/call-next", R"({"if_busy":"refuse"})");
    EXPECT_EQ(wire::decode_call_receipt(called.body).value().ticket, before.ticket);
    EXPECT_EQ(console.post("/v1/alerts", R"({"kind":"help"})").status, 201);
}

TEST_F(LockedHub, OffersNoPlaceToADeviceAtAConsole)
{
    ASSERT_EQ(lock().status, 200);

    const auto refused = console.post("/v1/devices/offers", R"({"name":"kiosk-7","kind":"kiosk"})");

    EXPECT_EQ(refused.status, 403);
    EXPECT_FALSE(std::filesystem::exists(centre.paths().offers() / "door"));
    EXPECT_EQ(console.ask({.method = "GET", .target = "/v1/devices"}).status, 403);
}

TEST_F(LockedHub, LetsInADeviceThatIsOfferedOnItsOwnMachine)
{
    ASSERT_EQ(lock().status, 200);

    const auto offered = centre.command({"device", "offer", "kiosk-7", "--kind", "kiosk"});

    ASSERT_EQ(offered.status, 0) << offered.said;
    const auto said = [&offered](const std::string& title) {
        const auto at = offered.said.find(title) + title.size();
        return offered.said.substr(at, offered.said.find('\n', at) - at);
    };
    const auto door = wire::DoorAddress::make(said("  Address  ")).value();
    const auto code = domain::EnrolmentCode::parse(said("  Code     ")).value();
    const auto device = wire::enrol(wire::order_of(code, door.host, door.port),
                                    {.bundle = centre.file_of("kiosk-7"), .kinds = {wire::DeviceKind::kiosk}});
    ASSERT_TRUE(device) << device.error().detail;
    wire::HttpClient kiosk{wire::hub_of(*device), wire::identity_of(*device)};
    EXPECT_EQ(kiosk.ask({.method = "GET", .target = "/v1/centre"}).status, 200);
    EXPECT_TRUE(is_locked());
}

TEST_F(LockedHub, SaysThatItIsLockedToEverythingAboutCards)
{
    const auto card = card_in(mint('a'));
    ASSERT_EQ(lock().status, 200);

    for (const auto& refused : {mint('a'), mint('b'), console.post("/v1/cards/revoke", R"({"card":")" + card + R"("})"),
                                console.post("/v1/cards/replace", R"({"card":")" + card + R"(","token":")" +
                                                                      std::string(32, 'c') + R"("})")}) {
        EXPECT_EQ(refused.status, 403);
        EXPECT_THAT(refused.body, HasSubstr("the hub is locked"));
    }
}

TEST_F(LockedHub, TakesACardAtCheckInForNoneAndAnswersAlike)
{
    const auto card = card_in(mint('a'));
    const auto first = check_in_with(card);
    EXPECT_EQ(check_in_with(card).ticket, first.ticket); // known: the same number again
    ASSERT_EQ(lock().status, 200);

    EXPECT_NE(check_in_with(card).ticket, first.ticket);

    ASSERT_EQ(open_with(recovery_code()).status, 200);
    EXPECT_EQ(check_in_with(card).ticket, first.ticket);
}

TEST_F(LockedHub, OpensForTheRecoveryCodeAndForNothingElse)
{
    const auto code = recovery_code();
    ASSERT_EQ(lock().status, 200);

    const auto wrong = open_with("river lantern mosaic thunder window paper");
    EXPECT_EQ(wrong.status, 403);
    EXPECT_TRUE(is_locked());
    EXPECT_EQ(open_with(code.substr(0, code.size() - 1)).status, 403);
    EXPECT_EQ(open_with(code).status, 200);
    EXPECT_FALSE(is_locked());
    EXPECT_EQ(open_with("anything").status, 200); // it is open
}

TEST_F(LockedHub, IsLockedAndOpenedFromConsolesOnly)
{
    PatientDevice kiosk{centre.let_in("kiosk", "kiosk-1")};

    EXPECT_EQ(kiosk.post("/v1/hub/lock").status, 403);
    EXPECT_FALSE(is_locked());
    ASSERT_EQ(lock().status, 200);
    EXPECT_EQ(kiosk.post("/v1/hub/unlock", R"({"words":"a"})").status, 403);
    EXPECT_EQ(kiosk.check_in().number.value(), 1);
}

TEST_F(LockedHub, RefusesWhatIsNoOpeningAtAll)
{
    ASSERT_EQ(lock().status, 200);

    EXPECT_EQ(console.post("/v1/hub/unlock").status, 400);
    EXPECT_EQ(console.post("/v1/hub/unlock", R"({"words":7})").status, 400);
    EXPECT_EQ(console.post("/v1/hub/unlock", R"({"words":"a","words":"b"})").status, 400);
    EXPECT_EQ(open_with(std::string(513, 'a')).status, 400);
    EXPECT_EQ(console.post("/v1/hub/lock", R"({"now":true})").status, 400);
}

TEST_F(LockedHub, GoesOnServingWhileItsWordsAreStretched)
{
    const auto words = centre.new_way_in("words");
    ASSERT_EQ(lock().status, 200);
    PatientDevice second{centre.let_in("console", "console-2")};
    PatientDevice kiosk{centre.let_in("kiosk", "kiosk-1")}; // nobody is signed in at a console when it has opened
    auto opening = std::async(std::launch::async,
                              [&] { return second.post("/v1/hub/unlock", R"({"words":")" + words + R"("})"); });
    int served = 0;
    while (opening.wait_for(0s) != std::future_status::ready) {
        kiosk.check_in();
        ++served;
    }

    EXPECT_EQ(opening.get().status, 200);
    EXPECT_GT(served, 3);
    EXPECT_FALSE(is_locked());
    EXPECT_EQ(everybody_in_line().size(), static_cast<std::size_t>(served));
}

TEST_F(LockedHub, OpensForOneAtATime)
{
    const auto words = centre.new_way_in("words");
    ASSERT_EQ(lock().status, 200);
    PatientDevice second{centre.let_in("console", "console-2")};
    auto first = std::async(std::launch::async,
                            [&] { return second.post("/v1/hub/unlock", R"({"words":")" + words + R"("})"); });
    std::this_thread::sleep_for(100ms); // Argon2id takes longer

    EXPECT_EQ(open_with(words).status, 409);
    EXPECT_EQ(first.get().status, 200);
}

TEST_F(LockedHub, StaysLockedWhenItIsLockedWhileItIsBeingOpened)
{
    const auto words = centre.new_way_in("words");
    ASSERT_EQ(lock().status, 200);
    PatientDevice second{centre.let_in("console", "console-2")};
    auto opening = std::async(std::launch::async,
                              [&] { return second.post("/v1/hub/unlock", R"({"words":")" + words + R"("})"); });
    std::this_thread::sleep_for(100ms);

    ASSERT_EQ(lock().status, 200);

    EXPECT_EQ(opening.get().status, 409);
    EXPECT_TRUE(is_locked());
    EXPECT_EQ(open_with(words).status, 200);
}

TEST_F(LockedHub, IsLockedAgainAndAgainWithoutHarm)
{
    const auto code = recovery_code();
    std::map<std::int64_t, int> given;
    for (int times = 0; times < 5; ++times) {
        EXPECT_EQ(lock().status, 200);
        EXPECT_EQ(lock().status, 200);
        const auto locked = console.check_in();
        given.emplace(locked.ticket.value(), locked.number.value());
        ASSERT_EQ(open_with(code).status, 200);
        const auto open = console.check_in();
        given.emplace(open.ticket.value(), open.number.value());
    }

    EXPECT_EQ(given.size(), 10U);
    EXPECT_EQ(everybody_in_line(), given);
}

TEST_F(LockedHub, TellsConsolesToLookAgainAndWhoMayDoWhat)
{
    const auto code = recovery_code();
    wire::HubLink link{{.hub = wire::hub_of(bundle), .identity = wire::identity_of(bundle)}};
    std::set<std::string> heard;
    const auto hears = [&](const std::set<std::string>& names) {
        return comes_to_be([&] {
            for (const auto& incoming : link.take()) {
                if (const auto* event = std::get_if<wire::FeedEvent>(&incoming)) {
                    heard.insert(event->name);
                }
            }
            return std::ranges::includes(heard, names);
        });
    };
    console.check_in(); // opens the day
    ASSERT_TRUE(hears({"reset"}));

    heard.clear();
    ASSERT_EQ(lock().status, 200);
    EXPECT_TRUE(hears({"reset", "session"}));
    heard.clear();
    ASSERT_EQ(open_with(code).status, 200);
    EXPECT_TRUE(hears({"reset", "session"}));
}

TEST_F(LockedHub, ListensToItsSignals)
{
    console.check_in();

    centre.hub().send(SIGUSR1);
    EXPECT_TRUE(comes_to_be([this] { return is_locked(); }));
    centre.hub().send(SIGUSR2);
    EXPECT_TRUE(comes_to_be([this] { return !is_locked(); }));

    EXPECT_EQ(everybody_in_line().size(), 1U);
}

TEST_F(LockedHub, LocksWhenTheStickIsPulledAndOpensWhenItIsPutBack)
{
    std::filesystem::rename(centre.stick(), centre.stick() + ".pulled");
    EXPECT_TRUE(comes_to_be([this] { return is_locked(); }));

    std::filesystem::rename(centre.stick() + ".pulled", centre.stick());
    EXPECT_TRUE(comes_to_be([this] { return !is_locked(); }));
}

TEST_F(LockedHub, StaysLockedThoughTheStickIsInUntilSomebodyPutsItInAnew)
{
    ASSERT_EQ(lock().status, 200);

    std::this_thread::sleep_for(2500ms); // two looks at the stick

    EXPECT_TRUE(is_locked());
}

TEST_F(LockedHub, StaysLockedWhenTheStickThatIsPutBackIsAnotherOne)
{
    const auto right = test::read_file(centre.stick());
    std::filesystem::rename(centre.stick(), centre.stick() + ".pulled");
    ASSERT_TRUE(comes_to_be([this] { return is_locked(); }));

    test::write_file(centre.stick(), "verandah stick key 1\n" + std::string(64, '0') + "\n");

    EXPECT_TRUE(comes_to_be([this] { return centre.log().contains("that does not open the hub key"); }));
    EXPECT_TRUE(is_locked());
    test::write_file(centre.stick(), right);
    centre.hub().send(SIGUSR2);
    EXPECT_TRUE(comes_to_be([this] { return !is_locked(); }));
}

TEST_F(LockedHub, StartsLockedWithNothingToOpenItsKey)
{
    console.check_in();
    ASSERT_EQ(centre.end().status, 0);

    centre.serve_locked();

    EXPECT_TRUE(is_locked());
    EXPECT_TRUE(console.line().tickets.empty()); // it knows nothing of the day
    EXPECT_EQ(console.check_in().number.value(), 51);
}

TEST_F(LockedHub, EndsPolitelyAndIsProvedWholeAlthoughItWasLocked)
{
    console.check_in();
    ASSERT_EQ(centre.end().status, 0);
    centre.serve_locked();
    console.check_in();
    ASSERT_EQ(centre.end().status, 0);

    EXPECT_EQ(centre.command({"rebuild"}).status, 0);
    centre.serve();
    EXPECT_EQ(everybody_in_line().size(), 2U);
}

TEST_F(LockedHub, RefusesToStartLockedOnAJournalWhoseEndIsMissing)
{
    console.check_in();
    ASSERT_EQ(centre.end().status, 0);
    const auto earlier = test::read_file(centre.paths().journal());
    centre.serve();
    centre.sign_in(bundle);
    console.check_in();
    ASSERT_EQ(centre.end().status, 0);
    test::write_file(centre.paths().journal(), earlier);

    const auto refused = centre.command({"serve", "--listen", "127.0.0.1:0"});

    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.said, HasSubstr("its end is missing"));
}

/// The whole way: a morning, the panic chord, a power cut, a start without the key, and the key again.
TEST_F(LockedHub, LosesNobodyFromTheMorningThroughLockAndPowerCutToTheEvening)
{
    const auto code = recovery_code();
    std::map<std::int64_t, int> given;
    const auto three_come = [&] {
        for (int each = 0; each < 3; ++each) {
            const auto receipt = console.check_in();
            EXPECT_TRUE(given.emplace(receipt.ticket.value(), receipt.number.value()).second);
        }
    };
    three_come();
    ASSERT_EQ(lock().status, 200);
    three_come();
    centre.cut_off();
    centre.serve_locked();
    three_come();
    centre.cut_off();
    centre.serve_locked();
    three_come();

    ASSERT_EQ(open_with(code).status, 200);
    three_come();

    EXPECT_EQ(everybody_in_line(), given);
    std::set<int> numbers;
    for (const auto& [ticket, number] : given) {
        numbers.insert(number);
    }
    EXPECT_EQ(numbers.size(), 15U);
    ASSERT_EQ(centre.end().status, 0);
    EXPECT_THAT(centre.command({"rebuild"}).said, HasSubstr("equals the ledger that served"));
}

TEST_F(LockedHub, RefusesRebuildAndSaysWhatToGive)
{
    const test::TemporaryFolder around;
    const auto rebuilt =
        test::Process{{"verandah-hub", "rebuild", centre.paths().root.string()}, around / "rebuild.log"}.wait();

    EXPECT_EQ(rebuilt.status, 1);
    EXPECT_THAT(rebuilt.said, AllOf(HasSubstr("--stick FILE"), HasSubstr("--words-file FILE")));
}

TEST_F(LockedHub, LetsDevicesInAndIsCheckedWithoutItsKey)
{
    ASSERT_EQ(centre.end().status, 0);
    centre.serve_locked();

    PatientDevice kiosk{centre.let_in("kiosk", "kiosk-1")};

    EXPECT_EQ(kiosk.check_in().number.value(), 1);
    EXPECT_THAT(centre.command({"check"}).said, HasSubstr("Its key is sealed."));
}

} // namespace
} // namespace verandah::hub
