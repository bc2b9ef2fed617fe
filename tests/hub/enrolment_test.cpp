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

TEST_F(Enrolling, SendsNoPrivateKey)
{
    const auto key = wire::make_device_key();
    const auto body = wire::encode(wire::EnrolRequest{"AAAAAAAA", wire::certificate_request(key).value(), {kiosk}});

    EXPECT_FALSE(body.contains("PRIVATE"));
    EXPECT_FALSE(body.contains(key.substr(100, 40)));
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

TEST_F(Enrolling, FindsNoDoorWithoutAnOffer)
{
    const auto made = offer("kiosk-2");
    ASSERT_EQ(post(console, "/v1/devices/offers/" + std::to_string(made.offer.value()) + "/withdraw").status, 200);
    desks().devices.look();

    const auto refused = wire::enrol(order_typed(made), place());

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().obstacle, EnrolmentObstacle::unreachable);
    EXPECT_NE(refused.error().detail.find("refused"), std::string::npos) << refused.error().detail;
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

TEST_F(Enrolling, WithACertificateRequestThatIsNoneIsRefusedAndLeavesTheOffer)
{
    const auto made = offer("kiosk-2");
    for (const auto& request : bad_requests()) {
        EXPECT_EQ(ask_door(made, request).status, 400) << request;
    }
    EXPECT_TRUE(wire::enrol(order_typed(made), place()));
    static_cast<void>(events());
    EXPECT_EQ(happened<domain::EnrolmentRefused>().front().fault, EnrolmentFault::bad_request);
}

TEST_F(Enrolling, SaysNothingToAHubOfAnotherAuthority)
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

TEST_F(Enrolling, SaysNothingToADeviceOfTheSameHouseThatPosesAsTheHub)
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

TEST_F(Enrolling, DoesNotLookAtTheDevicesClock)
{
    // The hub of these tests believes in March 2026, so that all its offers are from a time its devices are not in.
    ASSERT_NE(std::chrono::floor<std::chrono::days>(now().at),
              std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));

    EXPECT_TRUE(wire::enrol(order_typed(offer("kiosk-2")), place()));
}

