// SPDX-License-Identifier: Apache-2.0
// A device's side of one connection.
#include "shared/wire/http/connection.hpp"

#include "shared/wire/http/feed_reader.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http.hpp>
#include <fmt/format.h>

#include <array>
#include <iterator>
#include <utility>

namespace verandah::wire {

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::as_tuple;
using asio::use_awaitable;
using tcp = asio::ip::tcp;

constexpr std::uint64_t largest_answer = std::uint64_t{16} << 20U;
constexpr std::chrono::seconds silence{25}; ///< The hub says something every 10 s; longer than this and it is gone.

/// The alert by which the hub's when_believed() turns a device away. With TLS 1.3 it comes after the handshake.
bool is_unknown_to_hub(const boost::system::error_code& fault)
{
    return fault.category() == asio::error::get_ssl_category() &&
           ERR_GET_REASON(static_cast<unsigned long>(fault.value())) == SSL_R_SSLV3_ALERT_CERTIFICATE_REVOKED;
}

} // namespace

HubConnection::HubConnection(asio::io_context& io, asio::ssl::context& tls, HubAddress hub)
    : io_{io}, tls_{tls}, hub_{std::move(hub)}
{
}

void HubConnection::close()
{
    if (stream_) {
        boost::system::error_code ignored;
        stream_->next_layer().socket().close(ignored);
        stream_.reset();
    }
    buffer_.clear();
}

bool HubConnection::interrupt()
{
    if (stream_) {
        boost::system::error_code ignored;
        stream_->next_layer().socket().close(ignored);
    }
    return is_open();
}

void HubConnection::fail(std::string_view step, const boost::system::error_code& fault)
{
    close();
    if (is_unknown_to_hub(fault)) {
        throw ConnectionFailure{"the hub does not know this device, or no longer"};
    }
    throw ConnectionFailure{fmt::format("{}: {}", step, fault.message())};
}

asio::awaitable<tcp::resolver::results_type> HubConnection::find()
{
    boost::system::error_code is_name;
    const auto address = asio::ip::make_address(hub_.host, is_name);
    if (!is_name) { // nothing to look up, and nobody to wait for
        co_return tcp::resolver::results_type::create(tcp::endpoint{address, hub_.port}, hub_.host,
                                                      std::to_string(hub_.port));
    }
    tcp::resolver resolver{io_};
    const auto [unresolved, places] =
        co_await resolver.async_resolve(hub_.host, std::to_string(hub_.port), as_tuple(use_awaitable));
    if (unresolved) {
        fail("finding the hub", unresolved);
    }
    co_return places;
}

asio::awaitable<void> HubConnection::connect(Time deadline)
{
    close();
    const auto places = co_await find();
    stream_.emplace(io_, tls_);
    auto& tcp_stream = stream_->next_layer();
    tcp_stream.expires_at(deadline);
    const auto [unreachable, place] = co_await tcp_stream.async_connect(places, as_tuple(use_awaitable));
    if (unreachable) {
        fail("reaching the hub", unreachable);
    }
    boost::system::error_code ignored;
    tcp_stream.socket().set_option(tcp::no_delay{true}, ignored);
    if (!hub_.name.empty()) {
        expect_name(stream_->native_handle(), hub_.name);
    }
    const auto [mistrusted] =
        co_await stream_->async_handshake(asio::ssl::stream_base::client, as_tuple(use_awaitable));
    if (mistrusted) {
        fail("agreeing with the hub on who is who", mistrusted);
    }
    if (!hub_.public_key_sha256.empty() && peer_public_key_sha256(stream_->native_handle()) != hub_.public_key_sha256) {
        close();
        throw ConnectionFailure{"the hub shows another key than the one this device was made for"};
    }
}

asio::awaitable<void> HubConnection::send(const Request& request, Time deadline)
{
    out_.clear();
    auto to = std::back_inserter(out_);
    fmt::format_to(to, "{} {} HTTP/1.1\r\nHost: {}\r\n", request.method, request.target,
                   hub_.name.empty() ? "hub" : hub_.name);
    if (!request.idempotency_key.empty()) {
        fmt::format_to(to, "Idempotency-Key: {}\r\n", request.idempotency_key);
    }
    if (!request.last_event_id.empty()) {
        fmt::format_to(to, "Last-Event-ID: {}\r\n", request.last_event_id);
    }
    if (request.method != "GET") {
        fmt::format_to(to, "Content-Type: application/json\r\nContent-Length: {}\r\n", request.body.size());
    }
    fmt::format_to(to, "\r\n{}", request.body);
    stream_->next_layer().expires_at(deadline);
    const auto [fault, size] = co_await asio::async_write(*stream_, asio::buffer(out_), as_tuple(use_awaitable));
    if (fault) {
        fail("sending", fault);
    }
}

asio::awaitable<Response> HubConnection::ask(Request request, std::chrono::milliseconds patience)
{
    const auto deadline = std::chrono::steady_clock::now() + patience;
    if (!is_open()) {
        co_await connect(deadline);
    }
    co_await send(request, deadline);
    http::response_parser<http::string_body> parser;
    parser.body_limit(largest_answer);
    const auto [fault, size] = co_await http::async_read(*stream_, buffer_, parser, as_tuple(use_awaitable));
    if (fault) {
        fail("waiting for the answer", fault);
    }
    const auto content_type = parser.get()[http::field::content_type];
    Response response{static_cast<int>(parser.get().result_int()), std::move(parser.get().body()),
                      std::string{content_type.data(), content_type.size()}};
    if (!parser.get().keep_alive()) {
        close();
    }
    co_return response;
}

asio::awaitable<void> HubConnection::follow(std::uint64_t last_seen, std::function<void()> opened,
                                            std::function<void(ReadFrame)> heard)
{
    const auto deadline = std::chrono::steady_clock::now() + silence;
    co_await connect(deadline);
    const Request request{.method = "GET", .target = "/v1/events", .last_event_id = std::to_string(last_seen)};
    co_await send(request, deadline);
    http::response_parser<http::empty_body> parser;
    parser.body_limit(boost::none);
    const auto [refused, size] = co_await http::async_read_header(*stream_, buffer_, parser, as_tuple(use_awaitable));
    if (refused) {
        fail("opening the feed", refused);
    }
    if (parser.get().result() != http::status::ok) {
        close();
        throw ConnectionFailure{fmt::format("the hub answered {} to the feed", parser.get().result_int())};
    }
    opened();
    FeedReader reader{std::move(heard)};
    std::array<char, std::size_t{16} * 1024> piece{};
    // What came along with the header is the first piece.
    std::string_view heard_now{static_cast<const char*>(buffer_.data().data()), buffer_.size()};
    while (reader.take(heard_now)) {
        stream_->next_layer().expires_after(silence);
        const auto [fault, count] = co_await stream_->async_read_some(asio::buffer(piece), as_tuple(use_awaitable));
        if (fault) {
            fail("following the feed", fault);
        }
        heard_now = {piece.data(), count};
    }
    close();
    throw ConnectionFailure{"the feed sent a frame that is too large"};
}

} // namespace verandah::wire
