// SPDX-License-Identifier: Apache-2.0
// Keys and requests by OpenSSL.
#include "shared/wire/enrolment/device_key.hpp"

#include "shared/wire/enrolment/openssl_handles.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <chrono>
#include <ctime>

namespace verandah::wire {

namespace {

using namespace openssl;

domain::Instant instant_of(const ASN1_TIME* time)
{
    std::tm parts{};
    must(ASN1_TIME_to_tm(time, &parts) == 1);
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::from_time_t(timegm(&parts)));
}

} // namespace

std::string make_device_key()
{
    const Key key{EVP_EC_gen("P-256")};
    const auto bio = secret_bio();
    must(key && PEM_write_bio_PKCS8PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1);
    return text_in(bio);
}

std::optional<std::string> certificate_request(std::string_view private_key)
{
    const auto key = private_key_in(private_key);
    if (!key) {
        return std::nullopt;
    }
    const CertificateRequest request{X509_REQ_new()};
    const Bio bio{BIO_new(BIO_s_mem())};
    must(request && bio && X509_REQ_set_version(request.get(), X509_REQ_VERSION_1) == 1 &&
         X509_REQ_set_pubkey(request.get(), key.get()) == 1 &&
         X509_REQ_sign(request.get(), key.get(), EVP_sha256()) > 0 &&
         PEM_write_bio_X509_REQ(bio.get(), request.get()) == 1);
    return text_in(bio);
}

bool fits_together(std::string_view certificate, std::string_view private_key, std::string_view authority)
{
    const auto own = certificate_in(certificate);
    const auto signer = certificate_in(authority);
    const auto key = private_key_in(private_key);
    const bool fits = own && signer && key && X509_check_private_key(own.get(), key.get()) == 1 &&
                      X509_verify(own.get(), X509_get0_pubkey(signer.get())) == 1;
    ERR_clear_error();
    return fits;
}

std::optional<domain::Instant> renewal_due(std::string_view certificate)
{
    const auto own = certificate_in(certificate);
    if (!own) {
        return std::nullopt;
    }
    const auto from = instant_of(X509_get0_notBefore(own.get()));
    return from + (instant_of(X509_get0_notAfter(own.get())) - from) / 3 * 2;
}

std::string certificate_key_sha256(std::string_view certificate)
{
    const auto opened = certificate_in(certificate);
    unsigned char* der = nullptr;
    const int size = opened ? i2d_X509_PUBKEY(X509_get_X509_PUBKEY(opened.get()), &der) : 0;
    if (size <= 0) {
        return {};
    }
    std::array<unsigned char, 32> digest{};
    const bool hashed =
        EVP_Digest(der, static_cast<std::size_t>(size), digest.data(), nullptr, EVP_sha256(), nullptr) == 1;
    OPENSSL_free(der);
    must(hashed);
    return fmt::format("{:02x}", fmt::join(digest, ""));
}

} // namespace verandah::wire
