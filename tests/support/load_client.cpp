// SPDX-License-Identifier: Apache-2.0
// epoll and OpenSSL, nothing between: one read and one write for each request, so that the hub is what is measured.
#include "tests/support/load_client.hpp"

#include "shared/wire/http/tls.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

namespace verandah::test {

namespace {

using Clock = std::chrono::steady_clock;
using Tls = std::unique_ptr<SSL, decltype(&SSL_free)>;

class Descriptor {
public:
    explicit Descriptor(int value) : value_{value}
    {
        if (value < 0) {
            throw std::runtime_error{"the system gives no more descriptors"};
        }
    }
    ~Descriptor() { ::close(value_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int value() const { return value_; }

private:
    int value_;
};

void connect_to(int socket, const wire::HubAddress& hub)
{
    const timeval patience{.tv_sec = 10, .tv_usec = 0};
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    const int now = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &now, sizeof now);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(hub.port);
    if (inet_pton(AF_INET, hub.host.c_str(), &address.sin_addr) != 1 ||
        ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        throw std::runtime_error{"nobody listens there"};
    }
}

/// What one response says about itself, and where its body lies.
struct ReadResponse {
    int status;
    std::string_view body;
};

/// The response that `bytes` begins with, once it is whole. The hub gives every answer a Content-Length.
std::optional<ReadResponse> read_response(std::string_view bytes)
{
    constexpr std::string_view length_field = "\r\nContent-Length: ";
    const auto end = bytes.find("\r\n\r\n");
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    const auto header = bytes.substr(0, end);
    ReadResponse response{};
    std::from_chars(header.data() + std::string_view{"HTTP/1.1 "}.size(), header.data() + end, response.status);
    std::size_t length = 0;
    if (const auto found = header.find(length_field); found != std::string_view::npos) {
        std::from_chars(header.data() + found + length_field.size(), header.data() + end, length);
    }
    response.body = bytes.substr(end + 4, length);
    return response.body.size() == length ? std::optional{response} : std::nullopt;
}

/// One keep-alive connection and the one request under way on it.
class Connection {
public:
    Connection(boost::asio::ssl::context& context, const wire::HubAddress& hub)
        : hub_name_{hub.name}, socket_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)},
          tls_{SSL_new(context.native_handle()), SSL_free}
    {
        connect_to(socket_.value(), hub);
        wire::expect_name(tls_.get(), hub.name);
        if (SSL_set_fd(tls_.get(), socket_.value()) != 1 || SSL_connect(tls_.get()) != 1) {
            throw std::runtime_error{"the hub and the load client do not believe each other"};
        }
        fcntl(socket_.value(), F_SETFL, O_NONBLOCK);
    }

    /// Sends what `prepare` writes. False when the connection is gone. A request is taken to fit the socket's buffer.
    [[nodiscard]] bool send(const Load& load, std::size_t number)
    {
        number_ = number;
        load.prepare(number, request_);
        text_.clear();
        auto to = std::back_inserter(text_);
        fmt::format_to(to, "{} {} HTTP/1.1\r\nHost: {}\r\n", request_.method, request_.target, hub_name_);
        if (!request_.idempotency_key.empty()) {
            fmt::format_to(to, "Idempotency-Key: {}\r\n", request_.idempotency_key);
        }
        if (request_.method != "GET") {
            fmt::format_to(to, "Content-Type: application/json\r\nContent-Length: {}\r\n", request_.body.size());
        }
        fmt::format_to(to, "\r\n{}", request_.body);
        received_.clear();
        waits_ = true;
        began_ = Clock::now();
        return SSL_write(tls_.get(), text_.data(), static_cast<int>(text_.size())) == static_cast<int>(text_.size());
    }

    enum class Heard { nothing_whole, answer, end };

    /// Reads what has come. After Heard::answer, answer() has it.
    [[nodiscard]] Heard hear()
    {
        std::array<char, 16 * 1024> piece; // NOLINT(cppcoreguidelines-pro-type-member-init): filled before it is read
        do {
            const int count = SSL_read(tls_.get(), piece.data(), static_cast<int>(piece.size()));
            if (count <= 0) {
                const bool is_waiting = SSL_get_error(tls_.get(), count) == SSL_ERROR_WANT_READ;
                return is_waiting ? Heard::nothing_whole : Heard::end;
            }
            received_.append(piece.data(), static_cast<std::size_t>(count));
            answer_ = read_response(received_);
        } while (!answer_ && SSL_pending(tls_.get()) > 0);
        waits_ = waits_ && !answer_;
        return answer_ ? Heard::answer : Heard::nothing_whole;
    }

