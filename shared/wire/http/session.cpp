// SPDX-License-Identifier: Apache-2.0
// One connection: handshake, admission, request after request, or the live feed. Every wait has an end.
#include "shared/wire/http/session.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http.hpp>
#include <fmt/format.h>

#include <iterator>
#include <utility>

namespace verandah::wire {

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::as_tuple;
using asio::use_awaitable;
using Parser = http::request_parser<http::string_body>;

std::string_view reason_phrase(int status)
{
    const auto phrase = http::obsolete_reason(http::int_to_status(static_cast<unsigned>(status)));
    return {phrase.data(), phrase.size()};
}

std::string text(boost::beast::string_view view)
{
    return {view.data(), view.size()};
}

/// What to answer to a request that could not be read; no status for a connection that is simply gone.
struct Unreadable {
    int status;
    std::string_view detail;
};
std::optional<Unreadable> unreadable(const boost::system::error_code& fault)
{
    if (fault == http::error::header_limit || fault == http::error::buffer_overflow) {
        return Unreadable{431, "the header is too large"};
    }
    if (fault == http::error::body_limit) {
        return Unreadable{413, "the body is too large"};
    }
    if (fault == boost::beast::error::timeout) {
        return Unreadable{408, "the request took too long"};
    }
    if (fault.category() == make_error_code(http::error::bad_method).category() &&
        fault != http::error::end_of_stream && fault != http::error::partial_message) {
        return Unreadable{400, "this is not HTTP/1.1 as the hub takes it"};
    }
    return std::nullopt;
}

bool has_both_lengths(const Parser& parser)
{
    return parser.get().find(http::field::transfer_encoding) != parser.get().end() &&
           parser.get().find(http::field::content_length) != parser.get().end();
}

} // namespace

bool DeviceCount::enter(const std::string& device)
{
    auto& count = count_[device];
    if (count >= most_) {
        return false;
    }
    ++count;
    return true;
}

void DeviceCount::leave(const std::string& device)
{
    if (--count_[device] == 0) {
        count_.erase(device);
    }
}

Session::Session(asio::ip::tcp::socket socket, asio::ssl::context& tls, SessionSurroundings& surroundings)
    : surroundings_{surroundings}, stream_{boost::beast::tcp_stream{std::move(socket)}, tls},
      signal_{stream_.get_executor()}
{
    buffer_.max_size(surroundings.limits.header_bytes + 64 * 1024); // a body is read through it, piece by piece
}

Session::~Session()
{
    if (entered_) {
        surroundings_.devices.leave(actor_.device);
    }
}

asio::awaitable<void> Session::run()
{
    if (!co_await shake_hands()) {
        co_return;
    }
    Request request;
    while (!finishing_ && co_await read_request(request)) {
        if (!co_await serve(std::move(request))) {
            break;
        }
        request = {};
    }
    close();
}

asio::awaitable<bool> Session::shake_hands()
{
    stream_.next_layer().expires_after(surroundings_.limits.handshake);
    const auto [fault] = co_await stream_.async_handshake(asio::ssl::stream_base::server, as_tuple(use_awaitable));
    if (fault) {
        co_return false;
    }
    const auto actor = surroundings_.admit(peer_public_key_sha256(stream_.native_handle()));
    if (!actor) {
        surroundings_.report("a device that is not on the list was turned away");
        close();
        co_return false;
    }
    actor_ = *actor;
    entered_ = surroundings_.devices.enter(actor_.device);
    if (!entered_) {
        co_await refuse(503, "conflict", "this device has too many connections already");
    }
    co_return entered_;
}

asio::awaitable<bool> Session::read_request(Request& request)
{
    auto& tcp = stream_.next_layer();
    if (buffer_.size() == 0) { // rests until the first byte; only then does the request's own time begin
        tcp.expires_after(surroundings_.limits.idle);
        const auto [fault, size] = co_await stream_.async_read_some(buffer_.prepare(4096), as_tuple(use_awaitable));
        if (fault) {
            co_return false;
        }
        buffer_.commit(size);
    }
    tcp.expires_after(surroundings_.limits.request);
    Parser parser;
    parser.header_limit(surroundings_.limits.header_bytes);
    parser.body_limit(surroundings_.limits.body_bytes);
    auto [fault, size] = co_await http::async_read_header(stream_, buffer_, parser, as_tuple(use_awaitable));
    if (!fault && has_both_lengths(parser)) {
        co_await refuse(400, "invalid_input", "a request has one length, not two");
        co_return false;
    }
    if (!fault) {
        std::tie(fault, size) = co_await http::async_read(stream_, buffer_, parser, as_tuple(use_awaitable));
    }
    if (fault) {
        if (const auto answer = unreadable(fault)) {
            co_await refuse(answer->status, "invalid_input", answer->detail);
        }
        co_return false;
    }
    auto& message = parser.get();
    finishing_ = finishing_ || !message.keep_alive();
    request = {.method = text(message.method_string()),
               .target = text(message.target()),
               .idempotency_key = text(message["Idempotency-Key"]),
               .last_event_id = text(message["Last-Event-ID"]),
               .body = std::move(message.body()),
               .actor = actor_};
    co_return true;
}

