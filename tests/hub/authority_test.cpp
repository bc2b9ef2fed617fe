// SPDX-License-Identifier: Apache-2.0
// What the centre's authority issues, judged by OpenSSL's own verification.
#include "clinic/hub/authority/certificate_authority.hpp"
#include "shared/wire/enrolment/openssl_handles.hpp"

#include <gmock/gmock.h>

namespace verandah::hub {

namespace {

using domain::Refusal;
using testing::HasSubstr;
using testing::MatchesRegex;

using namespace wire::openssl;
using Store = std::unique_ptr<X509_STORE, Free<X509_STORE_free>>;
using Verification = std::unique_ptr<X509_STORE_CTX, Free<X509_STORE_CTX_free>>;

constexpr domain::Instant now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 24}};
const std::vector<std::string> hub_names{"hub.internal", "127.0.0.1", "fd00::1"};

/// What OpenSSL finds wrong with `certificate` at `when` for `purpose`; X509_V_OK when nothing.
int fault_of(const std::string& certificate, const std::string& authority, int purpose, domain::Instant when = now)
{
    const auto trusted = certificate_in(authority);
    const auto judged = certificate_in(certificate);
    const Store store{X509_STORE_new()};
    X509_STORE_add_cert(store.get(), trusted.get());
    const Verification verification{X509_STORE_CTX_new()};
    X509_STORE_CTX_init(verification.get(), store.get(), judged.get(), nullptr);
    X509_STORE_CTX_set_purpose(verification.get(), purpose);
    X509_STORE_CTX_set_flags(verification.get(), X509_V_FLAG_X509_STRICT | X509_V_FLAG_CHECK_SS_SIGNATURE);
    X509_STORE_CTX_set_time(verification.get(), 0,
                            std::chrono::system_clock::to_time_t(std::chrono::floor<std::chrono::seconds>(when)));
    return X509_verify_cert(verification.get()) == 1 ? X509_V_OK : X509_STORE_CTX_get_error(verification.get());
}

std::string subject_of(const std::string& certificate)
{
    const auto opened = certificate_in(certificate);
    const Bio bio{BIO_new(BIO_s_mem())};
    X509_NAME_print_ex(bio.get(), X509_get_subject_name(opened.get()), 0, XN_FLAG_RFC2253);
    return text_in(bio);
}

class AnAuthority : public testing::Test {
protected:
    [[nodiscard]] IssuedCertificate server() const { return issue_server(authority_, hub_names, now).value(); }
    [[nodiscard]] IssuedCertificate device(wire::DeviceKind kind = wire::DeviceKind::kiosk) const
    {
        return issue_device(authority_, wire::DeviceName::make("device-1").value(), kind, now).value();
    }

    Authority authority_ = make_authority(now);
};

TEST_F(AnAuthority, VouchesForItself)
{
    EXPECT_EQ(fault_of(authority_.certificate, authority_.certificate, X509_PURPOSE_ANY), X509_V_OK);
    EXPECT_EQ(X509_check_ca(certificate_in(authority_.certificate).get()), 1);
}

TEST_F(AnAuthority, IssuesAServerCertificateThatVerifies)
{
    EXPECT_EQ(fault_of(server().certificate, authority_.certificate, X509_PURPOSE_SSL_SERVER), X509_V_OK);
}

TEST_F(AnAuthority, IssuesADeviceCertificateThatVerifies)
{
    EXPECT_EQ(fault_of(device().certificate, authority_.certificate, X509_PURPOSE_SSL_CLIENT), X509_V_OK);
}

TEST_F(AnAuthority, LetsNoDevicePlayTheHub)
{
    EXPECT_EQ(fault_of(device().certificate, authority_.certificate, X509_PURPOSE_SSL_SERVER),
              X509_V_ERR_INVALID_PURPOSE);
}

TEST_F(AnAuthority, LetsTheHubsCertificatePlayNoDevice)
{
    EXPECT_EQ(fault_of(server().certificate, authority_.certificate, X509_PURPOSE_SSL_CLIENT),
              X509_V_ERR_INVALID_PURPOSE);
}

TEST_F(AnAuthority, IsNotAnotherCentresAuthority)
{
    EXPECT_NE(fault_of(device().certificate, make_authority(now).certificate, X509_PURPOSE_SSL_CLIENT), X509_V_OK);
}

