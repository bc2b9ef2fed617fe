// SPDX-License-Identifier: Apache-2.0
// One connection: handshake, admission, request after request, or the live feed.
#include "shared/wire/http/session.hpp"

#include "shared/wire/http/response_text.hpp"
#include "shared/wire/http/tls.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <fmt/format.h>
#include <string.h> // explicit_bzero is not in <cstring>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace verandah::wire {

namespace {

namespace asio = boost::asio;
using asio::as_tuple;
using asio::use_awaitable;

constexpr std::size_t piece_bytes = std::size_t{16} * 1024; ///< One TLS record.
constexpr std::chrono::seconds longest_linger{1};
constexpr std::size_t most_lingered = std::size_t{1} << 20U; ///< Bytes.

/// Takes the first `count` bytes away and overwrites them: they may have held a passphrase or a card.
void take_off(boost::beast::flat_buffer& bytes, std::size_t count)
{
    explicit_bzero(bytes.data().data(), count);
    bytes.consume(count);
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
    : surroundings_{surroundings}, stream_{std::move(socket), tls},
      // Room for a header that is not whole yet, or a body's next piece; bodies are moved on as they come.
      unread_{std::max<std::size_t>(surroundings.limits.header_bytes, 1024) + piece_bytes}, reader_{surroundings.limits}
{
}

Session::~Session()
{
    if (is_counted_) {
        surroundings_.devices.leave(actor_->device);
    }
}

void Session::begin(Doing doing, std::chrono::milliseconds at_most)
{
    doing_ = doing;
    deadline_ = std::chrono::steady_clock::now() + at_most;
}

asio::awaitable<void> Session::run()
{
    bool goes_on = co_await shake_hands();
    while (goes_on && !is_finishing_) {
        // One co_await a statement and no temporary across it: gcc 12 lays such a frame out wrongly.
        goes_on = co_await read_request();
        if (goes_on) {
            goes_on = co_await serve();
        }
    }
    close();
}

asio::awaitable<bool> Session::shake_hands()
{
    begin(Doing::shaking_hands, surroundings_.limits.handshake);
    const bool is_stranger = surroundings_.guests == Server::Guests::strangers;
    // Asked during the handshake, so that a device that is not on the list is told by TLS itself.
    if (!is_stranger) {
        when_believed(stream_, [this](const std::string& public_key_sha256) {
            key_ = public_key_sha256;
            actor_ = surroundings_.admit(key_);
            return actor_.has_value();
        });
    }
    const auto [fault] = co_await stream_.async_handshake(asio::ssl::stream_base::server, as_tuple(use_awaitable));
    if (fault) {
        surroundings_.turn_away(is_late_ ? "the handshake took too long" : fault.message());
        co_await linger();
        co_return false;
    }
    if (is_stranger) {
        actor_.emplace();
        co_return true;
    }
    is_counted_ = surroundings_.devices.enter(actor_->device);
    if (!is_counted_) {
        surroundings_.turn_away(fmt::format("{} has too many connections already", actor_->device));
        co_await refuse(503, "this device has too many connections already");
    }
    co_return is_counted_;
}

asio::awaitable<bool> Session::read_request()
{
    begin(Doing::resting, surroundings_.limits.idle); // the request's own time begins with its first byte
    reader_.begin();
    while (true) {
        if (unread_.size() > 0) {
            if (doing_ == Doing::resting) {
                begin(Doing::reading, surroundings_.limits.request);
            }
            std::string_view bytes{static_cast<const char*>(unread_.data().data()), unread_.size()};
            const auto progress = reader_.take(bytes);
            take_off(unread_, unread_.size() - bytes.size());
            if (progress == Reading::whole) {
                co_return true;
            }
            if (progress == Reading::not_taken) {
                co_await refuse(reader_.why().status, reader_.why().detail);
                co_return false;
            }
        }
        const bool goes_on = co_await read_some();
        if (!goes_on) {
            co_return false;
        }
    }
}

/// Reads whatever comes next. False when nothing more will: answered, where an answer is of use.
asio::awaitable<bool> Session::read_some()
{
    const auto room = std::min(piece_bytes, unread_.max_size() - unread_.size());
    if (room == 0) {
        co_await refuse(431, "the header is too large");
        co_return false;
    }
    const auto [fault, size] = co_await stream_.async_read_some(unread_.prepare(room), as_tuple(use_awaitable));
    if (is_late_ && doing_ == Doing::reading) {
        co_await refuse(408, "the request took too long");
    }
    if (fault || is_late_) {
        co_return false;
    }
    unread_.commit(size);
    co_return true;
}

asio::awaitable<bool> Session::serve()
{
    doing_ = Doing::answering; // its time goes on since the first byte
    is_finishing_ = is_finishing_ || !reader_.keeps_connection();
    hand_over();
    if (!arrived_ && is_open()) {
        co_await something_.wait();
    }
    exchange_.reset();
    auto arrived = std::exchange(arrived_, std::nullopt);
    if (!arrived) {
        co_await refuse(503, "the answer took too long; ask again with the same Idempotency-Key");
        co_return false;
    }
    if (arrived->stream) {
        out_ = event_stream_header();
        out_ += arrived->stream->first_frames;
        co_await stream();
        co_return false;
    }
    const bool is_sent = co_await send(arrived->response, is_finishing_ ? "close" : "keep-alive");
    forget();
    co_return is_sent && !is_finishing_;
}

/// Gives the request to the handler. One that throws has broken something: 500, and the log has the reason.
void Session::hand_over()
{
    exchange_ = std::make_shared<Exchange>(weak_from_this(), surroundings_.inbox);
    try {
        reader_.request().actor = *actor_;
        surroundings_.handler(std::move(reader_.request()), Reply{exchange_});
    } catch (const std::exception& fault) {
        surroundings_.report(fmt::format("a request failed: {}", fault.what()));
        if (!exchange_->answered.exchange(true)) {
            arrived_ = Delivery{.response = refusal(500, "the hub failed at this request")};
        }
    }
}

asio::awaitable<void> Session::stream()
{
    asio::co_spawn(
        stream_.get_executor(), [self = shared_from_this()] { return self->notice_departure(); }, asio::detached);
    while (true) {
        const bool is_written = co_await write_out();
        if (is_written && !is_finishing_ && unheard_.empty()) {
            begin(Doing::listening, surroundings_.limits.heartbeat);
            co_await something_.wait();
        }
        if (!is_written || is_finishing_ || !is_open()) {
            break;
        }
        out_ = unheard_.empty() ? ": still here\n\n" : "";
        for (const auto& frame : unheard_) {
            out_ += *frame;
        }
        unheard_.clear();
        unheard_bytes_ = 0;
    }
    feed_.reset();
}

/// A reader of the feed has nothing more to say: whatever comes, an end above all, ends it, and frees its place.
asio::awaitable<void> Session::notice_departure()
{
    const auto self = shared_from_this();
    std::array<char, 256> unexpected; // NOLINT(cppcoreguidelines-pro-type-member-init): filled and never looked at
    co_await stream_.async_read_some(asio::buffer(unexpected), as_tuple(use_awaitable));
    close();
}

asio::awaitable<bool> Session::send(const Response& response, std::string_view connection)
{
    write_response(out_, response, connection);
    return write_out();
}

/// Cards and words pass through: a connection that rests holds nothing of its last request and answer.
void Session::forget()
{
    std::ranges::fill(out_, '\0');
    if (unread_.size() == 0) { // else the next request stands there already
        unread_.clear();
        const auto all = unread_.prepare(unread_.capacity());
        std::memset(all.data(), 0, all.size());
    }
}

asio::awaitable<bool> Session::write_out()
{
    begin(Doing::writing, surroundings_.limits.request);
    const auto [fault, size] = co_await asio::async_write(stream_, asio::buffer(out_), as_tuple(use_awaitable));
    co_return !fault && is_open();
}

asio::awaitable<void> Session::refuse(int status, std::string_view detail)
{
    write_response(out_, refusal(status, detail), "close"); // before, not within co_await: gcc 12 shifts the frame
    const bool is_sent = co_await write_out();
    if (is_sent) {
        co_await linger();
    }
}

/// Whoever still sends would lose the last answer to a reset: reads on a little, briefly, without understanding.
asio::awaitable<void> Session::linger()
{
    begin(Doing::closing, longest_linger);
    auto& socket = stream_.next_layer();
    boost::system::error_code fault;
    socket.shutdown(asio::ip::tcp::socket::shutdown_send, fault);
    std::array<char, piece_bytes> unread; // NOLINT(cppcoreguidelines-pro-type-member-init): filled and never looked at
    for (std::size_t count = 0, total = 0; !fault && total < most_lingered; total += count) {
        std::tie(fault, count) = co_await socket.async_read_some(asio::buffer(unread), as_tuple(use_awaitable));
    }
}

void Session::arrive(Delivery delivery)
{
    if (doing_ != Doing::answering || delivery.exchange != exchange_) {
        return; // too late: it was told so
    }
    if (delivery.stream) {
        feed_ = std::move(delivery.stream->ticket); // from here on it hears every frame, also before its first byte
    }
    arrived_ = std::move(delivery);
    something_.give();
}

void Session::hear(Audience audience, const std::shared_ptr<const std::string>& frame)
{
    if (feed_ && feed_->audience() == audience) {
        note(frame);
    }
}

void Session::join(std::string_view device, Audience audience, const std::shared_ptr<const std::string>& frame)
{
    if (feed_ && actor_->device == device) {
        feed_ = std::make_unique<ReaderTicket>(surroundings_.inbox, audience);
        note(frame);
    }
}

void Session::note(const std::shared_ptr<const std::string>& frame)
{
    if (unheard_bytes_ + frame->size() > surroundings_.limits.feed_bytes) {
        surroundings_.report(fmt::format("{} read its feed too slowly and was dropped", actor_->device));
        close();
        return;
    }
    unheard_bytes_ += frame->size();
    unheard_.push_back(frame);
}

void Session::speak()
{
    if (doing_ == Doing::listening && !unheard_.empty()) {
        something_.give();
    }
}

void Session::look_at_clock(Time now)
{
    if (now < deadline_) {
        return;
    }
    boost::system::error_code ignored;
    switch (doing_) {
    case Doing::listening: something_.give(); break; // nothing was said for a while: it says that it is still here
    case Doing::answering:
        is_late_ = true;
        something_.give();
        break;
    case Doing::reading:
        is_late_ = true;
        stream_.next_layer().cancel(ignored);
        break;
    case Doing::shaking_hands:
        is_late_ = true;
        close();
        break;
    case Doing::resting:
    case Doing::writing:
    case Doing::closing: close(); break;
    }
}

void Session::look_whether_admitted()
{
    if (!is_counted_ || !is_open()) {
        return;
    }
    try {
        if (surroundings_.admit(key_) == actor_) {
            return;
        }
    } catch (const std::exception& fault) { // a disk that cannot be read for a moment puts nobody out
        surroundings_.report(fmt::format("who is let in cannot be looked up: {}", fault.what()));
        return;
    }
    surroundings_.turn_away(fmt::format("{} is no longer let in", actor_->device));
    close();
}

void Session::finish()
{
    is_finishing_ = true;
    if (feed_ || (doing_ != Doing::answering && doing_ != Doing::writing)) {
        close();
    }
}

void Session::close()
{
    deadline_ = Time::max();
    feed_.reset();
    boost::system::error_code ignored;
    stream_.next_layer().close(ignored);
    something_.give();
}

} // namespace verandah::wire