asio::awaitable<bool> Session::serve(Request request)
{
    doing_ = Doing::answering;
    arrived_.reset();
    stream_.next_layer().expires_never();
    surroundings_.handler(std::move(request),
                          Reply{std::make_shared<Exchange>(weak_from_this(), surroundings_.inbox, actor_.kind)});
    if (!arrived_) {
        co_await wait_until_signalled(surroundings_.limits.request);
    }
    if (!arrived_) {
        co_await refuse(503, "conflict", "the answer took too long; ask again with the same Idempotency-Key");
        co_return false;
    }
    if (arrived_->stream) {
        co_await stream();
        co_return false;
    }
    const bool sent = co_await send(arrived_->response, finishing_ ? "close" : "keep-alive");
    doing_ = Doing::nothing;
    co_return sent && !finishing_;
}

asio::awaitable<void> Session::stream()
{
    out_ = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n";
    out_ += std::exchange(arrived_->stream->first_frames, {});
    while (co_await write_out()) {
        if (unheard_.empty() && !finishing_) {
            co_await wait_until_signalled(surroundings_.limits.heartbeat);
        }
        if (finishing_) {
            break;
        }
        out_ = unheard_.empty() ? ": still here\n\n" : "";
        for (const auto& frame : unheard_) {
            out_ += *frame;
        }
        unheard_.clear();
        unheard_bytes_ = 0;
    }
    doing_ = Doing::nothing;
    arrived_.reset(); // gives the reader's ticket back
}

asio::awaitable<bool> Session::send(const Response& response, std::string_view connection)
{
    out_.clear();
    fmt::format_to(std::back_inserter(out_),
                   "HTTP/1.1 {} {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n"
                   "Connection: {}\r\n\r\n{}",
                   response.status, reason_phrase(response.status), response.content_type, response.body.size(),
                   connection, response.body);
    return write_out();
}

asio::awaitable<bool> Session::write_out()
{
    stream_.next_layer().expires_after(surroundings_.limits.request);
    const auto [fault, size] = co_await asio::async_write(stream_, asio::buffer(out_), as_tuple(use_awaitable));
    stream_.next_layer().expires_never();
    co_return !fault;
}

asio::awaitable<void> Session::refuse(int status, std::string_view why, std::string_view detail)
{
    const Response response{status, fmt::format(R"({{"error":{{"why":"{}","detail":"{}"}}}})", why, detail)};
    if (!co_await send(response, "close")) {
        co_return;
    }
    // Whoever still sends would lose the answer to a reset: read a little of it, briefly, before closing.
    auto& tcp = stream_.next_layer();
    boost::system::error_code ignored;
    tcp.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    tcp.expires_after(std::chrono::milliseconds{500});
    std::array<char, 16 * 1024> unread; // NOLINT(cppcoreguidelines-pro-type-member-init): filled and never looked at
    for (int pieces = 0; pieces < 64; ++pieces) {
        const auto [fault, size] = co_await tcp.async_read_some(asio::buffer(unread), as_tuple(use_awaitable));
        if (fault) {
            break;
        }
    }
}

asio::awaitable<void> Session::wait_until_signalled(std::chrono::milliseconds at_most)
{
    signal_.expires_after(at_most);
    co_await signal_.async_wait(as_tuple(use_awaitable));
}

void Session::arrive(Delivery delivery)
{
    if (doing_ != Doing::answering) {
        return;
    }
    if (delivery.stream) {
        doing_ =
            Doing::streaming; // from here on it hears every frame, also those that come before it has written a byte
    }
    arrived_ = std::move(delivery);
    signal_.cancel();
}

void Session::hear(DeviceKind kind, const std::shared_ptr<const std::string>& frame)
{
    if (doing_ != Doing::streaming || kind != actor_.kind) {
        return;
    }
    unheard_bytes_ += frame->size();
    if (unheard_bytes_ > surroundings_.limits.feed_bytes) {
        surroundings_.report(
            fmt::format("{} read its feed too slowly and was dropped; it resumes by itself", actor_.device));
        doing_ = Doing::nothing;
        finishing_ = true;
        close();
        return;
    }
    unheard_.push_back(frame);
    signal_.cancel();
}

void Session::finish()
{
    finishing_ = true;
    if (doing_ != Doing::answering) {
        close();
    }
}

void Session::close()
{
    boost::system::error_code ignored;
    stream_.next_layer().socket().close(ignored);
    signal_.cancel();
}

} // namespace verandah::wire
