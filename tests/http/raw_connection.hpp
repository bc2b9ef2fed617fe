// SPDX-License-Identifier: Apache-2.0
// A TLS connection on which a test can say anything, also what no decent client would.
#pragma once

#include "shared/wire/http/message.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace verandah::test {

/// How a test presents itself.
struct Introduction {
    enum class Certificate { shown, withheld };
    enum class Version { tls_1_2, tls_1_3 };
    Certificate certificate{Certificate::shown};
    Version version{Version::tls_1_3};
    bool operator==(const Introduction&) const = default;
};

/// Blocks; gives up after ten seconds. Believes any server.
class RawConnection {
public:
    /// Connects to 127.0.0.1 and shakes hands. With TLS 1.3 the handshake can succeed here and be refused there.
    RawConnection(std::uint16_t port, const wire::TlsIdentity& identity, Introduction introduction = {});
    ~RawConnection();
    RawConnection(RawConnection&&) noexcept;

    [[nodiscard]] bool is_established() const;
    /// Returns how many bytes the other side's system took: fewer than all when it hung up.
    std::size_t send(std::string_view text);
    /// What comes next, or empty when the other side is gone.
    [[nodiscard]] std::string receive();
    /// Everything until the other side closes; nullopt when it does not.
    [[nodiscard]] std::optional<std::string> receive_until_closed();
    /// Everything until `end` was seen.
    [[nodiscard]] std::string receive_until(std::string_view end);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// A TCP connection to 127.0.0.1 on which nothing is said. Closed with the object.
class SilentConnection {
public:
    explicit SilentConnection(std::uint16_t port);
    ~SilentConnection();
    SilentConnection(SilentConnection&& other) noexcept;
    [[nodiscard]] bool is_closed_by_peer() const; ///< Waits up to ten seconds for it.

private:
    int socket_;
};

} // namespace verandah::test
