// SPDX-License-Identifier: Apache-2.0
// The door for new devices: whom it tells what, what it takes, and how often.
#include "shared/wire/enrolment/device_key.hpp"
#include "shared/wire/enrolment/enrol.hpp"
#include "shared/wire/http/door_client.hpp"
#include "tests/hub/enrolment_house.hpp"

#include <gmock/gmock.h>

#include <chrono>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;
using domain::EnrolmentFault;
using testing::IsEmpty;
using wire::EnrolmentObstacle;
using enum wire::DeviceKind;

class EnrolmentDoor : public test::EnrolmentHouse {};

TEST_F(EnrolmentDoor, SendsNoPrivateKey)
{
    const auto key = wire::make_device_key();
    const auto body = wire::encode(wire::EnrolRequest{"AAAAAAAA", wire::certificate_request(key).value(), {kiosk}});

    EXPECT_FALSE(body.contains("PRIVATE"));
    EXPECT_FALSE(body.contains(key.substr(100, 40)));
}

TEST_F(EnrolmentDoor, FindsNoDoorWithoutAnOffer)
{
    const auto made = offer("kiosk-2");
    ASSERT_EQ(post(console, "/v1/devices/offers/" + std::to_string(made.offer.value()) + "/withdraw").status, 200);
    desks().devices.look();

    const auto refused = wire::enrol(order_typed(made), place());

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().obstacle, EnrolmentObstacle::unreachable);
    EXPECT_NE(refused.error().detail.find("refused"), std::string::npos) << refused.error().detail;
}

TEST_F(EnrolmentDoor, WithACertificateRequestThatIsNoneIsRefusedAndLeavesTheOffer)
{
    const auto made = offer("kiosk-2");
    for (const auto& request : bad_requests()) {
        EXPECT_EQ(ask_door(made, request).status, 400) << request;
    }
    EXPECT_TRUE(wire::enrol(order_typed(made), place()));
    static_cast<void>(events());
    EXPECT_EQ(happened<domain::EnrolmentRefused>().front().fault, EnrolmentFault::bad_request);
}

TEST_F(EnrolmentDoor, SaysNothingToAHubOfAnotherAuthority)
{
    const auto made = offer("kiosk-2");
    auto order = order_typed(made);
    order.authority.front() ^= std::byte{1};

    const auto refused = wire::enrol(order, place());

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().obstacle, EnrolmentObstacle::foreign_hub);
    EXPECT_THAT(happened<domain::EnrolmentRefused>(), IsEmpty()); // not one request was read
    EXPECT_TRUE(wire::enrol(order_typed(made), place()));
}

TEST_F(EnrolmentDoor, SaysNothingToADeviceOfTheSameHouseThatPosesAsTheHub)
{
    const auto made = offer("kiosk-2");
    const auto& stolen = identity_of("kiosk-1");
    int read = 0;
    wire::Server impostor{{.identity = {stolen.certificate_pem, stolen.private_key_pem, authority().certificate},
                           .admit = {},
                           .guests = wire::Server::Guests::strangers},
                          [&read](const wire::Request&, const wire::Reply& reply) {
                              ++read;
                              reply({});
                          }};
    impostor.start();
    auto order = order_typed(made);
    order.port = impostor.port();

    const auto refused = wire::enrol(order, place());

    impostor.stop();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().obstacle, EnrolmentObstacle::foreign_hub);
    EXPECT_EQ(read, 0);
}

TEST_F(EnrolmentDoor, DoesNotLookAtTheDevicesClock)
{
    // The hub of these tests believes in March 2026, so that all its offers are from a time its devices are not in.
    ASSERT_NE(std::chrono::floor<std::chrono::days>(now().at),
              std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));

    EXPECT_TRUE(wire::enrol(order_typed(offer("kiosk-2")), place()));
}

TEST_F(EnrolmentDoor, HasOneRouteAtTheDoorAndNoOther)
{
    const auto made = offer("kiosk-2");
    auto door = door_of(made);

    EXPECT_EQ(door.ask({.method = "GET", .target = "/v1/enrol"}).status, 405);
    EXPECT_EQ(door.ask({.method = "GET", .target = "/v1/centre"}).status, 404);
    EXPECT_EQ(door.ask({.method = "POST", .target = "/v1/check-ins", .body = "{}"}).status, 404);
    EXPECT_EQ(door.ask({.method = "POST", .target = "/v1/enrol", .body = "{}"}).status, 400);
    EXPECT_EQ(door.ask({.method = "POST", .target = "/v1/enrol", .body = std::string(20'000, ' ')}).status, 413);
}

TEST_F(EnrolmentDoor, IsTriedSixteenTimesASecondAndNotMore)
{
    const auto made = offer("kiosk-2");
    const auto request = wire::certificate_request(wire::make_device_key()).value();
    int looked_at = 0;
    for (int tries = 0; tries < 40; ++tries) {
        domain::EnrolmentSecret secret{};
        secret[0] = static_cast<std::byte>(tries);
        const auto answer = ask_door_with(made, secret, request);
        looked_at += wire::decode_refusal_body(answer.body).wait ? 0 : 1;
    }
    EXPECT_EQ(looked_at, tries_a_second); // the hub's clock stands still here
    pass(1s);
    EXPECT_TRUE(wire::enrol(order_typed(made), place()));
}

TEST_F(EnrolmentDoor, FillsNoJournalWithWrongTries)
{
    const auto made = offer("kiosk-2");
    const auto request = wire::certificate_request(wire::make_device_key()).value();
    for (int tries = 0; tries < 40; ++tries) {
        static_cast<void>(ask_door_with(made, {}, request));
        pass(100ms);
    }
    static_cast<void>(events());

    EXPECT_EQ(happened<domain::EnrolmentRefused>().size(), 6U);
}

} // namespace
} // namespace verandah::hub
