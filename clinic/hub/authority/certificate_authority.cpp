// SPDX-License-Identifier: Apache-2.0
// The profile of what is signed: RFC 5280. OpenSSL stays inside this file.
#include "clinic/hub/authority/certificate_authority.hpp"

#include <fmt/format.h>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <vector>

namespace verandah::hub {

namespace {

using domain::Refusal;
using Why = Refusal::Why;

constexpr std::chrono::days clock_tolerance{1};
constexpr std::chrono::years authority_lifetime{20};
constexpr std::chrono::years issued_lifetime{5};

template <auto free_function>
struct Free {
    template <class Handle>
    void operator()(Handle* handle) const noexcept
    {
        free_function(handle);
    }
};
using Bio = std::unique_ptr<BIO, Free<BIO_free>>;
using BigNumber = std::unique_ptr<BIGNUM, Free<BN_free>>;
using Octets = std::unique_ptr<ASN1_OCTET_STRING, Free<ASN1_OCTET_STRING_free>>;
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using ExtensionHandle = std::unique_ptr<X509_EXTENSION, Free<X509_EXTENSION_free>>;

/// OpenSSL answers with 1, or a pointer, or it is broken: nothing a person gave can make these calls fail.
void must(bool succeeded)
{
    if (!succeeded) {
        std::array<char, 256> reason{};
        ERR_error_string_n(ERR_get_error(), reason.data(), reason.size());
        throw std::runtime_error{fmt::format("OpenSSL: {}", reason.data())};
    }
}

template <class Handle>
Handle must_have(Handle handle)
{
    must(handle != nullptr);
    return handle;
}

Key make_key()
{
    return must_have(Key{EVP_EC_gen("P-256")});
}

/// A memory BIO that is wiped when let go.
Bio secret_bio()
{
    return must_have(Bio{BIO_new(BIO_s_secmem())});
}

std::string text_in(const Bio& bio)
{
    char* text = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

std::string pem_of(const Certificate& certificate)
{
    const auto bio = secret_bio();
    must(PEM_write_bio_X509(bio.get(), certificate.get()) == 1);
    return text_in(bio);
}

std::string pem_of(const Key& key)
{
    const auto bio = secret_bio();
    must(PEM_write_bio_PKCS8PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1);
    return text_in(bio);
}

/// Without it OpenSSL would ask the terminal for the password of an encrypted key.
int no_password(char*, int, int, void*)
{
    return -1;
}

/// Reads one PEM object, or null when `text` has none that is whole. Leaves no error behind for the next caller.
template <class Handle, class Read>
Handle read_pem(std::string_view text, Read read)
{
    const auto bio = must_have(Bio{BIO_new_mem_buf(text.data(), static_cast<int>(text.size()))});
    Handle handle{read(bio.get(), nullptr, no_password, nullptr)};
    ERR_clear_error();
    return handle;
}

struct Issuer {
    Certificate certificate;
    Key key;
};

std::expected<Issuer, Refusal> open_authority(const Authority& authority)
{
    Issuer issuer{read_pem<Certificate>(authority.certificate, PEM_read_bio_X509),
                  read_pem<Key>(authority.private_key, PEM_read_bio_PrivateKey)};
    if (!issuer.certificate) {
        return domain::refuse(Why::invalid_input, "the authority's certificate is damaged: no PEM certificate in it");
    }
    if (!issuer.key) {
        return domain::refuse(Why::invalid_input, "the authority's private key is damaged: no plain PEM key in it");
    }
    const bool is_pair = X509_check_private_key(issuer.certificate.get(), issuer.key.get()) == 1;
    const bool is_authority = X509_check_ca(issuer.certificate.get()) == 1;
    ERR_clear_error();
    if (!is_pair || !is_authority) {
        return domain::refuse(Why::invalid_input, is_pair ? "the authority's certificate is no authority's"
                                                          : "the authority's certificate and private key are no pair");
    }
    return issuer;
}

struct Extension {
    int kind;          ///< An OpenSSL NID.
    std::string value; ///< In the words of x509v3_config(5).
};

/// What a certificate is to say, besides its key, its serial number and its issuer.
struct Profile {
    std::string common_name;
    std::string unit; ///< Left out when empty.
    std::chrono::years lifetime;
    std::vector<Extension> extensions; ///< Added in order: an authority's key identifier comes after the subject's own.
};

void set_serial_number(X509* certificate)
{
    constexpr int serial_bits = 159; // positive and at most 20 octets, RFC 5280 section 4.1.2.2
    const auto serial = must_have(BigNumber{BN_new()});
    must(BN_rand(serial.get(), serial_bits, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1);
    must(BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(certificate)) != nullptr);
}

void set_validity(X509* certificate, domain::Instant now, std::chrono::years lifetime)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(now);
    must(ASN1_TIME_set(X509_getm_notBefore(certificate),
                       std::chrono::system_clock::to_time_t(seconds - clock_tolerance)) != nullptr);
    must(ASN1_TIME_set(X509_getm_notAfter(certificate), std::chrono::system_clock::to_time_t(seconds + lifetime)) !=
         nullptr);
}

void add_name_part(X509_NAME* name, const char* part, const std::string& text)
{
    must(X509_NAME_add_entry_by_txt(name, part, MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(text.data()),
                                    static_cast<int>(text.size()), -1, 0) == 1);
}

void set_subject(X509* certificate, const Profile& profile)
{
    auto* name = X509_get_subject_name(certificate);
    if (!profile.unit.empty()) {
        add_name_part(name, "OU", profile.unit);
    }
    add_name_part(name, "CN", profile.common_name);
}

void add_extensions(X509* certificate, X509* issuer, const std::vector<Extension>& extensions)
{
    X509V3_CTX context{};
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    for (const auto& [kind, value] : extensions) {
        const auto extension = must_have(ExtensionHandle{X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str())});
        must(X509_add_ext(certificate, extension.get(), -1) == 1);
    }
}

/// A certificate for `key` signed by `issuer`, or by `key` itself when there is none.
Certificate sign(const Profile& profile, const Key& key, const Issuer* issuer, domain::Instant now)
{
    auto certificate = must_have(Certificate{X509_new()});
    auto* signer = issuer == nullptr ? certificate.get() : issuer->certificate.get();
    must(X509_set_version(certificate.get(), X509_VERSION_3) == 1);
    set_serial_number(certificate.get());
    set_validity(certificate.get(), now, profile.lifetime);
    set_subject(certificate.get(), profile);
    must(X509_set_issuer_name(certificate.get(), X509_get_subject_name(signer)) == 1);
    must(X509_set_pubkey(certificate.get(), key.get()) == 1);
    add_extensions(certificate.get(), signer, profile.extensions);
    must(X509_sign(certificate.get(), issuer == nullptr ? key.get() : issuer->key.get(), EVP_sha256()) > 0);
    return certificate;
}

std::string public_key_sha256_of(const Certificate& certificate)
{
    unsigned char* der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate.get()), &der);
    must(size > 0);
    std::array<unsigned char, 32> digest{};
    const bool hashed =
        EVP_Digest(der, static_cast<std::size_t>(size), digest.data(), nullptr, EVP_sha256(), nullptr) == 1;
    OPENSSL_free(der);
    must(hashed);
    return fmt::format("{:02x}", fmt::join(digest, ""));
}

