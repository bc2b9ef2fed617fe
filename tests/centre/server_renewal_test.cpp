// SPDX-License-Identifier: Apache-2.0
// The hub's own certificate at a start: made out anew in time, for the same key, and left alone when something is
// wrong.
#include "clinic/hub/authority/certificate_authority.hpp"
#include "clinic/hub/centre/certificate_check.hpp"
#include "clinic/hub/centre/server_renewal.hpp"
#include "shared/files/private_file.hpp"
#include "shared/vault/random.hpp"
#include "shared/wire/enrolment/device_key.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace verandah::hub {
namespace {

using std::chrono::days;

const domain::Instant begun = std::chrono::sys_days{std::chrono::year{2026} / 3 / 6};

/// A centre's folder as far as its certificates go.
class ServerRenewal : public testing::Test {
protected:
    ServerRenewal()
    {
        std::filesystem::create_directories(paths_.keys());
        write(paths_.authority_certificate(), authority_.certificate);
        write(paths_.authority_key(), authority_.private_key);
        const auto server = issue_server(authority_, names_, begun).value();
        write(paths_.server_certificate(), server.certificate);
        write(paths_.server_key(), server.private_key);
    }
    static void write(const std::filesystem::path& file, const std::string& text)
    {
        std::filesystem::remove(file);
        files::write_private_file(file, text).value();
    }
    [[nodiscard]] std::string certificate() const
    {
        return files::read_private_file(paths_.server_certificate()).value();
    }
    [[nodiscard]] domain::Instant end() const { return validity_of(certificate())->until; }
    [[nodiscard]] domain::Instant due() const { return begun + (end() - begun) / 3 * 2; }
    [[nodiscard]] std::expected<void, CertificateFault> judged(domain::Instant now) const
    {
        const auto own = certificate();
        const auto key = files::read_private_file(paths_.server_key()).value();
        return check_issued({own, key}, authority_.certificate, now);
    }

    test::TemporaryFolder folder_;
    FolderPaths paths_{folder_.path()};
    std::vector<std::string> names_{"hub.lan", "192.168.1.10"};
    Authority authority_ = make_authority(begun);
};

TEST_F(ServerRenewal, LeavesACertificateAloneThatHasMuchTimeLeft)
{
    const auto before = certificate();

    EXPECT_FALSE(renew_server_certificate_when_due(paths_, begun));
    EXPECT_FALSE(renew_server_certificate_when_due(paths_, due() - days{1}));
    EXPECT_EQ(certificate(), before);
}

TEST_F(ServerRenewal, MakesItOutAnewAtTwoThirdsForTheSameKeyAndNames)
{
    const auto key = wire::certificate_key_sha256(certificate());
    const auto first_end = end();
    const auto now = due() + days{1};

    EXPECT_TRUE(renew_server_certificate_when_due(paths_, now));

    EXPECT_EQ(wire::certificate_key_sha256(certificate()), key);
    EXPECT_TRUE(names_missing(certificate(), names_).empty());
    EXPECT_GT(end(), first_end);
    EXPECT_TRUE(judged(now));
    EXPECT_FALSE(renew_server_certificate_when_due(paths_, now)); // once
}

TEST_F(ServerRenewal, SavesAHubThatStoodInACupboardForTooLong)
{
    const auto now = end() + days{100};
    ASSERT_EQ(judged(now).error(), CertificateFault::not_valid_now);

    EXPECT_TRUE(renew_server_certificate_when_due(paths_, now));

    EXPECT_TRUE(judged(now));
}

TEST_F(ServerRenewal, HasNoCertificateFromTheFutureWhenItsClockWasAheadForOneStart)
{
    ASSERT_TRUE(renew_server_certificate_when_due(paths_, due() + days{1}));

    EXPECT_TRUE(judged(begun + days{1})); // the clock is right again
    EXPECT_FALSE(renew_server_certificate_when_due(paths_, begun + days{1}));
}

TEST_F(ServerRenewal, DoesNothingToWhatIsDamagedOrMissing)
{
    const auto now = due() + days{1};
    const auto whole = certificate();
    for (const auto& damaged : {std::string{}, std::string{"rubbish"}, whole.substr(0, whole.size() / 2)}) {
        write(paths_.server_certificate(), damaged);
        EXPECT_FALSE(renew_server_certificate_when_due(paths_, now));
        EXPECT_EQ(certificate(), damaged);
    }
    write(paths_.server_certificate(), whole);
    for (const auto& file : {paths_.server_key(), paths_.authority_certificate(), paths_.authority_key()}) {
        const auto kept = files::read_private_file(file).value();
        std::filesystem::remove(file);
        EXPECT_FALSE(renew_server_certificate_when_due(paths_, now)) << file;
        write(file, "rubbish");
        EXPECT_FALSE(renew_server_certificate_when_due(paths_, now)) << file;
        write(file, kept);
        EXPECT_EQ(certificate(), whole);
    }
    std::filesystem::remove(paths_.server_certificate());
    EXPECT_FALSE(renew_server_certificate_when_due(paths_, now));
    EXPECT_FALSE(std::filesystem::exists(paths_.server_certificate()));
}

TEST_F(ServerRenewal, IsNotDoneByAnotherHousesAuthority)
{
    const auto other = make_authority(begun);
    write(paths_.authority_key(), other.private_key); // does not fit its certificate
    const auto before = certificate();

    EXPECT_FALSE(renew_server_certificate_when_due(paths_, due() + days{1}));
    EXPECT_EQ(certificate(), before);
}

} // namespace
} // namespace verandah::hub
