// SPDX-License-Identifier: Apache-2.0
// A device's side of one connection: connecting, proving who is who, asking, and reading the feed. For
// shared/wire/http/*.cpp.
#pragma once

#include "shared/wire/http/client.hpp"
#include "shared/wire/http/tls.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace verandah::wire {

/// One frame of the feed, read.
struct ReadFrame {
    std::uint64_t id{0};
    std::string name;
    std::string data;
};

class HubConnection {
public:
    HubConnection(boost::asio::io_context& io, boost::asio::ssl::context& tls, HubAddress hub);

    /// Connects when there is no connection, sends, and reads the answer, all within `patience`. Throws
    /// ConnectionFailure; the connection is closed then.
    boost::asio::awaitable<Response> ask(Request request, std::chrono::milliseconds patience);

    /// Follows the feed from `last_seen` on until it breaks, then throws ConnectionFailure. `opened` is called when the
    /// hub has granted it, `heard` for each frame.
    boost::asio::awaitable<void> follow(std::uint64_t last_seen, std::function<void()> opened,
                                        std::function<void(ReadFrame)> heard);

    [[nodiscard]] bool is_open() const { return stream_.has_value(); }
    void close(); ///< While nothing is under way on it.
    /// Whatever is under way fails at its next step. Whether there was a connection.
    bool interrupt();

private:
    using Time = std::chrono::steady_clock::time_point;

    boost::asio::awaitable<boost::asio::ip::tcp::resolver::results_type> find();
    boost::asio::awaitable<void> connect(Time deadline);
    boost::asio::awaitable<void> send(const Request& request, Time deadline);
    [[noreturn]] void fail(std::string_view step, const boost::system::error_code& fault);

    boost::asio::io_context& io_;
    boost::asio::ssl::context& tls_;
    HubAddress hub_;
    std::optional<TlsStream> stream_;
    boost::beast::flat_buffer buffer_;
    std::string out_;
};

} // namespace verandah::wire
