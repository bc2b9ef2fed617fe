// SPDX-License-Identifier: Apache-2.0
// TLS 1.3 with certificates on both sides.
#include "shared/wire/http/tls.hpp"

#include <boost/asio/buffer.hpp>
#include <fmt/format.h>
#include <openssl/sha.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <array>
#include <memory>
#include <stdexcept>
#include <utility>

namespace verandah::wire {

namespace {

namespace ssl = boost::asio::ssl;

ssl::context context_of(const TlsIdentity& identity, ssl::context::method method)
{
    ssl::context context{method};
    auto* handle = context.native_handle();
    SSL_CTX_set_min_proto_version(handle, TLS1_3_VERSION);
    SSL_CTX_set_max_proto_version(handle, TLS1_3_VERSION);
    // A resumed session would skip the look at the certificate, and with it a revoked device would come in again.
    SSL_CTX_set_session_cache_mode(handle, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(handle, 0);
    // Given back when a connection rests, and so overwritten where freed memory is (shared/files/scrub.hpp).
    SSL_CTX_set_mode(handle, SSL_MODE_RELEASE_BUFFERS);
    try {
        context.use_certificate_chain(boost::asio::buffer(identity.certificate_pem));
        context.use_private_key(boost::asio::buffer(identity.private_key_pem), ssl::context::pem);
        context.add_certificate_authority(boost::asio::buffer(identity.authority_pem));
    } catch (const boost::system::system_error& fault) {
        throw std::runtime_error{"the certificate, its key and the authority do not fit together: " +
                                 fault.code().message()};
    }
    context.set_verify_mode(ssl::verify_peer | ssl::verify_fail_if_no_peer_cert);
    return context;
}

std::string public_key_sha256(X509* certificate)
{
    unsigned char* der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
    if (size <= 0) {
        return {};
    }
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(der, static_cast<std::size_t>(size), digest.data());
    OPENSSL_free(der);
    return fmt::format("{:02x}", fmt::join(digest, ""));
}

} // namespace

ssl::context server_context(const TlsIdentity& identity)
{
    return context_of(identity, ssl::context::tls_server);
}

ssl::context open_server_context(const TlsIdentity& identity)
{
    auto with_authority = identity;
    with_authority.certificate_pem += identity.authority_pem;
    auto context = context_of(with_authority, ssl::context::tls_server);
    context.set_verify_mode(ssl::verify_none);
    return context;
}

ssl::context client_context(const TlsIdentity& identity)
{
    auto context = context_of(identity, ssl::context::tls_client);
    X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(context.native_handle()), X509_V_FLAG_NO_CHECK_TIME);
    return context;
}

std::string peer_public_key_sha256(SSL* connection)
{
    const std::unique_ptr<X509, decltype(&X509_free)> certificate{SSL_get1_peer_certificate(connection), X509_free};
    return certificate ? public_key_sha256(certificate.get()) : std::string{};
}

void when_believed(ssl::stream<boost::asio::ip::tcp::socket>& stream,
                   std::function<bool(const std::string& public_key_sha256)> admit)
{
    // OpenSSL calls this for each certificate from the authority's down to the other side's own, at depth 0.
    stream.set_verify_callback([admit = std::move(admit)](bool is_believed, ssl::verify_context& context) {
        auto* chain = context.native_handle();
        // This very hub let the key in, so its certificate is not from the future: the hub's clock was set back.
        if (!is_believed && X509_STORE_CTX_get_error(chain) == X509_V_ERR_CERT_NOT_YET_VALID) {
            X509_STORE_CTX_set_error(chain, X509_V_OK);
            is_believed = true;
        }
        if (!is_believed || X509_STORE_CTX_get_error_depth(chain) > 0) {
            return is_believed;
        }
        bool is_admitted = false;
        try {
            is_admitted = admit(public_key_sha256(X509_STORE_CTX_get_current_cert(chain)));
        } catch (const std::exception&) { // OpenSSL, which calls this, is C: nothing may fly through it
            is_admitted = false;
        }
        if (!is_admitted) {
            X509_STORE_CTX_set_error(chain, X509_V_ERR_CERT_REVOKED); // becomes the alert "certificate revoked"
        }
        return is_admitted;
    });
}

void expect_name(SSL* connection, const std::string& name)
{
    auto* expectations = SSL_get0_param(connection);
    if (X509_VERIFY_PARAM_set1_ip_asc(expectations, name.c_str()) != 1) { // not an address: a DNS name
        X509_VERIFY_PARAM_set1_host(expectations, name.c_str(), name.size());
        // What SSL_set_tlsext_host_name() does, without its old-style cast.
        SSL_ctrl(connection, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, const_cast<char*>(name.c_str()));
    }
}

} // namespace verandah::wire