/// A certificate that may do one thing on a TLS connection and sign nothing.
std::expected<IssuedCertificate, Refusal> issue(const Authority& authority, Profile profile, domain::Instant now)
{
    const auto issuer = open_authority(authority);
    if (!issuer) {
        return std::unexpected{issuer.error()};
    }
    profile.extensions.insert(profile.extensions.end(), {{NID_basic_constraints, "critical,CA:FALSE"},
                                                         {NID_key_usage, "critical,digitalSignature"},
                                                         {NID_subject_key_identifier, "hash"},
                                                         {NID_authority_key_identifier, "keyid:always"}});
    const auto key = make_key();
    const auto certificate = sign(profile, key, &*issuer, now);
    return IssuedCertificate{pem_of(certificate), pem_of(key), public_key_sha256_of(certificate)};
}

/// RFC 1123 section 2.1, lower and upper case; no wildcard.
bool is_dns_name(std::string_view name)
{
    constexpr std::size_t longest_name = 253;
    constexpr std::size_t longest_label = 63;
    std::size_t label = 0;
    char before = '.';
    for (const char character : name) {
        const bool is_letter_or_digit = (character >= 'a' && character <= 'z') ||
                                        (character >= 'A' && character <= 'Z') ||
                                        (character >= '0' && character <= '9');
        const bool may_stand = is_letter_or_digit || (character == '-' && before != '.') ||
                               (character == '.' && before != '.' && before != '-');
        label = character == '.' ? 0 : label + 1;
        if (!may_stand || label > longest_label) {
            return false;
        }
        before = character;
    }
    return name.size() <= longest_name && before != '.' && before != '-';
}

