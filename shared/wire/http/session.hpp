// SPDX-License-Identifier: Apache-2.0
// One connection to the hub, from handshake to close. For shared/wire/http/*.cpp only.
#pragma once

#include "shared/wire/http/inbox.hpp"
#include "shared/wire/http/request_reader.hpp"
#include "shared/wire/http/server.hpp"
#include "shared/wire/http/signal.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <chrono>
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
    Server::Guests guests;
    const Server::Admit& admit;
    const Server::Handler& handler;
    const std::function<void(const std::string&)>& report;
    std::function<void(std::string why)> turn_away; ///< Counts a connection that was not let in.
    std::shared_ptr<Inbox> inbox;
    DeviceCount& devices;
};

/// Every wait has an end: the session says until when it may take, and the server's clock, which looks at all sessions
/// a few times within the shortest limit, ends what took longer. One timer serves all connections.
class Session : public std::enable_shared_from_this<Session> {
public:
    using Time = std::chrono::steady_clock::time_point;

    Session(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context& tls, SessionSurroundings& surroundings);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    boost::asio::awaitable<void> run();

    // On the server's thread:
    void arrive(Delivery delivery);                                                ///< The answer to its request.
    void hear(Audience audience, const std::shared_ptr<const std::string>& frame); ///< A frame of the feed …
    /// … or one after which whoever reads at `device` hears what is for another audience …
    void join(std::string_view device, Audience audience, const std::shared_ptr<const std::string>& frame);
    void speak(); ///< … and now send what was heard.
    void look_at_clock(Time now);
    void look_whether_admitted(); ///< Closes when its device is no longer let in, or under another name.
    void finish();                ///< Closes at once when it rests, after its answer when one is under way.
    void close();
    [[nodiscard]] bool is_let_in() const { return is_counted_; }

private:
    enum class Doing { shaking_hands, resting, reading, answering, writing, listening, closing };

    void begin(Doing doing, std::chrono::milliseconds at_most);
    boost::asio::awaitable<bool> shake_hands();
    boost::asio::awaitable<bool> read_request();
    boost::asio::awaitable<bool> read_some();
    boost::asio::awaitable<bool> serve();
    void hand_over();
    boost::asio::awaitable<void> stream();
    void note(const std::shared_ptr<const std::string>& frame);
    boost::asio::awaitable<void> notice_departure();
    boost::asio::awaitable<bool> send(const Response& response, std::string_view connection);
    boost::asio::awaitable<void> refuse(int status, std::string_view detail);
    boost::asio::awaitable<bool> write_out();
    void forget();
    boost::asio::awaitable<void> linger();
    [[nodiscard]] bool is_open() const { return stream_.next_layer().is_open(); }

    SessionSurroundings& surroundings_;
    boost::asio::ssl::stream<boost::asio::ip::tcp::socket> stream_;
    Doing doing_{Doing::shaking_hands};
    Time deadline_{Time::max()}; ///< Of what it is doing.
    bool is_late_{false};        ///< What it was doing took too long.
    bool is_finishing_{false};   ///< No further request.
    std::string key_;            ///< SHA-256 of its certificate's public key, once shown.
    std::optional<Actor> actor_; ///< Once admitted.
    bool is_counted_{false};     ///< Among its device's connections. A stranger never is, and makes room for the next.

    boost::beast::flat_buffer unread_;
    RequestReader reader_;
    std::string out_;  ///< Reused for every write.
    Signal something_; ///< An answer, a frame, or the end has come.
    std::shared_ptr<Exchange> exchange_;
    std::optional<Delivery> arrived_;

    std::unique_ptr<ReaderTicket> feed_; ///< Held while it follows the feed.
    std::vector<std::shared_ptr<const std::string>> unheard_;
    std::size_t unheard_bytes_{0};
};

} // namespace verandah::wire
