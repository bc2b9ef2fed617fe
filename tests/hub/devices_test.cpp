// SPDX-License-Identifier: Apache-2.0
// Devices at the console: listed, renamed, revoked, offered.
#include "shared/wire/messages/device_messages.hpp"
#include "tests/hub/desk_house.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace verandah::hub {
namespace {

using domain::Role;
using testing::ElementsAre;
using testing::HasSubstr;
using wire::DevicesView;
using enum wire::DeviceKind;

class Devices : public test::DeskHouse {
protected:
    Devices() { stand("console-1", Role::administrator); }

    DevicesView view() { return wire::decode_devices_view(get(console, "/v1/devices").body).value(); }
    std::vector<std::string> names()
    {
        std::vector<std::string> all;
        std::ranges::transform(view().devices, std::back_inserter(all),
                               [](const auto& device) { return device.name.text(); });
        return all;
    }
    wire::Response ask_offer(const std::string& name, const std::string& kind = "kiosk")
    {
        return post(console, "/v1/devices/offers", R"({"name":")" + name + R"(","kind":")" + kind + R"("})");
    }
    wire::EnrolmentOffer offer(const std::string& name)
    {
        return wire::decode_enrolment_offer(ask_offer(name).body).value();
    }
    template <class Happened>
    std::vector<Happened> happened()
    {
        std::vector<Happened> all;
        for (const auto& each : recorded()) {
            const auto* event = std::get_if<domain::DeviceEvent>(&each.event);
            if (const auto* one = event == nullptr ? nullptr : std::get_if<Happened>(event)) {
                all.push_back(*one);
            }
        }
        return all;
    }
};

TEST_F(Devices, AreListedByNameWithWhatTheyAreAndWhetherTheyAreConnected)
{
    static_cast<void>(get(kiosk, "/v1/centre"));

    const auto devices = view().devices;

    ASSERT_EQ(names(), (std::vector<std::string>{"board-1", "console-1", "console-2", "kiosk-1"}));
    EXPECT_EQ(devices[3].kind, kiosk);
    EXPECT_TRUE(devices[3].is_connected);
    EXPECT_EQ(devices[3].last_seen, now().at);
    EXPECT_FALSE(devices[0].is_connected);
    EXPECT_EQ(devices[0].last_seen, std::nullopt);
}

TEST_F(Devices, AreRenamedAndGoOnUnderTheNewName)
{
    ASSERT_EQ(post(console, "/v1/devices/kiosk-1/rename", R"({"name":"kiosk-door"})").status, 200);

    EXPECT_THAT(names(), ElementsAre("board-1", "console-1", "console-2", "kiosk-door"));
    EXPECT_THAT(happened<domain::DeviceRenamed>(),
                ElementsAre(domain::DeviceRenamed{"kiosk-1", "kiosk-door", now().at}));
    EXPECT_EQ(recorded().back().staff, domain::AccountCode::make("somebody").value());
}

TEST_F(Devices, AreNotRenamedOverAnotherNorFromANameThatIsNotThere)
{
    EXPECT_EQ(post(console, "/v1/devices/kiosk-1/rename", R"({"name":"board-1"})").status, 409);
    EXPECT_EQ(post(console, "/v1/devices/kiosk-9/rename", R"({"name":"kiosk-2"})").status, 404);
    EXPECT_EQ(post(console, "/v1/devices/Kiosk-9/rename", R"({"name":"kiosk-2"})").status, 404);
    EXPECT_EQ(post(console, "/v1/devices/kiosk-1/rename", R"({"name":"Door 1"})").status, 400);
}

TEST_F(Devices, AreRevokedOnceHoweverOftenThatIsAskedWithOneKey)
{
    const auto key = fresh_key();
    for (int times = 0; times < 2; ++times) {
        EXPECT_EQ(post_with_key(console, "/v1/devices/kiosk-1/revoke", "{}", key).status, 200);
    }

    EXPECT_THAT(names(), ElementsAre("board-1", "console-1", "console-2"));
    EXPECT_EQ(happened<domain::DeviceRevoked>().size(), 1U);
    EXPECT_EQ(post(console, "/v1/devices/kiosk-1/revoke").status, 404);
}

TEST_F(Devices, AreNotRevokedByARepeatedRequestThatMeantTheOneBefore)
{
    const auto key = fresh_key();
    ASSERT_EQ(post_with_key(console, "/v1/devices/kiosk-1/revoke", "{}", key).status, 200);
    ASSERT_TRUE(
        device_register().add({wire::DeviceName::make("kiosk-1").value(), kiosk, std::string(64, 'a'), now().at}));

    EXPECT_EQ(post_with_key(console, "/v1/devices/kiosk-1/revoke", "{}", key).status, 200);

    EXPECT_THAT(names(), testing::Contains("kiosk-1"));
}

TEST_F(Devices, AreLetInNoMoreOnceRevoked)
{
    ASSERT_EQ(get(kiosk, "/v1/centre").status, 200);
    ASSERT_EQ(post(console, "/v1/devices/kiosk-1/revoke").status, 200);

    wire::HttpClient again{address(), identity_of("kiosk-1")};
    EXPECT_THROW(static_cast<void>(again.ask({.method = "GET", .target = "/v1/centre"})), wire::ConnectionFailure);
}

TEST_F(Devices, AreNotRevokedAtTheVeryConsoleThatAsks)
{
    EXPECT_EQ(post(console, "/v1/devices/console-1/revoke").status, 409);
    EXPECT_THAT(names(), testing::Contains("console-1"));
}

TEST_F(Devices, LeaveNoSessionBehindForWhoeverGetsTheirName)
{
    stand("console-2", Role::coordinator);

    ASSERT_EQ(post(console, "/v1/devices/console-2/revoke").status, 200);

    EXPECT_EQ(desks().staff.sessions().account_at("console-2"), std::nullopt);
}

TEST_F(Devices, ChangedByHandAreWrittenDown)
{
    ASSERT_TRUE(std::filesystem::remove(devices_folder() / "kiosk-1.toml"));
    test::write_file(devices_folder() / "kiosk-2.toml", "name = \"kiosk-2\"\nkind = \"kiosk\"\npublic_key_sha256 = \"" +
                                                            std::string(64, 'a') +
                                                            "\"\nadded = 2026-11-24T09:00:00Z\n");

    desks().devices.look();
    static_cast<void>(events());

    ASSERT_EQ(happened<domain::DeviceRevoked>().size(), 1U);
    EXPECT_EQ(happened<domain::DeviceRevoked>().front().device, "kiosk-1");
    ASSERT_EQ(happened<domain::DeviceEnrolled>().size(), 1U);
    EXPECT_EQ(happened<domain::DeviceEnrolled>().front().key, std::string(16, 'a'));
    EXPECT_EQ(recorded().back().actor, "hub");
}

TEST_F(Devices, ChangedAtTheConsoleAreWrittenDownOnce)
{
    ASSERT_EQ(post(console, "/v1/devices/kiosk-1/rename", R"({"name":"kiosk-door"})").status, 200);
    ASSERT_EQ(post(console, "/v1/devices/board-1/revoke").status, 200);
    const auto before = recorded().size();

    desks().devices.look();

    static_cast<void>(events());
    EXPECT_EQ(recorded().size(), before);
}

TEST_F(Devices, AreOfferedWithACodeAnAddressAndAQrThatSayTheSame)
{
    const auto made = offer("kiosk-2");

    const auto code = domain::EnrolmentCode::parse(made.code).value();
    const auto invitation = domain::EnrolmentInvitation::parse(made.qr).value();
    EXPECT_EQ(made.until, now().at + domain::offer_lasts);
    EXPECT_EQ(code, (domain::EnrolmentCode{invitation.authority, invitation.secret}));
    EXPECT_EQ(made.address, invitation.host + ":" + std::to_string(invitation.port));
    EXPECT_NE(invitation.port, address().port);
    EXPECT_EQ(happened<domain::EnrolmentOffered>().size(), 1U);
}

TEST_F(Devices, AreNotOfferedUnderANameThatIsTaken)
{
    EXPECT_EQ(ask_offer("kiosk-1").status, 409);
    EXPECT_EQ(ask_offer("kiosk-2", "toaster").status, 400);
    EXPECT_FALSE(desks().devices.door().is_open());
}

TEST_F(Devices, ShowWhatBecameOfEachOffer)
{
    const auto first = offer("kiosk-2");
    const auto second = offer("kiosk-2");
    const auto third = offer("kiosk-3");
    ASSERT_EQ(post(console, "/v1/devices/offers/" + std::to_string(third.offer.value()) + "/withdraw").status, 200);
    static_cast<void>(offer("kiosk-4"));

    auto offers = view().offers;
    ASSERT_EQ(offers.size(), 4U);
    using enum DevicesView::Offer::State;
    EXPECT_EQ(offers[3].state, withdrawn); // by the next of the same name
    EXPECT_EQ(offers[2].state, waiting);
    EXPECT_EQ(offers[2].offer, second.offer);
    EXPECT_EQ(offers[1].state, withdrawn);
    pass(domain::offer_lasts);
    stand("console-1", Role::administrator); // whose PIN is asked for by now
    EXPECT_EQ(view().offers[0].state, run_out);
    EXPECT_NE(first.code, second.code);
}

TEST_F(Devices, AreOfferedToEightAtATime)
{
    for (int each = 0; each < 8; ++each) {
        ASSERT_EQ(ask_offer("kiosk-2" + std::to_string(each)).status, 201);
    }
    EXPECT_EQ(ask_offer("kiosk-30").status, 409);
    pass(domain::offer_lasts);
    stand("console-1", Role::administrator); // whose PIN is asked for by now
    EXPECT_EQ(ask_offer("kiosk-30").status, 201);
}

TEST_F(Devices, WithdrawNoOfferThatIsNotThere)
{
    EXPECT_EQ(post(console, "/v1/devices/offers/77/withdraw").status, 404);
    EXPECT_EQ(post(console, "/v1/devices/offers/x/withdraw").status, 404);
}

} // namespace
} // namespace verandah::hub
