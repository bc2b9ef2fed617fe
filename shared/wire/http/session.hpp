// SPDX-License-Identifier: Apache-2.0
// One connection to the hub, from handshake to close. For shared/wire/http/*.cpp only.
#pragma once

#include "shared/wire/http/inbox.hpp"
#include "shared/wire/http/server.hpp"
#include "shared/wire/http/tls.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace verandah::wire {

/// How many connections each device has; enter() says whether one more is allowed.
class DeviceCount {
public:
    explicit DeviceCount(std::size_t most) : most_{most} {}
    [[nodiscard]] bool enter(const std::string& device);
    void leave(const std::string& device);

private:
    std::size_t most_;
    std::map<std::string, std::size_t> count_;
};

/// What all sessions of one server share. Outlives them.
struct SessionSurroundings {
    const Limits& limits;
    const Server::Admit& admit;
    const Server::Handler& handler;
    const std::function<void(const std::string&)>& report;
    std::shared_ptr<Inbox> inbox;
    DeviceCount& devices;
};

class Session : public std::enable_shared_from_this<Session> {
public:
    Session(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context& tls, SessionSurroundings& surroundings);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    boost::asio::awaitable<void> run();

    // On the server's thread:
    void arrive(Delivery delivery);                                              ///< The answer to its request.
    void hear(DeviceKind kind, const std::shared_ptr<const std::string>& frame); ///< A frame of the feed.
    void finish(); ///< Closes at once when it rests, after its answer when one is under way.

private:
    enum class Doing { nothing, answering, streaming };

    boost::asio::awaitable<bool> shake_hands();
    boost::asio::awaitable<bool> read_request(Request& request);
    boost::asio::awaitable<bool> serve(Request request);
    boost::asio::awaitable<void> stream();
    boost::asio::awaitable<bool> send(const Response& response, std::string_view connection);
    boost::asio::awaitable<void> refuse(int status, std::string_view why, std::string_view detail);
    boost::asio::awaitable<void> wait_until_signalled(std::chrono::milliseconds at_most);
    boost::asio::awaitable<bool> write_out();
    void close();

    SessionSurroundings& surroundings_;
    TlsStream stream_;
    boost::asio::steady_timer signal_; ///< Cancelled when an answer or a frame has come.
    boost::beast::flat_buffer buffer_;
    std::string out_; ///< Reused for every write.
    Actor actor_;
    bool entered_{false};
    bool finishing_{false};
    Doing doing_{Doing::nothing};
    std::optional<Delivery> arrived_;
    std::vector<std::shared_ptr<const std::string>> unheard_; ///< Frames not yet written.
    std::size_t unheard_bytes_{0};
};

} // namespace verandah::wire