TEST_F(AnAuthority, LetsNoDeviceVouchForAnother)
{
    const auto issued = device();

    const auto by_device = issue_device({issued.certificate, issued.private_key},
                                        wire::DeviceName::make("device-2").value(), wire::DeviceKind::kiosk, now);

    ASSERT_FALSE(by_device);
    EXPECT_EQ(by_device.error().why, Refusal::Why::invalid_input);
}

TEST_F(AnAuthority, NamesTheServerByEveryNameAndAddress)
{
    const auto certificate = certificate_in(server().certificate);

    EXPECT_EQ(X509_check_host(certificate.get(), "hub.internal", 0, 0, nullptr), 1);
    EXPECT_EQ(X509_check_ip_asc(certificate.get(), "127.0.0.1", 0), 1);
    EXPECT_EQ(X509_check_ip_asc(certificate.get(), "fd00::1", 0), 1);
    EXPECT_EQ(X509_check_host(certificate.get(), "other.internal", 0, 0, nullptr), 0);
}

TEST_F(AnAuthority, PutsADevicesNameAndKindIntoItsCertificate)
{
    EXPECT_EQ(subject_of(device(wire::DeviceKind::board).certificate), "CN=device-1,OU=board");
}

TEST_F(AnAuthority, GivesEveryCertificateTheKeyThatFitsIt)
{
    const auto issued = device();
    const auto key = private_key_in(issued.private_key);

    ASSERT_TRUE(key);
    EXPECT_EQ(X509_check_private_key(certificate_in(issued.certificate).get(), key.get()), 1);
    EXPECT_TRUE(EVP_PKEY_is_a(key.get(), "EC"));
    EXPECT_EQ(EVP_PKEY_get_bits(key.get()), 256);
}

TEST_F(AnAuthority, ForgivesAClockThatIsADayLate)
{
    using namespace std::chrono_literals;

    EXPECT_EQ(fault_of(device().certificate, authority_.certificate, X509_PURPOSE_SSL_CLIENT, now - 23h), X509_V_OK);
    EXPECT_EQ(fault_of(device().certificate, authority_.certificate, X509_PURPOSE_SSL_CLIENT, now - 25h),
              X509_V_ERR_CERT_NOT_YET_VALID);
}

TEST_F(AnAuthority, LetsADeviceInForFiveYears)
{
    using std::chrono::years, std::chrono::days;

    EXPECT_EQ(fault_of(device().certificate, authority_.certificate, X509_PURPOSE_SSL_CLIENT,
                       now + years{5} - std::chrono::hours{1}),
              X509_V_OK);
    EXPECT_EQ(fault_of(device().certificate, authority_.certificate, X509_PURPOSE_SSL_CLIENT, now + years{5} + days{1}),
              X509_V_ERR_CERT_HAS_EXPIRED);
}

TEST_F(AnAuthority, LastsTwentyYears)
{
    using std::chrono::years, std::chrono::days;

    EXPECT_EQ(fault_of(authority_.certificate, authority_.certificate, X509_PURPOSE_ANY, now + years{20} - days{1}),
              X509_V_OK);
    EXPECT_EQ(fault_of(authority_.certificate, authority_.certificate, X509_PURPOSE_ANY, now + years{20} + days{1}),
              X509_V_ERR_CERT_HAS_EXPIRED);
}

TEST_F(AnAuthority, GivesNoTwoCertificatesOneSerialNumber)
{
    const auto first = certificate_in(device().certificate);
    const auto second = certificate_in(device().certificate);

    EXPECT_NE(ASN1_INTEGER_cmp(X509_get0_serialNumber(first.get()), X509_get0_serialNumber(second.get())), 0);
}

TEST_F(AnAuthority, NamesEveryIssuedKeyByItsSha256)
{
    const auto issued = device();

    EXPECT_THAT(issued.public_key_sha256, MatchesRegex("[0-9a-f]{64}"));
    EXPECT_EQ(public_key_sha256(issued.certificate), issued.public_key_sha256);
    EXPECT_NE(device().public_key_sha256, issued.public_key_sha256);
}

TEST_F(AnAuthority, RefusesAServerWithoutAName)
{
    const auto refused = issue_server(authority_, {}, now);

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().why, Refusal::Why::invalid_input);
}

