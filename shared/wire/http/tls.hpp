// SPDX-License-Identifier: Apache-2.0
// TLS as Verandah uses it: version 1.3 only, certificates on both sides, no session to resume. For
// shared/wire/http/*.cpp only.
#pragma once

#include "shared/wire/http/message.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/tcp_stream.hpp>

#include <functional>
#include <string>

namespace verandah::wire {

using TlsStream = boost::asio::ssl::stream<boost::beast::tcp_stream>;

/// A context that shows `identity` and believes only its authority. Throws std::runtime_error when its parts do not
/// fit.
[[nodiscard]] boost::asio::ssl::context server_context(const TlsIdentity& identity);
/// The same, but whoever connects is asked for no certificate; `identity` shows its authority along with its own.
[[nodiscard]] boost::asio::ssl::context open_server_context(const TlsIdentity& identity);
/// A device does not look at dates: its clock may say anything, and it knows the one key that its hub may have. What
/// dates are for, that a certificate does not count for ever, the hub holds up the other way round, by its own clock.
[[nodiscard]] boost::asio::ssl::context client_context(const TlsIdentity& identity);

/// SHA-256 of the other side's public key (SubjectPublicKeyInfo, DER), hexadecimal; empty when it showed no
/// certificate.
[[nodiscard]] std::string peer_public_key_sha256(SSL* connection);

/// Asks `admit`, by the other side's key as above, once the authority has vouched for its certificate. The handshake
/// fails unless it says yes, and the other side is told why. Before the handshake; `admit` lives as long as the stream.
void when_believed(boost::asio::ssl::stream<boost::asio::ip::tcp::socket>& stream,
                   std::function<bool(const std::string& public_key_sha256)> admit);

/// Makes the handshake fail unless the certificate is for `name`, a DNS name or an IP address.
void expect_name(SSL* connection, const std::string& name);

} // namespace verandah::wire
