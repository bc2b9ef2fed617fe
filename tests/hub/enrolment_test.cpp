// SPDX-License-Identifier: Apache-2.0
// Enrolment as a device plays it, at a real door: from an offer at the console to a request as the new device.
#include "shared/domain/enrolment/base32.hpp"
#include "shared/wire/enrolment/device_key.hpp"
#include "shared/wire/enrolment/enrol.hpp"
#include "shared/wire/enrolment/renewal.hpp"
#include "shared/wire/http/door_client.hpp"
#include "shared/wire/http/of_bundle.hpp"
#include "tests/hub/enrolment_house.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <array>
#include <chrono>
#include <thread>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;
using domain::EnrolmentFault;
using testing::ElementsAre;
using testing::IsEmpty;
using wire::EnrolmentObstacle;
using enum wire::DeviceKind;

class Enrolling : public test::EnrolmentHouse {};

TEST_F(Enrolling, ByTheQrCodeMakesADeviceThatIsLetIn)
{
    const auto made = offer("kiosk-2");
    const auto order = wire::order_of(domain::EnrolmentInvitation::parse(made.qr).value());

    const auto bundle = wire::enrol(order, place());

    ASSERT_TRUE(bundle) << bundle.error().detail;
    EXPECT_EQ(bundle->name.text(), "kiosk-2");
    EXPECT_EQ(wire::read_bundle(place().bundle), *bundle);
    EXPECT_EQ(ask_as(*bundle).status, 200);
    EXPECT_THAT(happened<domain::DeviceEnrolled>(),
                ElementsAre(testing::Field(&domain::DeviceEnrolled::device, "kiosk-2")));
}

TEST_F(Enrolling, ByTheTypedCodeDoesTheSame)
{
    const auto bundle = wire::enrol(order_typed(offer("kiosk-2")), place());

    ASSERT_TRUE(bundle) << bundle.error().detail;
    EXPECT_EQ(ask_as(*bundle).status, 200);
}

TEST_F(Enrolling, LeavesOneFileWhichOnlyItsOwnerReads)
{
    ASSERT_TRUE(wire::enrol(order_typed(offer("kiosk-2")), place()));

    struct stat status{};
    ASSERT_EQ(::stat(place().bundle.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    EXPECT_FALSE(std::filesystem::exists(place().bundle.string() + ".key"));
}

TEST_F(Enrolling, IsOverOnceTheDeviceHasComeIn)
{
    const auto made = offer("kiosk-2");
    const auto bundle = wire::enrol(order_typed(made), place());
    ASSERT_TRUE(bundle);
    desks().devices.look();
    EXPECT_TRUE(desks().devices.door().is_open()); // its answer might have been lost
    ASSERT_EQ(ask_as(*bundle).status, 200);

    desks().devices.look();

    EXPECT_FALSE(desks().devices.door().is_open());
}

TEST_F(Enrolling, IsRefusedWithAnotherSecretThatDoesNotEndTheOffer)
{
    const auto made = offer("kiosk-2");
    auto order = order_typed(made);
    order.secret[0] ^= std::byte{1};

    const auto refused = wire::enrol(order, place());

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().obstacle, EnrolmentObstacle::unknown_code);
    EXPECT_FALSE(std::filesystem::exists(place().bundle));
    static_cast<void>(events());
    ASSERT_EQ(happened<domain::EnrolmentRefused>().size(), 1U);
    EXPECT_EQ(happened<domain::EnrolmentRefused>().front().fault, EnrolmentFault::wrong_secret);
    EXPECT_TRUE(wire::enrol(order_typed(made), place()));
}

TEST_F(Enrolling, LetsOneDeviceInAndNotTwo)
{
    const auto made = offer("kiosk-2");
    ASSERT_TRUE(wire::enrol(order_typed(made), place()));

    const auto second = wire::enrol(order_typed(made), place("another.toml"));

    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().obstacle, EnrolmentObstacle::used);
    static_cast<void>(events());
    EXPECT_EQ(happened<domain::EnrolmentRefused>().front().fault, EnrolmentFault::used);
    EXPECT_EQ(happened<domain::DeviceEnrolled>().size(), 1U);
}

TEST_F(Enrolling, OfTwoAtTheSameMomentLetsOneIn)
{
    const auto made = offer("kiosk-2");
    std::array<bool, 2> is_in{};
    std::vector<std::jthread> devices;
    for (std::size_t each = 0; each < is_in.size(); ++each) {
        devices.emplace_back([&, each] {
            is_in.at(each) = wire::enrol(order_typed(made), place(std::to_string(each) + ".toml")).has_value();
        });
    }
    devices.clear();

    EXPECT_NE(is_in[0], is_in[1]);
}

