// SPDX-License-Identifier: Apache-2.0
// A kiosk that is not enrolled: what it makes of scans and typing, what it says, and the way to the first welcome.
#include "kiosk/flow/enrolling.hpp"
#include "kiosk/wording/enrolment_words.hpp"
#include "shared/ui/window.hpp"
#include "tests/support/running_programs.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>

#include <chrono>
#include <filesystem>
#include <set>
#include <thread>

namespace verandah::kiosk {
namespace {

using Step = Enrolling::Step;
using testing::HasSubstr;

const domain::EnrolmentInvitation invitation{"192.168.1.10", 8444, {std::byte{1}}, {std::byte{2}}};
const domain::EnrolmentCode code{invitation.authority, invitation.secret};

std::optional<wire::EnrolmentOrder> enter(Enrolling& enrolling, const std::string& text)
{
    ui::Input typing{.text = text};
    EXPECT_FALSE(type(enrolling, typing));
    EXPECT_TRUE(typing.text.empty());
    ui::Input pressing{.keys = {{.key = ui::Key::enter}}};
    return type(enrolling, pressing);
}

std::string note_of(const Enrolling& enrolling)
{
    const ui::Translator english{ui::find_language("en").value(), ""};
    return enrolment_words(enrolling, english).greeting.note;
}

TEST(Enrolling, BeginsAtOnceWithAScannedSquare)
{
    Enrolling enrolling;
    const auto order = enter(enrolling, invitation.text());

    ASSERT_TRUE(order);
    EXPECT_EQ(order->host, "192.168.1.10");
    EXPECT_EQ(order->port, 8444);
    EXPECT_EQ(order->authority.size(), 32U);
    EXPECT_EQ(enrolling.step, Step::at_work);
}

TEST(Enrolling, AsksForTheAddressOfATypedCode)
{
    Enrolling enrolling;
    EXPECT_FALSE(enter(enrolling, code.grouped()));
    ASSERT_EQ(enrolling.step, Step::address);

    const auto order = enter(enrolling, "hub.lan");

    ASSERT_TRUE(order);
    EXPECT_EQ(order->host, "hub.lan");
    EXPECT_EQ(order->port, wire::DoorAddress::usual_port);
    EXPECT_EQ(order->authority.size(), 10U);
}

TEST(Enrolling, TellsASlipFromWhatIsNoCode)
{
    Enrolling enrolling;
    auto slip = code.text();
    slip[3] = slip[3] == 'A' ? 'B' : 'A';

    EXPECT_FALSE(enter(enrolling, slip));
    EXPECT_EQ(enrolling.complaint, EnrolmentComplaint::slip);
    EXPECT_FALSE(enter(enrolling, "AAAQEAYEAUDAOCAJBIFQYDIOB4IBCEQTCQKRMFY")); // a visitor's card
    EXPECT_EQ(enrolling.complaint, EnrolmentComplaint::no_code);
    EXPECT_TRUE(enter(enrolling, invitation.text()));
}

TEST(Enrolling, TakesLettersOffAndGoesBack)
{
    Enrolling enrolling;
    ui::Input typing{.text = code.text() + "X"};
    static_cast<void>(type(enrolling, typing));
    ui::Input taking_off{.keys = {{.key = ui::Key::backspace}}};
    static_cast<void>(type(enrolling, taking_off));
    EXPECT_EQ(enrolling.typed, code.text());
    ui::Input enter_key{.keys = {{.key = ui::Key::enter}}};
    static_cast<void>(type(enrolling, enter_key));
    ASSERT_EQ(enrolling.step, Step::address);

    ui::Input back{.keys = {{.key = ui::Key::escape}}};
    static_cast<void>(type(enrolling, back));

    EXPECT_EQ(enrolling.step, Step::code);
}

TEST(Enrolling, HoldsNoMoreThanAScanHas)
{
    Enrolling enrolling;
    for (int times = 0; times < 100; ++times) {
        ui::Input typing{.text = std::string(1'000, 'A')};
        static_cast<void>(type(enrolling, typing));
    }
    EXPECT_EQ(enrolling.typed.size(), Enrolling::longest);
}

TEST(Enrolling, HearsNothingWhileItIsAtWork)
{
    Enrolling enrolling{.step = Step::at_work};
    EXPECT_FALSE(enter(enrolling, invitation.text()));
    EXPECT_EQ(enrolling.step, Step::at_work);
}

TEST(Enrolling, SaysOfEachObstacleWhatToDo)
{
    using enum wire::EnrolmentObstacle;
    std::set<std::string> all;
    for (const auto obstacle :
         {unreachable, foreign_hub, unknown_code, used, other_kind, later, cannot_keep, not_understood}) {
        Enrolling enrolling{.step = Step::at_work};
        fail(enrolling, obstacle);
        EXPECT_EQ(enrolling.step, Step::code);
        EXPECT_TRUE(all.insert(note_of(enrolling)).second) << note_of(enrolling);
    }
}

TEST(EnrollingKiosk, ShowsWhatToDoSaysWhatIsWrongAndComesToItsWelcome)
{
    const test::RunningHub hub;
    const test::TemporaryFolder folder;
    const auto offer = hub.offer("kiosk-2", "kiosk");
    test::RunningKiosk kiosk{folder / "kiosk-2.toml", "540x960"};

    kiosk.play({R"(wait "This kiosk has no hub yet" 20)", "scan AAAQEAYEAUDAOCAJBIFQYDIOB4IBCEQTCQKRMFY",
                R"(wait "That is no code for a device.")", R"(press "हिन्दी")",
                R"(wait "इस कियोस्क का अभी कोई हब नहीं है")", R"(press "English")", "scan " + offer.code,
                R"(wait "The code is right. Where is the hub?")", "scan " + offer.address});
    using namespace std::chrono_literals;
    const auto until = std::chrono::steady_clock::now() + 30s;
    while (!std::filesystem::exists(folder / "kiosk-2.toml") && std::chrono::steady_clock::now() < until) {
        std::this_thread::sleep_for(20ms);
    }
    std::this_thread::sleep_for(1s); // one window goes and the other comes, each with a reader of the script

    kiosk.play({R"(wait "I have no card" 30)"});
}

} // namespace
} // namespace verandah::kiosk
