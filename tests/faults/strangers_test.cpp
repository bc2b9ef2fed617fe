// SPDX-License-Identifier: Apache-2.0
// The real hub, asked with OpenSSL's own tools: nobody who was not let in hears a word, and nothing below TLS 1.3.
#include "shared/wire/http/of_bundle.hpp"
#include "tests/faults/shell.hpp"
#include "tests/faults/tally.hpp"
#include "tests/hub/served_centre.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace verandah::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class Strangers : public testing::Test {
protected:
    /// What `openssl s_client` hears when it asks for the centre, with `bundle`'s certificate when there is one.
    std::string answer_to(const std::optional<wire::DeviceBundle>& bundle, const std::string& words)
    {
        std::string certificate;
        if (bundle) {
            write_file(folder / "device.pem", bundle->certificate);
            write_file(folder / "device.key", bundle->private_key);
            certificate = fmt::format("-cert {0}/device.pem -key {0}/device.key", folder.path().string());
        }
        return shell(fmt::format(
                         "(printf 'GET /v1/centre HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n'; "
                         "sleep 0.3) | timeout 10 openssl s_client -connect {} {} {} -ign_eof",
                         address(), words, certificate))
            .said;
    }
    [[nodiscard]] std::string address() const
    {
        const auto hub = wire::hub_of(enrolled);
        return fmt::format("{}:{}", hub.host, hub.port);
    }
    void expect_silence(const std::string& heard)
    {
        EXPECT_THAT(heard, Not(HasSubstr("HTTP/1.1"))) << heard;
        tally.exposed += heard.contains("HTTP/1.1") ? 1U : 0U;
        ++tally.times;
    }

    TemporaryFolder folder;
    ServedCentre centre;
    wire::DeviceBundle enrolled{(centre.serve(), centre.let_in("console", "console-1"))};
    Tally tally{.fault = "strangers at the door"};
};

TEST_F(Strangers, HearNothingWhileADeviceIsAnswered)
{
    ServedCentre elsewhere;
    elsewhere.serve();
    const auto foreign = elsewhere.let_in("console", "console-1");
    const auto revoked = centre.let_in("console", "console-2");
    ASSERT_THAT(answer_to(revoked, "-tls1_3"), HasSubstr("HTTP/1.1 200"));
    std::filesystem::remove(centre.paths().devices() / "console-2.toml");
    const auto never_listed = centre.let_in("kiosk", "kiosk-1");
    std::filesystem::remove(centre.paths().devices() / "kiosk-1.toml");

    ASSERT_THAT(answer_to(enrolled, "-tls1_3"), HasSubstr("HTTP/1.1 200"));
    expect_silence(answer_to(std::nullopt, "-tls1_3"));
    expect_silence(answer_to(foreign, "-tls1_3"));
    expect_silence(answer_to(revoked, "-tls1_3"));
    expect_silence(answer_to(never_listed, "-tls1_3"));
    for (const auto* old : {"-tls1_2", "-tls1_1 -cipher ALL:@SECLEVEL=0", "-tls1 -cipher ALL:@SECLEVEL=0"}) {
        expect_silence(answer_to(enrolled, old));
    }
    leave(tally, "strangers");
}

TEST_F(Strangers, AreOfferedNothingBelowTls13)
{
    const auto heard = answer_to(enrolled, "-tls1_2");
    EXPECT_THAT(heard, HasSubstr("alert protocol version"));

    const auto scan = shell("sslscan --no-colour --tlsall " + address()).said;

    EXPECT_THAT(scan, HasSubstr("TLSv1.3   enabled"));
    for (const auto* old : {"TLSv1.0   disabled", "TLSv1.1   disabled", "TLSv1.2   disabled"}) {
        EXPECT_THAT(scan, HasSubstr(old));
    }
}

/// What `openssl s_client` hears when it asks `address` for `path`, without a certificate.
std::string asked_at(const std::string& address, const std::string& path)
{
    return shell(fmt::format("(printf 'GET {} HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n'; "
                             "sleep 0.3) | timeout 10 openssl s_client -connect {} -tls1_3 -ign_eof",
                             path, address))
        .said;
}

/// The address that `verandah-hub device offer` shows.
std::string door_in(const std::string& said)
{
    const std::string title{"  Address  "};
    const auto at = said.find(title) + title.size();
    return said.substr(at, said.find('\n', at) - at);
}

TEST_F(Strangers, FindAnEnrolmentDoorOnlyWhileAnOfferStandsAndNothingBelowTls13AtIt)
{
    const auto offered = centre.command({"device", "offer", "kiosk-1", "--kind", "kiosk"});
    ASSERT_EQ(offered.status, 0) << offered.said;
    const auto door = door_in(offered.said);
    ASSERT_NE(door, address());

    EXPECT_THAT(asked_at(door, "/v1/centre"), HasSubstr("HTTP/1.1 404"));
    EXPECT_THAT(asked_at(door, "/v1/enrol"), HasSubstr("HTTP/1.1 405"));
    EXPECT_THAT(asked_at(address(), "/v1/enrol"), Not(HasSubstr("HTTP/1.1")));
    const auto scan = shell("sslscan --no-colour --tlsall " + door).said;
    EXPECT_THAT(scan, HasSubstr("TLSv1.3   enabled"));
    for (const auto* old : {"TLSv1.0   disabled", "TLSv1.1   disabled", "TLSv1.2   disabled"}) {
        EXPECT_THAT(scan, HasSubstr(old));
    }

    ASSERT_EQ(centre.end().status, 0);
    EXPECT_THAT(asked_at(door, "/v1/enrol"), HasSubstr("refused"));
    centre.serve(); // offers are kept in memory only
    EXPECT_THAT(asked_at(door, "/v1/enrol"), HasSubstr("refused"));
}

} // namespace
} // namespace verandah::test
