// SPDX-License-Identifier: Apache-2.0
// What a device that is not enrolled makes of scans and typing.
#include "shared/wire/enrolment/enrolling.hpp"

#include <gtest/gtest.h>

namespace verandah::wire {
namespace {

using Step = Enrolling::Step;

const domain::EnrolmentInvitation invitation{"192.168.1.10", 8444, {std::byte{1}}, {std::byte{2}}};
const domain::EnrolmentCode code{invitation.authority, invitation.secret};

std::optional<EnrolmentOrder> enter(Enrolling& enrolling, const std::string& text)
{
    EXPECT_FALSE(type(enrolling, {.text = text}));
    return type(enrolling, {.is_whole = true});
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
    EXPECT_EQ(order->port, DoorAddress::usual_port);
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
    static_cast<void>(type(enrolling, {.text = code.text() + "X"}));
    static_cast<void>(type(enrolling, {.takes_off = true}));
    EXPECT_EQ(enrolling.typed, code.text());
    static_cast<void>(type(enrolling, {.is_whole = true}));
    ASSERT_EQ(enrolling.step, Step::address);

    static_cast<void>(type(enrolling, {.goes_back = true}));

    EXPECT_EQ(enrolling.step, Step::code);
}

TEST(Enrolling, HoldsNoMoreThanAScanHas)
{
    Enrolling enrolling;
    for (int times = 0; times < 100; ++times) {
        static_cast<void>(type(enrolling, {.text = std::string(1'000, 'A')}));
    }
    EXPECT_EQ(enrolling.typed.size(), Enrolling::longest);
}

TEST(Enrolling, HearsNothingWhileItIsAtWork)
{
    Enrolling enrolling{.step = Step::at_work};
    EXPECT_FALSE(enter(enrolling, invitation.text()));
    EXPECT_EQ(enrolling.step, Step::at_work);
}

TEST(Enrolling, TakesWhatWasCopiedWithTheSpacesRoundIt)
{
    Enrolling scanned;
    EXPECT_TRUE(enter(scanned, " \t" + invitation.text() + "\r\n"));
    Enrolling typed;
    EXPECT_FALSE(enter(typed, "\n" + code.grouped() + " \n"));
    EXPECT_EQ(typed.step, Step::address);
    EXPECT_TRUE(enter(typed, " 192.168.1.10:8444\n"));
}

TEST(Enrolling, MakesNothingOfSpacesAlone)
{
    Enrolling enrolling;
    EXPECT_FALSE(enter(enrolling, " \n \t "));
    EXPECT_EQ(enrolling.complaint, EnrolmentComplaint::no_code);
}

TEST(Enrolling, ShowsACodeInGroupsAndASquareNotToItsEnd)
{
    Enrolling enrolling;
    static_cast<void>(type(enrolling, {.text = "abcdefgh"}));
    EXPECT_EQ(typed_so_far(enrolling), "ABCDE FGH");

    enrolling.typed = invitation.text();
    EXPECT_EQ(typed_so_far(enrolling), invitation.text().substr(0, 36) + "…");
}

TEST(Enrolling, BeginsAnewAfterAFailureAndSaysWhy)
{
    Enrolling enrolling{.step = Step::at_work, .typed = "left over"};
    fail(enrolling, EnrolmentObstacle::run_out);
    EXPECT_EQ(enrolling.step, Step::code);
    EXPECT_EQ(enrolling.typed, "");
    EXPECT_EQ(enrolling.complaint, EnrolmentComplaint::ask_anew);
}

} // namespace
} // namespace verandah::wire
