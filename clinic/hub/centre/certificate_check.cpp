// SPDX-License-Identifier: Apache-2.0
// Questions to OpenSSL.
#include "clinic/hub/centre/certificate_check.hpp"

#include "shared/wire/enrolment/openssl_handles.hpp"

#include <ctime>
#include <utility>

namespace verandah::hub {
namespace {

using namespace wire::openssl;

bool is_valid_at(const Certificate& certificate, domain::Instant now)
{
    auto seconds = std::chrono::system_clock::to_time_t(std::chrono::floor<std::chrono::seconds>(now));
    return X509_cmp_time(X509_get0_notBefore(certificate.get()), &seconds) < 0 &&
           X509_cmp_time(X509_get0_notAfter(certificate.get()), &seconds) > 0;
}

std::expected<void, CertificateFault> check(const CertificateAndKey& pair, std::string_view signer, domain::Instant now)
{
    const auto certificate = certificate_in(pair.certificate);
    if (!certificate) {
        return std::unexpected{CertificateFault::damaged_certificate};
    }
    const auto key = private_key_in(pair.private_key);
    if (!key) {
        return std::unexpected{CertificateFault::damaged_key};
    }
    const auto authority = certificate_in(signer);
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
    const auto read = certificate_in(certificate);
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