TEST_F(AnAuthority, RefusesAServerNameThatIsNone)
{
    for (const std::string name :
         {"", "*", "*.internal", "a,DNS:b", "a b", ".a", "a.", "a..b", "-a", "a-", "a.-b", "a-.b", "https://hub"}) {
        const auto refused = issue_server(authority_, std::vector{name}, now);

        ASSERT_FALSE(refused) << name;
        EXPECT_EQ(refused.error().why, Refusal::Why::invalid_input);
    }
}

TEST_F(AnAuthority, RefusesAServerNameLongerThanDnsAllows)
{
    EXPECT_FALSE(issue_server(authority_, std::vector{std::string(64, 'a')}, now));
}

TEST_F(AnAuthority, IsRefusedWithADamagedCertificate)
{
    auto damaged = authority_;
    damaged.certificate.resize(damaged.certificate.size() / 2);

    const auto refused = issue_server(damaged, hub_names, now);

    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().detail, HasSubstr("certificate is damaged"));
}

TEST_F(AnAuthority, IsRefusedWithADamagedKey)
{
    for (const std::string key : {"", "nonsense", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"}) {
        const auto refused = issue_server({authority_.certificate, key}, hub_names, now);

        ASSERT_FALSE(refused);
        EXPECT_THAT(refused.error().detail, HasSubstr("private key is damaged"));
    }
}

TEST_F(AnAuthority, IsRefusedWithAnothersKey)
{
    const auto refused = issue_server({authority_.certificate, make_authority(now).private_key}, hub_names, now);

    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().detail, HasSubstr("no pair"));
}

TEST_F(AnAuthority, IsRefusedWithAnEncryptedKeyInsteadOfAskingTheTerminal)
{
    const auto key = private_key_in(authority_.private_key);
    const Bio bio{BIO_new(BIO_s_mem())};
    std::string password = "not asked for";
    ASSERT_EQ(PEM_write_bio_PKCS8PrivateKey(bio.get(), key.get(), EVP_aes_256_cbc(), password.data(),
                                            static_cast<int>(password.size()), nullptr, nullptr),
              1);
    char* text = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &text);

    const auto refused = issue_server({authority_.certificate, {text, static_cast<std::size_t>(size)}}, hub_names, now);

    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().detail, HasSubstr("private key is damaged"));
}

TEST(PublicKeySha256, IsRefusedForAnythingButACertificate)
{
    for (const std::string_view text :
         {"", "nonsense", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"}) {
        const auto refused = public_key_sha256(text);

        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().why, Refusal::Why::invalid_input);
    }
}

/// `openssl x509 -pubkey | openssl pkey -pubin -outform DER | sha256sum` of this certificate gives the same.
TEST(PublicKeySha256, IsWhatTheOpensslProgramSays)
{
    const std::string_view certificate = R"(-----BEGIN CERTIFICATE-----
MIIBdDCCARmgAwIBAgIUG/1V9No/E8NS//Fqz4tD4cRxlBEwCgYIKoZIzj0EAwIw
DzENMAsGA1UEAwwEdGVzdDAeFw0yNjExMjQwMjA0MDdaFw0yNjExMjUwMjA0MDda
MA8xDTALBgNVBAMMBHRlc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQFgu9H
44jLwSL6EZRKL3GJidYXUnJRv9EYRuVzZXqB8k5kzPqQtkd3S27Xzk9XRHZJTzF5
ocb1UvhplZCa111co1MwUTAdBgNVHQ4EFgQUEZo4YPQDPLDZ80qsSJQGYixRZgIw
HwYDVR0jBBgwFoAUEZo4YPQDPLDZ80qsSJQGYixRZgIwDwYDVR0TAQH/BAUwAwEB
/zAKBggqhkjOPQQDAgNJADBGAiEA4EL5qoWoe7TRaDtN1u+j+zFWfHxvYzs145uL
h0w6OnQCIQD2FoDlMTzSrhbekbR+fwLBAwVuo1ESyg0IlCj99APMKA==
-----END CERTIFICATE-----
)";

    EXPECT_EQ(public_key_sha256(certificate), "6ab75c549c8bda87aede2ecacca3581be19a723eb8feba2307b1af6e7620dcf3");
}

} // namespace

} // namespace verandah::hub
