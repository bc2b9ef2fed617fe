// SPDX-License-Identifier: Apache-2.0
// Blocking OpenSSL on a plain socket: as little as possible between a test and what it sends.
#include "tests/http/raw_connection.hpp"

#include "shared/wire/enrolment/openssl_handles.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <stdexcept>
#include <utility>

namespace verandah::test {

namespace {

int connect_to(std::uint16_t port)
{
    const int connection = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval patience{.tv_sec = 10, .tv_usec = 0};
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    const int at_once = 1;
    setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(connection, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(connection);
        throw std::runtime_error{"nobody listens"};
    }
    return connection;
}

void show(SSL_CTX* context, const wire::TlsIdentity& identity)
{
    const auto certificate = wire::openssl::certificate_in(identity.certificate_pem);
    const auto key = wire::openssl::private_key_in(identity.private_key_pem);
    SSL_CTX_use_certificate(context, certificate.get());
    SSL_CTX_use_PrivateKey(context, key.get());
}

} // namespace

struct RawConnection::Parts {
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context{SSL_CTX_new(TLS_client_method()), SSL_CTX_free};
    std::unique_ptr<SSL, decltype(&SSL_free)> tls{nullptr, SSL_free};
    int socket{-1};
    bool is_established{false};
};

RawConnection::RawConnection(std::uint16_t port, const wire::TlsIdentity& identity, Introduction introduction)
    : parts_{std::make_unique<Parts>()}
{
    std::signal(SIGPIPE, SIG_IGN); // OpenSSL writes without saying that it wants none
    auto* context = parts_->context.get();
    if (introduction.version == Introduction::Version::tls_1_2) {
        SSL_CTX_set_max_proto_version(context, TLS1_2_VERSION);
    }
    if (introduction.certificate == Introduction::Certificate::shown) {
        show(context, identity);
    }
    parts_->socket = connect_to(port);
    parts_->tls.reset(SSL_new(context));
    SSL_set_fd(parts_->tls.get(), parts_->socket);
    parts_->is_established = SSL_connect(parts_->tls.get()) == 1;
}

RawConnection::~RawConnection()
{
    if (parts_) {
        ERR_clear_error();
        parts_->tls.reset();
        ::close(parts_->socket);
    }
}

RawConnection::RawConnection(RawConnection&&) noexcept = default;

bool RawConnection::is_established() const
{
    return parts_->is_established;
}

std::size_t RawConnection::send(std::string_view text)
{
    std::size_t sent = 0;
    while (sent < text.size()) {
        ERR_clear_error();
        std::size_t count = 0;
        if (SSL_write_ex(parts_->tls.get(), text.data() + sent, text.size() - sent, &count) != 1) {
            break;
        }
        sent += count;
    }
    return sent;
}

std::string RawConnection::receive()
{
    ERR_clear_error();
    errno = 0;
    std::array<char, 16 * 1024> piece{};
    std::size_t count = 0;
    SSL_read_ex(parts_->tls.get(), piece.data(), piece.size(), &count);
    return {piece.data(), count};
}

std::optional<std::string> RawConnection::receive_until_closed()
{
    std::string all;
    for (auto piece = receive(); !piece.empty(); piece = receive()) {
        all += piece;
    }
    // Left is the reason why nothing came: a timeout is no close.
    const bool is_still_open = errno == EAGAIN || errno == EWOULDBLOCK;
    return is_still_open ? std::nullopt : std::optional{all};
}

std::string RawConnection::receive_until(std::string_view end)
{
    std::string all;
    while (all.find(end) == std::string::npos) {
        const auto piece = receive();
        if (piece.empty()) {
            break;
        }
        all += piece;
    }
    return all;
}

SilentConnection::SilentConnection(std::uint16_t port) : socket_{connect_to(port)} {}

SilentConnection::~SilentConnection()
{
    if (socket_ >= 0) {
        ::close(socket_);
    }
}

SilentConnection::SilentConnection(SilentConnection&& other) noexcept : socket_{std::exchange(other.socket_, -1)} {}

bool SilentConnection::is_closed_by_peer() const
{
    char byte = 0;
    const auto count = ::recv(socket_, &byte, 1, 0);
    return count == 0 || (count < 0 && errno == ECONNRESET);
}

} // namespace verandah::test
