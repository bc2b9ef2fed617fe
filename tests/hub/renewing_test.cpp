// SPDX-License-Identifier: Apache-2.0
// Renewing as a device plays it: another key and certificate in time, whatever the clocks say.
#include "shared/wire/enrolment/device_key.hpp"
#include "shared/wire/enrolment/renewal.hpp"
#include "shared/wire/http/of_bundle.hpp"
#include "tests/hub/enrolment_house.hpp"

#include <gmock/gmock.h>

#include <chrono>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;
using testing::IsEmpty;
using enum wire::DeviceKind;

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

TEST_F(Renewing, IsNotNeededByACertificateFromTheFutureWhichIsLetIn)
{
    const auto bundle = wire::enrol(order_typed(offer("kiosk-2")), place()).value();
    ASSERT_EQ(ask_as(bundle).status, 200);

    set_clock(now().at - std::chrono::years{2}); // somebody set the hub's clock back

    EXPECT_TRUE(is_let_in(bundle));
    EXPECT_FALSE(wire::is_renewal_due(bundle, now().at));
    EXPECT_EQ(ask_renewal(bundle, wire::begin_renewal()).status, 409); // more than half of its time is left
}

TEST_F(Renewing, GoesOnAfterTheHubsClockIsRightAgain)
{
    const auto right = now().at;
    const auto old = old_device();
    set_clock(right - std::chrono::years{1});
    EXPECT_TRUE(is_let_in(old));
    set_clock(right);

    const auto fresh = renewed(old);

    EXPECT_TRUE(is_let_in(fresh));
}

} // namespace
} // namespace verandah::hub