TEST_F(Enrolling, HasOneRouteAtTheDoorAndNoOther)
{
    const auto made = offer("kiosk-2");
    auto door = door_of(made);

    EXPECT_EQ(door.ask({.method = "GET", .target = "/v1/enrol"}).status, 405);
    EXPECT_EQ(door.ask({.method = "GET", .target = "/v1/centre"}).status, 404);
    EXPECT_EQ(door.ask({.method = "POST", .target = "/v1/check-ins", .body = "{}"}).status, 404);
    EXPECT_EQ(door.ask({.method = "POST", .target = "/v1/enrol", .body = "{}"}).status, 400);
    EXPECT_EQ(door.ask({.method = "POST", .target = "/v1/enrol", .body = std::string(20'000, ' ')}).status, 413);
}

TEST_F(Enrolling, IsTriedSixteenTimesASecondAndNotMore)
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

TEST_F(Enrolling, FillsNoJournalWithWrongTries)
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

class Renewing : public test::EnrolmentHouse {
protected:
    /// A device whose certificate was made four years before the hub's present, and is on the list with its end.
    wire::DeviceBundle old_device()
    {
        using namespace std::chrono;
        const auto name = wire::DeviceName::make("kiosk-9").value();
        const auto issued = issue_device(authority(), name, kiosk, now().at - years{4}).value();
        device_register().add({name, kiosk, issued.public_key_sha256, now().at - years{4}, issued.until}).value();
        wire::DeviceBundle bundle{.kind = kiosk,
                                  .name = name,
                                  .hub_address = "127.0.0.1:" + std::to_string(address().port),
                                  .hub_name = "localhost",
                                  .hub_public_key_sha256 = desks().devices.terms().server_key_sha256,
                                  .certificate = issued.certificate,
                                  .private_key = issued.private_key,
                                  .authority = authority().certificate};
        wire::write_bundle(place().bundle, bundle).value();
        return bundle;
    }
    wire::Response ask_renewal(const wire::DeviceBundle& bundle, const wire::Renewal& renewal)
    {
        wire::HttpClient client{wire::hub_of(bundle), wire::identity_of(bundle)};
        return client.ask(
            {.method = "POST", .target = "/v1/device/renewal", .idempotency_key = fresh_key(), .body = renewal.body});
    }
    wire::DeviceBundle renewed(const wire::DeviceBundle& bundle)
    {
        const auto renewal = wire::begin_renewal();
        const auto answer = ask_renewal(bundle, renewal);
        return wire::finish_renewal(place().bundle, bundle, renewal, answer.body).value();
    }
    bool is_let_in(const wire::DeviceBundle& bundle)
    {
        try {
            return ask_as(bundle).status == 200;
        } catch (const wire::ConnectionFailure&) {
            return false;
        }
    }
};

TEST_F(Renewing, IsDueAtTwoThirdsOfTheCertificatesTimeByTheHubsClock)
{
    using namespace std::chrono;
    const auto bundle = old_device();
    const auto begun = now().at - years{4};

    EXPECT_FALSE(wire::is_renewal_due(bundle, begun + years{3}));
    EXPECT_TRUE(wire::is_renewal_due(bundle, now().at));
}

TEST_F(Renewing, GivesAnotherKeyAndLetsBothInUntilTheNewOneIsUsed)
{
    const auto old = old_device();

    const auto fresh = renewed(old);

    EXPECT_NE(fresh.private_key, old.private_key);
    EXPECT_EQ(wire::read_bundle(place().bundle), fresh);
    EXPECT_TRUE(is_let_in(old));
    desks().devices.look();
    EXPECT_TRUE(is_let_in(old));
    EXPECT_TRUE(is_let_in(fresh));
    desks().devices.look();
    EXPECT_FALSE(is_let_in(old));
    EXPECT_TRUE(is_let_in(fresh));
    EXPECT_THAT(happened<domain::DeviceRenewed>(),
                ElementsAre(testing::Field(&domain::DeviceRenewed::device, "kiosk-9")));
    EXPECT_THAT(happened<domain::DeviceRevoked>(), IsEmpty());
}

TEST_F(Renewing, AsksAgainWithAnotherKeyWhenTheAnswerWasLost)
{
    const auto old = old_device();
    ASSERT_EQ(ask_renewal(old, wire::begin_renewal()).status, 201); // and never heard

    const auto fresh = renewed(old);

    EXPECT_TRUE(is_let_in(old));
    EXPECT_TRUE(is_let_in(fresh));
    desks().devices.look();
    EXPECT_FALSE(is_let_in(old));
}

TEST_F(Renewing, IsRefusedWhileMoreThanHalfOfTheTimeIsLeft)
{
    const auto bundle = wire::enrol(order_typed(offer("kiosk-2")), place("new.toml")).value();

    EXPECT_EQ(ask_renewal(bundle, wire::begin_renewal()).status, 409);
}

TEST_F(Renewing, IsRefusedWithARequestThatIsNone)
{
    const auto old = old_device();
    for (const auto& request : bad_requests()) {
        EXPECT_EQ(ask_renewal(old, {{}, wire::encode(wire::RenewalRequest{request})}).status, 400);
    }
    EXPECT_TRUE(is_let_in(old));
}

TEST_F(Renewing, DoesNotTakeAnAnswerForAnotherKey)
{
    const auto old = old_device();
    const auto answer = ask_renewal(old, wire::begin_renewal());

    EXPECT_FALSE(wire::finish_renewal(place().bundle, old, wire::begin_renewal(), answer.body));
    EXPECT_EQ(wire::read_bundle(place().bundle), old);
}

TEST_F(Renewing, OfADeviceThatWasRevokedMeanwhileComesToNothing)
{
    const auto old = old_device();
    const auto fresh = renewed(old);
    ASSERT_EQ(post(console, "/v1/devices/kiosk-9/revoke").status, 200);

    EXPECT_FALSE(is_let_in(old));
    EXPECT_FALSE(is_let_in(fresh));
}

} // namespace
} // namespace verandah::hub
