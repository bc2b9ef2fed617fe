// SPDX-License-Identifier: Apache-2.0
// A real kiosk and a real hub, years on: the kiosk's certificate is renewed while it serves, and it never stands still.
#include "clinic/hub/authority/certificate_authority.hpp"
#include "clinic/hub/authority/device_list.hpp"
#include "clinic/hub/centre/centre_folder.hpp"
#include "shared/files/private_file.hpp"
#include "shared/wire/enrolment/device_key.hpp"
#include "shared/wire/enrolment/renewal.hpp"
#include "shared/wire/http/client.hpp"
#include "shared/wire/http/of_bundle.hpp"
#include "tests/support/running_programs.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <thread>

namespace verandah {
namespace {

using namespace std::chrono_literals;

domain::Instant today()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

/// The hub's own kiosk, as if it had been enrolled four of its certificate's five years ago.
wire::DeviceBundle grown_old(const test::RunningHub& hub)
{
    const hub::FolderPaths paths{hub.folder() / "centre"};
    const hub::Authority authority{files::read_private_file(paths.authority_certificate()).value(),
                                   files::read_private_file(paths.authority_key()).value()};
    const auto begun = today() - std::chrono::years{4};
    auto bundle = wire::read_bundle(hub.kiosk_file()).value();
    bundle.name = wire::DeviceName::make("kiosk-9").value();
    const auto issued = issue_device(authority, bundle.name, bundle.kind, begun).value();
    bundle.certificate = issued.certificate;
    bundle.private_key = issued.private_key;
    hub::DeviceList{paths.devices(), [](const std::string&) {}}
        .add({bundle.name, bundle.kind, issued.public_key_sha256, begun, issued.until})
        .value();
    return bundle;
}

bool comes_true(const std::function<bool()>& holds)
{
    for (const auto end = std::chrono::steady_clock::now() + 30s; std::chrono::steady_clock::now() < end;
         std::this_thread::sleep_for(50ms)) {
        if (holds()) {
            return true;
        }
    }
    return false;
}

bool is_let_in(const wire::DeviceBundle& bundle)
{
    try {
        wire::HttpClient client{wire::hub_of(bundle), wire::identity_of(bundle)};
        return client.ask({.method = "GET", .target = "/v1/centre"}).status == 200;
    } catch (const wire::ConnectionFailure&) {
        return false;
    }
}

void give_a_number(test::RunningKiosk& kiosk)
{
    kiosk.play({R"(wait "I have no card" 30)", R"(press "I have no card")", R"(press "Supplies")",
                R"(press "Get my number")", R"(press "No, thank you")", R"(wait "Your number" 20)", R"(press "Done")",
                R"(wait "I have no card")"});
}

TEST(RenewingKiosk, TakesAnotherKeyInTimeAndGivesNumbersBeforeAndAfterItsNextStart)
{
    const test::RunningHub hub;
    const test::TemporaryFolder folder;
    const auto file = folder / "kiosk-9.toml";
    const auto old = grown_old(hub);
    wire::write_bundle(file, old).value();
    ASSERT_TRUE(wire::is_renewal_due(old, today()));
    {
        test::RunningKiosk kiosk{file, "540x960"};
        give_a_number(kiosk);
        ASSERT_TRUE(comes_true([&] { return wire::read_bundle(file)->private_key != old.private_key; }));
        ASSERT_TRUE(comes_true([&] { return !is_let_in(old); })); // the hub has seen the new one, without a start
        give_a_number(kiosk);
    }
    const auto fresh = wire::read_bundle(file).value();
    EXPECT_FALSE(wire::is_renewal_due(fresh, today()));
    EXPECT_TRUE(wire::fits_together(fresh.certificate, fresh.private_key, fresh.authority));
    EXPECT_EQ(fresh.name, old.name);
    {
        test::RunningKiosk kiosk{file, "540x960"}; // the next start
        give_a_number(kiosk);
    }
    EXPECT_TRUE(is_let_in(fresh));
}

} // namespace
} // namespace verandah
