// SPDX-License-Identifier: Apache-2.0
// The hub's server loop: HTTP/1.1 over TLS 1.3 with certificates on both sides, and a live feed. It knows no routes.
#pragma once

#include "shared/wire/http/audience.hpp"
#include "shared/wire/http/message.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace verandah::wire {

/// What the server loop refuses by itself (design.md §3.5), before anything of a request is acted on.
struct Limits {
    std::uint32_t header_bytes = 8 * 1024;
    std::uint64_t body_bytes = std::uint64_t{64} * 1024;
    std::chrono::milliseconds handshake = std::chrono::seconds{10};
    std::chrono::milliseconds request = std::chrono::seconds{30}; ///< From its first byte to its answer.
    std::chrono::milliseconds idle = std::chrono::seconds{120};   ///< Between two requests of a connection.
    std::size_t connections = 200;
    std::size_t connections_per_device = 8;
    std::size_t feed_bytes =
        std::size_t{256} * 1024; ///< What may wait for one reader of the feed; a slower one is dropped.
    std::chrono::milliseconds heartbeat = std::chrono::seconds{10}; ///< A comment on a quiet feed.
};

struct Exchange; // one request under way; private to the server

/// Answers one request, once, from any thread. Copies share that one answer; a second one is ignored, and an answer to
/// a connection that is gone is dropped.
class Reply {
public:
    explicit Reply(std::shared_ptr<Exchange> exchange);
    void operator()(Response response) const;
    /// Answers with a feed that begins with `first_frames` (may be empty) and goes on with everything published to
    /// `audience` after this call, in order: nothing lost, nothing twice.
    void stream(std::string first_frames, Audience audience) const;

private:
    std::shared_ptr<Exchange> exchange_;
};

/// One frame of the feed as it travels.
[[nodiscard]] std::string event_frame(std::string_view name, std::uint64_t id, std::string_view data);

class Server {
public:
    /// Who may come in, by the SHA-256 of the certificate's public key (hexadecimal). Asked at every handshake, and at
    /// least once a second about everybody who is in: whoever is no longer let in is cut off. On the server's thread:
    /// quick.
    using Admit = std::function<std::optional<Actor>(const std::string& public_key_sha256)>;
    /// Called on the server's thread for each whole request. Must not block; the reply may come later.
    using Handler = std::function<void(Request request, Reply reply)>;

    /// Who may connect at all. Strangers show no certificate, and their requests come from nobody: only for a door that
    /// is open for a few minutes and leads to one question.
    enum class Guests { devices, strangers };

    struct Options {
        std::string address = "127.0.0.1";
        std::uint16_t port = 0; ///< 0: any free one.
        TlsIdentity identity;
        Admit admit; ///< Asked of devices.
        Guests guests{Guests::devices};
        Limits limits{};
        std::function<void(const std::string&)> report = [](const std::string&) {}; ///< A line for the log; no content.
    };

    /// Binds at once. Throws std::runtime_error when the address is taken or the identity does not fit together.
    Server(Options options, Handler handler);
    ~Server(); ///< Stops.
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    void start();
    [[nodiscard]] std::uint16_t port() const;
    /// Takes no more requests, gives those under way up to five seconds, closes. From any thread but its own.
    void stop();

    /// Sends `frame` to every reader of the feed in that audience. From any thread; order is kept with Reply::stream().
    void publish(Audience audience, std::shared_ptr<const std::string> frame);
    /// Sends `frame` to every reader of the feed at `device`, who all belong to `audience` from there on. Order as
    /// above.
    void regroup(std::string device, Audience audience, std::shared_ptr<const std::string> frame);
    /// Whether anybody in that audience reads the feed, or is about to.
    [[nodiscard]] bool has_readers(Audience audience) const;

private:
    class Loop;
    std::unique_ptr<Loop> loop_;
};

} // namespace verandah::wire
