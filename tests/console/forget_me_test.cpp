// SPDX-License-Identifier: Apache-2.0
// A visitor is forgotten by the real programs: asked for at the kiosk with her card, done at the console with two keys,
// and her card leads to nobody afterwards.
#include "shared/domain/request_key.hpp"
#include "shared/wire/http/of_bundle.hpp"
#include "shared/wire/messages/card_messages.hpp"
#include "shared/wire/messages/queue_messages.hpp"
#include "tests/support/running_programs.hpp"
#include "tests/support/shift.hpp"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>

namespace verandah::console {
namespace {

using namespace std::chrono_literals;

/// A device that asks the hub without a screen.
class Asker {
public:
    explicit Asker(const std::filesystem::path& device)
        : bundle_{wire::read_bundle(device).value()}, client_{wire::hub_of(bundle_), wire::identity_of(bundle_)}
    {
    }
    [[nodiscard]] wire::HttpClient& client() { return client_; }
    /// Throws std::runtime_error when the hub does not serve within 20 seconds.
    void wait_for_hub()
    {
        for (const auto end = std::chrono::steady_clock::now() + 20s; std::chrono::steady_clock::now() < end;
             std::this_thread::sleep_for(50ms)) {
            try {
                if (client_.ask({.method = "GET", .target = "/v1/centre"}).status == 200) {
                    return;
                }
            } catch (const wire::ConnectionFailure&) { // not yet
            }
        }
        throw std::runtime_error{"the hub does not serve"};
    }
    std::string post(const std::string& path, const std::string& body)
    {
        const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
        const auto key = domain::RequestKey::make(now, {0, 0, 0, 0, 0, 0, 0, 0, 0, ++asked_});
        return client_.ask({.method = "POST", .target = path, .idempotency_key = key.text(), .body = body}).body;
    }
    std::string new_card()
    {
        const auto answer = post("/v1/cards", R"({"token":"00112233445566778899aabbccddeeff"})");
        return wire::decode_card_receipt(answer).value().card.text();
    }
    domain::TicketNumber check_in(const std::string& card)
    {
        const auto answer = post("/v1/check-ins", R"({"services":["nurse"],"card":")" + card + R"("})");
        return wire::decode_check_in_receipt(answer).value().number;
    }

private:
    wire::DeviceBundle bundle_;
    wire::HttpClient client_;
    std::uint8_t asked_{0};
};

/// A house with somebody signed in at its console, and a visitor with a card.
class ForgetMeDay : public testing::Test {
protected:
    ForgetMeDay()
    {
        hub_.add_device("console", console_file());
        Asker desk{console_file()};
        desk.wait_for_hub();
        test::sign_in(desk.client(), test::make_staff(desk.client()));
        card_ = kiosk_.new_card();
    }
    [[nodiscard]] std::filesystem::path console_file() const { return hub_.folder() / "console-1.toml"; }
    /// At the first screen of the line.
    void stand_at(test::RunningConsole& console)
    {
        console.play({R"(wait "Locked" 30)", "type " + std::string{test::shift_pin}, R"(wait "Which room is this?")",
                      "key 1", R"(gone "Which room is this?")"});
    }
    /// Whether the card still leads to its visitor: then its open ticket's number comes again.
    bool is_known()
    {
        const auto first = kiosk_.check_in(card_);
        return kiosk_.check_in(card_) == first;
    }

    test::RunningHub hub_;
    Asker kiosk_{hub_.kiosk_file()};
    std::string card_;
};

TEST_F(ForgetMeDay, BeginsAtTheKioskAndEndsAtTheConsole)
{
    ASSERT_TRUE(is_known());
    test::RunningConsole console{console_file()};
    stand_at(console);
    test::RunningKiosk kiosk{hub_, "1280x800"};
    kiosk.play({R"(wait "I have a card" 30)", R"(press "I have a card")", R"(press "Forget me")", R"(press "Go on")",
                R"(wait "Hold your card to the glass")", "scan " + card_, R"(wait "Please go to a staff member")"});
    console.play({R"(wait "Somebody at kiosk 1 asks to be forgotten")", "key F", R"(wait "Forget this visitor?")"});
    EXPECT_TRUE(is_known()); // nothing is forgotten before
    console.play({"key 1", "key Enter", R"(wait "Forgotten" 20)", "key Enter",
                  R"(gone "Somebody at kiosk 1 asks to be forgotten")"});

    EXPECT_FALSE(is_known());
}

TEST_F(ForgetMeDay, IsDoneByStaffWithTheCardAndOnceOnly)
{
    ASSERT_TRUE(is_known());
    test::RunningConsole console{console_file()};
    stand_at(console);
    const std::vector<std::string> scan{
        "key W",         R"(press "Forget a visitor")",          R"(wait "Scan the card.")",
        "scan " + card_, R"(wait "Her card was scanned here.")", "key 1",
        "key Enter"};
    console.play(scan);
    console.play({R"(wait "Forgotten" 20)", "key Enter", R"(gone "Forgotten")"});
    EXPECT_FALSE(is_known());
    console.play(scan);
    console.play({R"(wait "Nothing was kept" 20)"});
}

} // namespace
} // namespace verandah::console
