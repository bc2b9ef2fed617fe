// SPDX-License-Identifier: Apache-2.0
// The profile of what is signed: RFC 5280. OpenSSL stays inside this file.
#include "clinic/hub/authority/certificate_authority.hpp"

#include "clinic/hub/authority/certificate_request.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <optional>
#include <utility>
#include <vector>

namespace verandah::hub {

namespace {

using namespace wire::openssl;
using domain::Refusal;
using Why = Refusal::Why;

constexpr std::chrono::days clock_tolerance{1};
constexpr std::chrono::years authority_lifetime{20};
constexpr std::chrono::years issued_lifetime{5};

Key make_key()
{
    return must_have(Key{EVP_EC_gen("P-256")});
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
    std::optional<domain::Instant> from{}; ///< A day before now when there is none.
    std::vector<Extension> extensions; ///< Added in order: an authority's key identifier comes after the subject's own.
};

void set_serial_number(X509* certificate)
{
    constexpr int serial_bits = 159; // positive and at most 20 octets, RFC 5280 section 4.1.2.2
    const auto serial = must_have(BigNumber{BN_new()});
    must(BN_rand(serial.get(), serial_bits, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1);
    must(BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(certificate)) != nullptr);
}

void set_validity(X509* certificate, domain::Instant now, const Profile& profile)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(now);
    const auto from = std::min(std::chrono::floor<std::chrono::seconds>(profile.from.value_or(now)), seconds) -
                      (profile.from ? std::chrono::days{0} : clock_tolerance);
    must(ASN1_TIME_set(X509_getm_notBefore(certificate), std::chrono::system_clock::to_time_t(from)) != nullptr);
    must(ASN1_TIME_set(X509_getm_notAfter(certificate),
                       std::chrono::system_clock::to_time_t(seconds + profile.lifetime)) != nullptr);
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
    set_validity(certificate.get(), now, profile);
    set_subject(certificate.get(), profile);
    must(X509_set_issuer_name(certificate.get(), X509_get_subject_name(signer)) == 1);
    must(X509_set_pubkey(certificate.get(), key.get()) == 1);
    add_extensions(certificate.get(), signer, profile.extensions);
    must(X509_sign(certificate.get(), issuer == nullptr ? key.get() : issuer->key.get(), EVP_sha256()) > 0);
    return certificate;
}

/// Over `der`, which is let go of.
std::string sha256_and_free(unsigned char* der, int size)
{
    must(size > 0);
    std::array<unsigned char, 32> digest{};
    const bool hashed =
        EVP_Digest(der, static_cast<std::size_t>(size), digest.data(), nullptr, EVP_sha256(), nullptr) == 1;
    OPENSSL_free(der);
    must(hashed);
    return fmt::format("{:02x}", fmt::join(digest, ""));
}

std::string public_key_sha256_of(const Certificate& certificate)
{
    unsigned char* der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate.get()), &der);
    return sha256_and_free(der, size);
}

std::string sha256_of(EVP_PKEY* key)
{
    unsigned char* der = nullptr;
    const int size = i2d_PUBKEY(key, &der);
    return sha256_and_free(der, size);
}

/// A certificate for `key` that may do one thing on a TLS connection and sign nothing.
std::expected<GrantedCertificate, Refusal> grant(const Authority& authority, Profile profile, const Key& key,
                                                 domain::Instant now)
{
    const auto issuer = open_authority(authority);
    if (!issuer) {
        return std::unexpected{issuer.error()};
    }
    profile.extensions.insert(profile.extensions.end(), {{NID_basic_constraints, "critical,CA:FALSE"},
                                                         {NID_key_usage, "critical,digitalSignature"},
                                                         {NID_subject_key_identifier, "hash"},
                                                         {NID_authority_key_identifier, "keyid:always"}});
    const auto certificate = sign(profile, key, &*issuer, now);
    const auto until = std::chrono::floor<std::chrono::seconds>(now) + profile.lifetime;
    return GrantedCertificate{pem_of(certificate), public_key_sha256_of(certificate), until};
}

