// SPDX-License-Identifier: Apache-2.0
// X.509 by OpenSSL, as short as tests need it.
#include "tests/http/test_certificates.hpp"

#include "shared/wire/enrolment/openssl_handles.hpp"

#include <fmt/format.h>
#include <openssl/sha.h>

#include <array>
#include <atomic>

namespace verandah::test {

namespace {

using namespace wire::openssl;

template <class Write>
std::string pem(Write write)
{
    const Bio bio{BIO_new(BIO_s_mem())};
    must(write(bio.get()) == 1);
    return text_in(bio);
}

std::string pem_of(X509* certificate)
{
    return pem([&](BIO* bio) { return PEM_write_bio_X509(bio, certificate); });
}

std::string pem_of(EVP_PKEY* key)
{
    return pem([&](BIO* bio) { return PEM_write_bio_PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr); });
}

void extend(X509* certificate, int kind, const std::string& value)
{
    const ExtensionHandle extension{X509V3_EXT_conf_nid(nullptr, nullptr, kind, value.c_str())};
    must(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
}

Certificate unsigned_certificate(EVP_PKEY* key, const std::string& name)
{
    static std::atomic<long> serial{1};
    Certificate certificate{X509_new()};
    must(X509_set_version(certificate.get(), X509_VERSION_3) == 1);
    must(ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial++) == 1);
    must(X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -60) != nullptr);
    must(X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600) != nullptr);
    must(X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                                    reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0) == 1);
    must(X509_set_pubkey(certificate.get(), key) == 1);
    return certificate;
}

std::string public_key_sha256(X509* certificate)
{
    unsigned char* der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
    must(size > 0);
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(der, static_cast<std::size_t>(size), digest.data());
    OPENSSL_free(der);
    return fmt::format("{:02x}", fmt::join(digest, ""));
}

} // namespace

struct TestAuthority::Parts {
    Key key{EVP_EC_gen("P-256")};
    Certificate certificate{unsigned_certificate(key.get(), "test authority")};
};

TestAuthority::TestAuthority() : parts_{std::make_unique<Parts>()}
{
    auto* own = parts_->certificate.get();
    must(X509_set_issuer_name(own, X509_get_subject_name(own)) == 1);
    extend(own, NID_basic_constraints, "critical,CA:TRUE");
    extend(own, NID_key_usage, "critical,keyCertSign");
    must(X509_sign(own, parts_->key.get(), EVP_sha256()) > 0);
    certificate_pem_ = pem_of(own);
}

TestAuthority::~TestAuthority() = default;
TestAuthority::TestAuthority(TestAuthority&&) noexcept = default;

Issued TestAuthority::issue(const std::string& name) const
{
    const Key key{EVP_EC_gen("P-256")};
    const auto certificate = unsigned_certificate(key.get(), name);
    must(X509_set_issuer_name(certificate.get(), X509_get_subject_name(parts_->certificate.get())) == 1);
    extend(certificate.get(), NID_subject_alt_name, "DNS:" + name);
    must(X509_sign(certificate.get(), parts_->key.get(), EVP_sha256()) > 0);
    return {{pem_of(certificate.get()), pem_of(key.get()), certificate_pem_}, public_key_sha256(certificate.get())};
}

} // namespace verandah::test
