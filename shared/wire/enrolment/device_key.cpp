// SPDX-License-Identifier: Apache-2.0
// Keys and requests by OpenSSL.
#include "shared/wire/enrolment/device_key.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <array>
#include <chrono>
#include <ctime>
#include <memory>
#include <stdexcept>

namespace verandah::wire {

namespace {

template <auto free_function>
struct Free {
    template <class Handle>
    void operator()(Handle* handle) const noexcept
    {
        free_function(handle);
    }
};
using Bio = std::unique_ptr<BIO, Free<BIO_free>>;
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using CertificateRequest = std::unique_ptr<X509_REQ, Free<X509_REQ_free>>;

void must(bool succeeded)
{
    if (!succeeded) {
        ERR_clear_error();
        throw std::runtime_error{"OpenSSL cannot make a key or a certificate request"};
    }
}

/// Without it OpenSSL would ask the terminal for the password of an encrypted key.
int no_password(char*, int, int, void*)
{
    return -1;
}

template <class Handle, class Read>
Handle read_pem(std::string_view text, Read read)
{
    const Bio bio{BIO_new_mem_buf(text.data(), static_cast<int>(text.size()))};
    Handle handle{bio ? read(bio.get(), nullptr, no_password, nullptr) : nullptr};
    ERR_clear_error();
    return handle;
}

Certificate certificate_in(std::string_view text)
{
    return read_pem<Certificate>(text, PEM_read_bio_X509);
}

std::string text_in(const Bio& bio)
{
    char* text = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

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
    const Bio bio{BIO_new(BIO_s_secmem())}; // wiped when let go
    must(key && bio && PEM_write_bio_PKCS8PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1);
    return text_in(bio);
}

std::optional<std::string> certificate_request(std::string_view private_key)
{
    const auto key = read_pem<Key>(private_key, PEM_read_bio_PrivateKey);
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
    const auto key = read_pem<Key>(private_key, PEM_read_bio_PrivateKey);
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