/// The same for a key made for it.
std::expected<IssuedCertificate, Refusal> issue(const Authority& authority, Profile profile, domain::Instant now)
{
    const auto key = make_key();
    auto granted = grant(authority, std::move(profile), key, now);
    if (!granted) {
        return std::unexpected{std::move(granted.error())};
    }
    return IssuedCertificate{std::move(granted->certificate), pem_of(key), std::move(granted->public_key_sha256),
                             granted->until};
}

Profile device_profile(const wire::DeviceName& name, wire::DeviceKind kind)
{
    return {.common_name = name.text(),
            .unit = std::string{wire::word_for(kind)},
            .lifetime = issued_lifetime,
            .extensions = {{NID_ext_key_usage, "clientAuth"}}};
}

Profile server_profile(std::string alternatives)
{
    return {.common_name = "Centre hub",
            .unit = {},
            .lifetime = issued_lifetime,
            .extensions = {{NID_ext_key_usage, "serverAuth"}, {NID_subject_alt_name, std::move(alternatives)}}};
}

/// In the words of x509v3_config(5), which alternative_names() writes.
std::string alternatives_in(X509* certificate)
{
    std::string value;
    using Names = std::unique_ptr<GENERAL_NAMES, Free<GENERAL_NAMES_free>>;
    const Names names{
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr))};
    for (int index = 0; names && index < sk_GENERAL_NAME_num(names.get()); ++index) {
        const auto bio = must_have(Bio{BIO_new(BIO_s_mem())});
        must(GENERAL_NAME_print(bio.get(), sk_GENERAL_NAME_value(names.get(), index)) == 1);
        auto text = text_in(bio); // "DNS:localhost", or "IP Address:127.0.0.1"
        if (const std::string_view address{"IP Address:"}; text.starts_with(address)) {
            text.replace(0, address.size(), "IP:");
        }
        value += (value.empty() ? "" : ",") + text;
    }
    return value;
}

domain::Instant instant_of(const ASN1_TIME* time)
{
    std::tm parts{};
    must(ASN1_TIME_to_tm(time, &parts) == 1);
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::from_time_t(timegm(&parts)));
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
    return issue(authority, server_profile(*alternatives), now);
}

std::expected<IssuedCertificate, Refusal> issue_device(const Authority& authority, const wire::DeviceName& name,
                                                       wire::DeviceKind kind, domain::Instant now)
{
    return issue(authority, device_profile(name, kind), now);
}

std::expected<GrantedCertificate, Refusal> grant_device(const Authority& authority, std::string_view request,
                                                        const wire::DeviceName& name, wire::DeviceKind kind,
                                                        domain::Instant now)
{
    const auto key = requested_key(request);
    return key ? grant(authority, device_profile(name, kind), *key, now) : std::unexpected{key.error()};
}

std::expected<GrantedCertificate, Refusal> renew_server(const Authority& authority, std::string_view certificate,
                                                        std::string_view private_key, domain::Instant now)
{
    const auto old = read_pem<Certificate>(certificate, PEM_read_bio_X509);
    const auto key = read_pem<Key>(private_key, PEM_read_bio_PrivateKey);
    if (!old || !key || X509_check_private_key(old.get(), key.get()) != 1) {
        ERR_clear_error();
        return domain::refuse(Why::invalid_input, "the hub's certificate and private key are damaged or no pair");
    }
    auto profile = server_profile(alternatives_in(old.get()));
    profile.from = instant_of(X509_get0_notBefore(old.get())); // so that a clock that was ahead for a day does no harm
    return grant(authority, std::move(profile), key, now);
}

std::expected<std::string, Refusal> requested_key_sha256(std::string_view request)
{
    const auto key = requested_key(request);
    return key ? std::expected<std::string, Refusal>{sha256_of(key->get())} : std::unexpected{key.error()};
}

std::expected<Validity, Refusal> validity_of(std::string_view certificate)
{
    const auto opened = read_pem<Certificate>(certificate, PEM_read_bio_X509);
    if (!opened) {
        return domain::refuse(Why::invalid_input, "no PEM certificate, or a damaged one");
    }
    return Validity{instant_of(X509_get0_notBefore(opened.get())), instant_of(X509_get0_notAfter(opened.get()))};
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