    [[nodiscard]] const ReadResponse& answer() const { return *answer_; }
    [[nodiscard]] std::size_t number() const { return number_; }
    [[nodiscard]] bool waits() const { return waits_; } ///< For an answer.
    [[nodiscard]] Clock::time_point began() const { return began_; }
    [[nodiscard]] int descriptor() const { return socket_.value(); }

private:
    std::string hub_name_;
    Descriptor socket_;
    Tls tls_;
    wire::Request request_;
    std::string text_;     ///< Reused for every request …
    std::string received_; ///< … and every answer.
    std::optional<ReadResponse> answer_;
    std::size_t number_{0};
    bool waits_{false};
    Clock::time_point began_;
};

/// The loop: whoever is answered asks again.
class Run {
public:
    explicit Run(const Load& load) : load_{load}
    {
        contexts_.reserve(load.identities.size());
        for (const auto& identity : load.identities) {
            contexts_.push_back(wire::client_context(identity));
            SSL_CTX_set_read_ahead(contexts_.back().native_handle(), 1); // a record's head and body in one read
        }
        connections_.reserve(load.connections);
        for (std::size_t each = 0; each < load.connections; ++each) {
            connections_.push_back(std::make_unique<Connection>(contexts_[each % contexts_.size()], load.hub));
            epoll_event readable{.events = EPOLLIN, .data = {.ptr = connections_.back().get()}};
            epoll_ctl(epoll_.value(), EPOLL_CTL_ADD, connections_.back()->descriptor(), &readable);
        }
        result_.latencies.reserve(load.requests);
    }

    [[nodiscard]] LoadResult finish() &&
    {
        began_ = Clock::now();
        ended_ = began_;
        for (const auto& connection : connections_) {
            ask(*connection);
        }
        std::array<epoll_event, 64> ready{};
        while (under_way_ > 0 && Clock::now() < began_ + load_.at_most + std::chrono::seconds{10}) {
            const int count = epoll_wait(epoll_.value(), ready.data(), static_cast<int>(ready.size()), 1000);
            for (int each = 0; each < count; ++each) {
                hear(*static_cast<Connection*>(ready.at(static_cast<std::size_t>(each)).data.ptr));
            }
        }
        result_.broken += under_way_; // never answered
        result_.elapsed = ended_ - began_;
        return std::move(result_);
    }

private:
    void ask(Connection& connection)
    {
        if (asked_ >= load_.requests || ended_ >= began_ + load_.at_most) {
            return;
        }
        ++under_way_;
        if (!connection.send(load_, asked_++)) {
            lose(connection);
        }
    }

    void hear(Connection& connection)
    {
        switch (connection.hear()) {
        case Connection::Heard::nothing_whole: return;
        case Connection::Heard::end: lose(connection); return;
        case Connection::Heard::answer: break;
        }
        ended_ = Clock::now();
        --under_way_;
        result_.latencies.push_back(ended_ - connection.began());
        ++result_.statuses[connection.answer().status];
        load_.answered(connection.number(), connection.answer().status, connection.answer().body);
        ask(connection);
    }

    /// Also one that rests, because everything is asked: nobody waits for that.
    void lose(const Connection& connection)
    {
        if (connection.waits()) {
            --under_way_;
            ++result_.broken;
        }
        epoll_ctl(epoll_.value(), EPOLL_CTL_DEL, connection.descriptor(), nullptr);
    }

    const Load& load_;
    Descriptor epoll_{epoll_create1(EPOLL_CLOEXEC)};
    std::vector<boost::asio::ssl::context> contexts_;
    std::vector<std::unique_ptr<Connection>> connections_;
    std::size_t asked_{0};
    std::size_t under_way_{0};
    Clock::time_point began_;
    Clock::time_point ended_;
    LoadResult result_;
};

} // namespace

double LoadResult::per_second() const
{
    return static_cast<double>(latencies.size()) / std::chrono::duration<double>{elapsed}.count();
}

std::chrono::nanoseconds LoadResult::within(double share) const
{
    auto sorted = latencies;
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
    const auto place = std::clamp<std::size_t>(rank, 1, sorted.size()) - 1;
    const auto nth = sorted.begin() + static_cast<std::ptrdiff_t>(place);
    std::ranges::nth_element(sorted, nth);
    return *nth;
}

LoadResult put_on(const Load& load)
{
    return Run{load}.finish();
}

} // namespace verandah::test
