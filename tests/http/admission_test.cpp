// SPDX-License-Identifier: Apache-2.0
// Who is let in, and whom a device believes.
#include "tests/http/raw_connection.hpp"
#include "tests/http/running_server.hpp"

#include <chrono>
#include <optional>
#include <stdexcept>
#include <thread>

namespace verandah {

namespace {

using test::Centre;
using test::echo;
using test::Introduction;
using test::RawConnection;

constexpr std::string_view question = "GET / HTTP/1.1\r\nHost: hub.test\r\nConnection: close\r\n\r\n";

/// What a stranger gets to see after asking.
std::optional<std::string> ask_as(const wire::Server& server, const wire::TlsIdentity& identity,
                                  Introduction introduction = {})
{
    RawConnection connection{server.port(), identity, introduction};
    connection.send(question);
    return connection.receive_until_closed();
}

TEST(Admission, LetsAListedDeviceIn)
{
    Centre centre;
    const auto server = centre.serve(echo);

    const auto answer = ask_as(*server, centre.device("kiosk-1").identity);

    ASSERT_TRUE(answer);
    EXPECT_TRUE(answer->starts_with("HTTP/1.1 200 "));
}

TEST(Admission, SaysNothingToADeviceWithoutCertificate)
{
    Centre centre;
    const auto server = centre.serve(echo);

    EXPECT_EQ(ask_as(*server, {}, {.certificate = Introduction::Certificate::withheld}), "");
}

TEST(Admission, SaysNothingToACertificateOfAnotherAuthority)
{
    Centre centre;
    const test::TestAuthority foreign;
    const auto server = centre.serve(echo);

    EXPECT_EQ(ask_as(*server, foreign.issue("kiosk-1").identity), "");
}

TEST(Admission, SaysNothingToADeviceThatIsNotListed)
{
    Centre centre;
    const auto server = centre.serve(echo);

    EXPECT_EQ(ask_as(*server, centre.authority().issue("kiosk-1").identity), "");
}

TEST(Admission, ShakesNoHandsInTls12)
{
    Centre centre;
    const auto server = centre.serve(echo);

    const RawConnection connection{
        server->port(), centre.device("kiosk-1").identity, {.version = Introduction::Version::tls_1_2}};

    EXPECT_FALSE(connection.is_established());
}

TEST(Admission, LooksAtTheListAgainAtEachConnection)
{
    Centre centre;
    const auto server = centre.serve(echo);
    const auto stolen = centre.device("kiosk-1");
    ASSERT_NE(ask_as(*server, stolen.identity), "");

    centre.strike_off("kiosk-1");

    EXPECT_EQ(ask_as(*server, stolen.identity), "");
}

TEST(Admission, CutsADeviceOffThatIsStruckOffTheList)
{
    Centre centre;
    const auto server = centre.serve(echo);
    auto stolen = centre.client(*server);
    auto other = centre.client(*server, "console-1");
    ASSERT_EQ(stolen.ask({.method = "GET", .target = "/"}).status, 200);
    ASSERT_EQ(other.ask({.method = "GET", .target = "/"}).status, 200);

    centre.strike_off("kiosk-1");
    std::this_thread::sleep_for(std::chrono::milliseconds{2'500}); // the list is looked at once a second

    EXPECT_THROW((void)stolen.ask({.method = "GET", .target = "/"}), wire::ConnectionFailure);
    EXPECT_EQ(other.ask({.method = "GET", .target = "/"}).status, 200);
}

TEST(Admission, TellsADeviceThatIsNotListedWhyItIsNotLetIn)
{
    Centre centre;
    const auto server = centre.serve(echo);
    wire::HttpClient client{centre.address(*server), centre.authority().issue("kiosk-1").identity};

    try {
        (void)client.ask({.method = "GET", .target = "/"});
        FAIL() << "it was let in";
    } catch (const wire::ConnectionFailure& failure) {
        EXPECT_STREQ(failure.what(), "the hub does not know this device, or no longer");
    }
}

TEST(Admission, AllowsEachDeviceSoManyConnections)
{
    Centre centre;
    const auto server = centre.serve(echo);
    std::vector<wire::HttpClient> clients;
    for (int each = 0; each < 8; ++each) {
        clients.push_back(centre.client(*server));
        ASSERT_EQ(clients.back().ask({.method = "GET", .target = "/"}).status, 200);
    }

    EXPECT_EQ(centre.client(*server).ask({.method = "GET", .target = "/"}).status, 503);
    EXPECT_EQ(centre.client(*server, "board-1").ask({.method = "GET", .target = "/"}).status, 200)
        << "another device is not concerned";
}

TEST(Admission, LetsADeviceInAgainWhenOneOfItsConnectionsEnds)
{
    Centre centre;
    auto limits = wire::Limits{};
    limits.connections_per_device = 1;
    const auto server = centre.serve(echo, limits);

    for (int each = 0; each < 20; ++each) {
        const auto answer = ask_as(*server, centre.device("kiosk-1").identity);
        ASSERT_TRUE(answer && answer->starts_with("HTTP/1.1 200 ")) << each;
    }
}

TEST(Admission, LetsNobodyInBeyondAllConnections)
{
    Centre centre;
    auto limits = wire::Limits{};
    limits.connections = 200;
    limits.connections_per_device = 200;
    const auto server = centre.serve(echo, limits);
    std::vector<wire::HttpClient> clients;
    for (int each = 0; each < 200; ++each) {
        clients.push_back(centre.client(*server));
        ASSERT_EQ(clients.back().ask({.method = "GET", .target = "/"}).status, 200) << each;
    }

    auto one_more = centre.client(*server, "board-1");
    EXPECT_THROW((void)one_more.ask({.method = "GET", .target = "/"}), wire::ConnectionFailure);
    EXPECT_EQ(clients.front().ask({.method = "GET", .target = "/"}).status, 200);
}

TEST(Admission, LetsDevicesInWhileStrangersHoldAllPlaces)
{
    Centre centre;
    auto limits = wire::Limits{};
    limits.connections = 5;
    const auto server = centre.serve(echo, limits);
    std::vector<test::SilentConnection> strangers;
    for (int each = 0; each < 5; ++each) {
        strangers.emplace_back(server->port());
    }

    EXPECT_EQ(centre.client(*server).ask({.method = "GET", .target = "/"}).status, 200);
}

TEST(Admission, LetsDevicesInWhileStrangersWhoFailedLinger)
{
    Centre centre;
    auto limits = wire::Limits{};
    limits.connections = 2;
    const auto server = centre.serve(echo, limits);
    std::vector<RawConnection> strangers;
    for (int each = 0; each < 2; ++each) {
        strangers.emplace_back(server->port(), wire::TlsIdentity{},
                               Introduction{.certificate = Introduction::Certificate::withheld});
    }

    EXPECT_EQ(centre.client(*server).ask({.method = "GET", .target = "/"}).status, 200);
}

TEST(Admission, ReportsWhoWasNotLetIn)
{
    Centre centre;
    auto limits = wire::Limits{};
    limits.heartbeat = std::chrono::milliseconds{40}; // sets the pace of the server's clock
    const auto server = centre.serve(echo, limits);

    (void)ask_as(*server, {}, {.certificate = Introduction::Certificate::withheld});
    while (centre.reports().empty()) {
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }

    EXPECT_TRUE(centre.reports().front().starts_with("connections not let in: 1; the last one because: "))
        << centre.reports().front();
}

TEST(Admission, RefusesToStartWithAKeyThatIsNotTheCertificates)
{
    Centre centre;
    auto identity = centre.hub().identity;
    identity.private_key_pem = centre.device("kiosk-1").identity.private_key_pem;

    EXPECT_THROW((wire::Server{{.identity = identity, .admit = {}}, echo}), std::runtime_error);
}

TEST(Belief, TurnsAwayFromAHubOfAnotherAuthority)
{
    Centre centre;
    const auto server = centre.serve(echo);
    const test::TestAuthority foreign;
    wire::HttpClient client{centre.address(*server), foreign.issue("kiosk-1").identity};

    EXPECT_THROW((void)client.ask({.method = "GET", .target = "/"}), wire::ConnectionFailure);
}

TEST(Belief, TurnsAwayFromAHubOfAnotherName)
{
    Centre centre;
    const auto server = centre.serve(echo);
    auto address = centre.address(*server);
    address.name = "other.test";
    wire::HttpClient client{address, centre.device("kiosk-1").identity};

    EXPECT_THROW((void)client.ask({.method = "GET", .target = "/"}), wire::ConnectionFailure);
}

TEST(Belief, TurnsAwayFromAHubWithAnotherKey)
{
    Centre centre;
    const auto server = centre.serve(echo);
    auto address = centre.address(*server);
    address.public_key_sha256 = centre.device("kiosk-1").public_key_sha256;
    wire::HttpClient client{address, centre.device("kiosk-1").identity};

    EXPECT_THROW((void)client.ask({.method = "GET", .target = "/"}), wire::ConnectionFailure);
}

TEST(Belief, AcceptsTheHubWithTheKeyItWasToldOf)
{
    Centre centre;
    const auto server = centre.serve(echo);
    auto address = centre.address(*server);
    address.public_key_sha256 = centre.hub().public_key_sha256;
    wire::HttpClient client{address, centre.device("kiosk-1").identity};

    EXPECT_EQ(client.ask({.method = "GET", .target = "/"}).status, 200);
}

TEST(Belief, SaysSoWhenNobodyListens)
{
    Centre centre;
    wire::HttpClient client{{"127.0.0.1", 1, "hub.test"}, centre.device("kiosk-1").identity};

    EXPECT_THROW((void)client.ask({.method = "GET", .target = "/"}), wire::ConnectionFailure);
}

} // namespace

} // namespace verandah
