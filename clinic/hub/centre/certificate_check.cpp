// SPDX-License-Identifier: Apache-2.0
// Questions to OpenSSL; its types stay inside this file.
#include "clinic/hub/centre/certificate_check.hpp"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <ctime>
#include <memory>
#include <utility>

namespace verandah::hub {
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

Bio view(std::string_view text)
{
    return Bio{BIO_new_mem_buf(text.data(), static_cast<int>(text.size()))};
}

/// No key here has a passphrase; without this, OpenSSL would ask for one at the terminal.
int no_passphrase(char*, int, int, void*)
{
    return -1;
}

Certificate read_certificate(std::string_view pem)
{
    Certificate certificate{PEM_read_bio_X509(view(pem).get(), nullptr, no_passphrase, nullptr)};
    ERR_clear_error();
    return certificate;
}

Key read_key(std::string_view pem)
{
    Key key{PEM_read_bio_PrivateKey(view(pem).get(), nullptr, no_passphrase, nullptr)};
    ERR_clear_error();
    return key;
}

bool is_valid_at(const Certificate& certificate, domain::Instant now)
{
    auto seconds = std::chrono::system_clock::to_time_t(std::chrono::floor<std::chrono::seconds>(now));
    return X509_cmp_time(X509_get0_notBefore(certificate.get()), &seconds) < 0 &&
           X509_cmp_time(X509_get0_notAfter(certificate.get()), &seconds) > 0;
}

std::expected<void, CertificateFault> check(const CertificateAndKey& pair, std::string_view signer, domain::Instant now)
{
    const auto certificate = read_certificate(pair.certificate);
    if (!certificate) {
        return std::unexpected{CertificateFault::damaged_certificate};
    }
    const auto key = read_key(pair.private_key);
    if (!key) {
        return std::unexpected{CertificateFault::damaged_key};
    }
    const auto authority = read_certificate(signer);
    const bool is_pair = X509_check_private_key(certificate.get(), key.get()) == 1;
    const bool is_signed = authority && X509_verify(certificate.get(), X509_get0_pubkey(authority.get())) == 1;
    ERR_clear_error();
    if (!is_pair) {
        return std::unexpected{CertificateFault::not_a_pair};
    }
    if (!is_signed) {
        return std::unexpected{CertificateFault::not_from_this_authority};
    }
    if (!is_valid_at(certificate, now)) {
        return std::unexpected{CertificateFault::not_valid_now};
    }
    return {};
}

} // namespace

std::string_view text_for(CertificateFault fault)
{
    switch (fault) {
    case CertificateFault::damaged_certificate: return "is damaged: it holds no certificate";
    case CertificateFault::damaged_key: return "does not fit its key, which is damaged";
    case CertificateFault::not_a_pair: return "does not fit its key: they are not of one pair";
    case CertificateFault::not_from_this_authority: return "was not signed by this centre's authority";
    case CertificateFault::not_valid_now: return "is not valid today: it has expired, or this machine's clock is wrong";
    }
    std::unreachable();
}

std::expected<void, CertificateFault> check_authority(const CertificateAndKey& authority, domain::Instant now)
{
    return check(authority, authority.certificate, now); // an authority signs itself
}

std::expected<void, CertificateFault> check_issued(const CertificateAndKey& issued, std::string_view authority,
                                                   domain::Instant now)
{
    return check(issued, authority, now);
}

std::vector<std::string> names_missing(std::string_view certificate, std::span<const std::string> names)
{
    const auto read = read_certificate(certificate);
    std::vector<std::string> missing;
    for (const auto& name : names) {
        const bool covered = read && (X509_check_host(read.get(), name.c_str(), name.size(), 0, nullptr) == 1 ||
                                      X509_check_ip_asc(read.get(), name.c_str(), 0) == 1);
        if (!covered) {
            missing.push_back(name);
        }
    }
    ERR_clear_error();
    return missing;
}

} // namespace verandah::hub