bool is_ip_address(const std::string& name)
{
    const Octets octets{a2i_IPADDRESS(name.c_str())};
    ERR_clear_error();
    return octets != nullptr;
}

/// A subjectAltName in the words of x509v3_config(5). Names are checked, so that none can smuggle in another.
std::expected<std::string, Refusal> alternative_names(std::span<const std::string> names)
{
    if (names.empty()) {
        return domain::refuse(Why::invalid_input, "a server certificate needs a name or an address");
    }
    std::string value;
    for (const auto& name : names) {
        const bool is_address = is_ip_address(name);
        if (!is_address && !is_dns_name(name)) {
            return domain::refuse(Why::invalid_input, fmt::format("'{}' is no DNS name and no IP address", name));
        }
        value += fmt::format("{}{}:{}", value.empty() ? "" : ",", is_address ? "IP" : "DNS", name);
    }
    return value;
}

} // namespace

Authority make_authority(domain::Instant now)
{
    const Profile profile{.common_name = "Centre authority",
                          .unit = {},
                          .lifetime = authority_lifetime,
                          .extensions = {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
                                         {NID_key_usage, "critical,keyCertSign,cRLSign"},
                                         {NID_subject_key_identifier, "hash"},
                                         {NID_authority_key_identifier, "keyid:always"}}};
    const auto key = make_key();
    return {pem_of(sign(profile, key, nullptr, now)), pem_of(key)};
}

std::expected<IssuedCertificate, Refusal> issue_server(const Authority& authority, std::span<const std::string> names,
                                                       domain::Instant now)
{
    const auto alternatives = alternative_names(names);
    if (!alternatives) {
        return std::unexpected{alternatives.error()};
    }
    return issue(authority,
                 Profile{.common_name = "Centre hub",
                         .unit = {},
                         .lifetime = issued_lifetime,
                         .extensions = {{NID_ext_key_usage, "serverAuth"}, {NID_subject_alt_name, *alternatives}}},
                 now);
}

std::expected<IssuedCertificate, Refusal> issue_device(const Authority& authority, const wire::DeviceName& name,
                                                       wire::DeviceKind kind, domain::Instant now)
{
    return issue(authority,
                 Profile{.common_name = name.text(),
                         .unit = std::string{wire::word_for(kind)},
                         .lifetime = issued_lifetime,
                         .extensions = {{NID_ext_key_usage, "clientAuth"}}},
                 now);
}

std::expected<std::string, Refusal> public_key_sha256(std::string_view certificate)
{
    const auto opened = read_pem<Certificate>(certificate, PEM_read_bio_X509);
    if (!opened) {
        return domain::refuse(Why::invalid_input, "no PEM certificate, or a damaged one");
    }
    return public_key_sha256_of(opened);
}

} // namespace verandah::hub
