// SPDX-License-Identifier: Apache-2.0
// Believing one authority by its key.
#include "shared/wire/http/door_client.hpp"

#include "shared/wire/http/connection.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <openssl/sha.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <exception>
#include <span>
#include <stdexcept>
#include <utility>

namespace verandah::wire {

namespace {

constexpr std::size_t least_bytes = 10;

/// What the handshake asks, and what it found. OpenSSL holds its address: it stays where it is.
struct Belief {
    std::vector<std::byte> authority;
    bool is_foreign{false};
};

bool has_key(X509* certificate, const std::vector<std::byte>& beginning)
{
    unsigned char* der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
    if (size <= 0) {
        return false;
    }
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(der, static_cast<std::size_t>(size), digest.data());
    OPENSSL_free(der);
    return std::ranges::equal(beginning, std::as_bytes(std::span{digest}).first(beginning.size()));
}

/// In place of OpenSSL's own judgement. The leaf has to be a server's: a device's certificate, which the same authority
/// signed and somebody may have stolen, must not pass for the hub's.
int believe(X509_STORE_CTX* context, void* argument)
{
    auto& belief = *static_cast<Belief*>(argument);
    auto* leaf = X509_STORE_CTX_get0_cert(context);
    auto* chain = X509_STORE_CTX_get0_untrusted(context);
    const bool is_server = leaf != nullptr && X509_check_purpose(leaf, X509_PURPOSE_SSL_SERVER, 0) == 1;
    for (int index = 0; is_server && index < sk_X509_num(chain); ++index) {
        auto* signer = sk_X509_value(chain, index);
        if (has_key(signer, belief.authority) && X509_check_ca(signer) == 1 &&
            X509_verify(leaf, X509_get0_pubkey(signer)) == 1) {
            return 1;
        }
    }
    belief.is_foreign = true;
    X509_STORE_CTX_set_error(context, X509_V_ERR_CERT_UNTRUSTED);
    return 0;
}

boost::asio::ssl::context context_of(Belief& belief)
{
    boost::asio::ssl::context context{boost::asio::ssl::context::tls_client};
    auto* handle = context.native_handle();
    SSL_CTX_set_min_proto_version(handle, TLS1_3_VERSION);
    SSL_CTX_set_max_proto_version(handle, TLS1_3_VERSION);
    SSL_CTX_set_session_cache_mode(handle, SSL_SESS_CACHE_OFF);
    context.set_verify_mode(boost::asio::ssl::verify_peer);
    SSL_CTX_set_cert_verify_callback(handle, believe, &belief);
    return context;
}

} // namespace

struct DoorClient::Parts {
    Parts(HubAddress hub, std::vector<std::byte> authority, std::chrono::milliseconds longest)
        : belief{std::move(authority)}, tls{context_of(belief)}, connection{io, tls, std::move(hub)}, patience{longest}
    {
    }

    Belief belief;
    boost::asio::io_context io{1};
    boost::asio::ssl::context tls;
    HubConnection connection;
    std::chrono::milliseconds patience;
};

DoorClient::DoorClient(std::string host, std::uint16_t port, std::vector<std::byte> authority,
                       std::chrono::milliseconds patience)
{
    if (authority.size() < least_bytes || authority.size() > SHA256_DIGEST_LENGTH) {
        throw std::logic_error{"too few bytes to know an authority by"};
    }
    parts_ = std::make_unique<Parts>(HubAddress{std::move(host), port, {}}, std::move(authority), patience);
}

DoorClient::~DoorClient() = default;

Response DoorClient::ask(const Request& request)
{
    Response response;
    std::exception_ptr failure;
    boost::asio::co_spawn(parts_->io, parts_->connection.ask(request, parts_->patience),
                          [&](const std::exception_ptr& thrown, Response answer) {
                              failure = thrown;
                              response = std::move(answer);
                          });
    parts_->io.restart();
    parts_->io.run();
    if (failure && parts_->belief.is_foreign) {
        throw ForeignHub{"whoever answers there is not the hub that this code is from"};
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
    return response;
}

} // namespace verandah::wire
