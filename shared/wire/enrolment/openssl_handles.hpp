// SPDX-License-Identifier: Apache-2.0
// OpenSSL's handles, owned; its faults, thrown. For .cpp files that make or judge keys and certificates, here and at
// the hub: OpenSSL's types are in no other header.
#pragma once

#include <fmt/format.h>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <array>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace verandah::wire::openssl {

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
using CertificateRequest = std::unique_ptr<X509_REQ, Free<X509_REQ_free>>;
using ExtensionHandle = std::unique_ptr<X509_EXTENSION, Free<X509_EXTENSION_free>>;

/// OpenSSL answers with 1, or a pointer, or it is broken: nothing a person gave can make these calls fail.
inline void must(bool succeeded)
{
    if (!succeeded) {
        std::array<char, 256> reason{};
        ERR_error_string_n(ERR_get_error(), reason.data(), reason.size());
        throw std::runtime_error{fmt::format("OpenSSL: {}", reason.data())};
    }
}

template <class Handle>
[[nodiscard]] Handle must_have(Handle handle)
{
    must(handle != nullptr);
    return handle;
}

/// A memory BIO that is wiped when let go.
[[nodiscard]] inline Bio secret_bio()
{
    return must_have(Bio{BIO_new(BIO_s_secmem())});
}

[[nodiscard]] inline std::string text_in(const Bio& bio)
{
    char* text = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

/// Without it OpenSSL would ask the terminal for the password of an encrypted key.
inline int no_password(char*, int, int, void*)
{
    return -1;
}

/// Reads one PEM object, or null when `text` has none that is whole. Leaves no error behind for the next caller.
template <class Handle, class Read>
[[nodiscard]] Handle read_pem(std::string_view text, Read read)
{
    const Bio bio{BIO_new_mem_buf(text.data(), static_cast<int>(text.size()))};
    Handle handle{bio ? read(bio.get(), nullptr, no_password, nullptr) : nullptr};
    ERR_clear_error();
    return handle;
}

[[nodiscard]] inline Certificate certificate_in(std::string_view text)
{
    return read_pem<Certificate>(text, PEM_read_bio_X509);
}

[[nodiscard]] inline Key private_key_in(std::string_view text)
{
    return read_pem<Key>(text, PEM_read_bio_PrivateKey);
}

} // namespace verandah::wire::openssl