TEST_F(Enrolling, IsRefusedOnceTheOfferHasRunOut)
{
    const auto made = offer("kiosk-2");
    pass(domain::offer_lasts);

    const auto refused = wire::enrol(order_typed(made), place());

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().obstacle, EnrolmentObstacle::run_out);
    desks().devices.look();
    EXPECT_FALSE(desks().devices.door().is_open());
}

TEST_F(Enrolling, IsNotPossibleForLongerWhenTheHubsClockIsSetBack)
{
    const auto made = offer("kiosk-2");
    pass(-24h);

    EXPECT_EQ(wire::enrol(order_typed(made), place()).error().obstacle, EnrolmentObstacle::run_out);
}

TEST_F(Enrolling, GetsTheSameCertificateAgainWhenItsAnswerWasLost)
{
    const auto made = offer("kiosk-2");
    const auto key = wire::make_device_key();
    const auto first = ask_door(made, wire::certificate_request(key).value());
    const auto second = ask_door(made, wire::certificate_request(key).value());

    ASSERT_EQ(first.status, 201);
    ASSERT_EQ(second.status, 201);
    EXPECT_EQ(wire::decode_enrolment_receipt(first.body), wire::decode_enrolment_receipt(second.body));
    EXPECT_EQ(happened<domain::DeviceEnrolled>().size(), 1U);
}

TEST_F(Enrolling, GoesOnWithItsKeyAfterAPowerCutBeforeTheAnswer)
{
    const auto made = offer("kiosk-2");
    const auto key = wire::make_device_key();
    ASSERT_EQ(ask_door(made, wire::certificate_request(key).value()).status, 201);
    test::write_file(place().bundle.string() + ".key", key);
    std::filesystem::permissions(place().bundle.string() + ".key", std::filesystem::perms::owner_read);

    const auto bundle = wire::enrol(order_typed(made), place());

    ASSERT_TRUE(bundle) << bundle.error().detail;
    EXPECT_EQ(bundle->private_key, key);
}

TEST_F(Enrolling, OfAnotherKindDoesNotUseTheOfferUp)
{
    const auto made = offer("console-3", "console");

    const auto refused = wire::enrol(order_typed(made), place());

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().obstacle, EnrolmentObstacle::other_kind);
    auto right = place();
    right.kinds = {console, board};
    EXPECT_TRUE(wire::enrol(order_typed(made), right));
}

TEST_F(Enrolling, GivesThreeHundredDevicesTheirNames)
{
    for (int each = 0; each < 300; ++each) {
        const auto made = offer("kiosk-" + std::to_string(each + 2));
        const auto answer = ask_door(made, wire::certificate_request(wire::make_device_key()).value());
        ASSERT_EQ(answer.status, 201) << answer.body;
        const auto receipt = wire::decode_enrolment_receipt(answer.body).value();
        desks().devices.note_arrival(wire::certificate_key_sha256(receipt.certificate));
        pass(1s); // sixteen tries a second, and nobody is patient enough here
        stand("console-1", domain::Role::administrator);
    }

    EXPECT_EQ(device_register().devices().size(), 304U);
    EXPECT_EQ(wire::decode_devices_view(get(console, "/v1/devices").body).value().devices.size(), 304U);
}

TEST_F(Enrolling, DoesNotLetOneKeyInUnderTwoNames)
{
    const auto request = wire::certificate_request(wire::make_device_key()).value();
    ASSERT_EQ(ask_door(offer("kiosk-2"), request).status, 201);

    EXPECT_EQ(ask_door(offer("kiosk-3"), request).status, 409);
    EXPECT_EQ(device_register().find(wire::DeviceName::make("kiosk-3").value()), std::nullopt);
}

TEST_F(Enrolling, IsNoWayInForADeviceThatWasRevoked)
{
    const auto made = offer("kiosk-2");
    const auto bundle = wire::enrol(order_typed(made), place());
    ASSERT_TRUE(bundle);

    ASSERT_EQ(post(console, "/v1/devices/kiosk-2/revoke").status, 200);

    EXPECT_THROW(static_cast<void>(ask_as(*bundle)), wire::ConnectionFailure);
    EXPECT_EQ(ask_door(made, wire::certificate_request(bundle->private_key).value()).status, 404);
    desks().devices.look();
    EXPECT_FALSE(desks().devices.door().is_open());
}

} // namespace
} // namespace verandah::hub
