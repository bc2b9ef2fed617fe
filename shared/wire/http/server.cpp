// SPDX-License-Identifier: Apache-2.0
// The server's thread: accepting, and handing on what other threads leave in the inbox.
#include "shared/wire/http/server.hpp"

#include "shared/wire/http/session.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fmt/format.h>

#include <set>
#include <stdexcept>
#include <thread>

namespace verandah::wire {

namespace asio = boost::asio;
using asio::as_tuple;
using asio::use_awaitable;
using tcp = asio::ip::tcp;

namespace {

constexpr std::chrono::seconds longest_farewell{5};

} // namespace

std::string event_frame(std::string_view name, std::uint64_t id, std::string_view data)
{
    return fmt::format("event: {}\nid: {}\ndata: {}\n\n", name, id, data);
}

Reply::Reply(std::shared_ptr<Exchange> exchange) : exchange_{std::move(exchange)} {}

void Reply::operator()(Response response) const
{
    if (!exchange_->answered.exchange(true)) {
        exchange_->inbox->leave({.exchange = exchange_, .response = std::move(response)});
    }
}

void Reply::stream(std::string first_frames) const
{
    if (!exchange_->answered.exchange(true)) {
        auto ticket = std::make_unique<ReaderTicket>(exchange_->inbox, exchange_->kind);
        exchange_->inbox->leave(
            {.exchange = exchange_, .stream = GrantedStream{std::move(first_frames), std::move(ticket)}});
    }
}

/// Everything behind a Server: one io thread and its sessions.
class Server::Loop {
public:
    Loop(Options options, Handler handler);
    ~Loop();
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    void start();
    void stop();
    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] Inbox& inbox() { return *inbox_; }

private:
    void listen();
    asio::awaitable<void> accept();
    asio::awaitable<void> wind_down();
    void deliver();

    Options options_;
    Handler handler_;
    DeviceCount devices_;
    std::vector<Delivery> deliveries_;
    asio::io_context io_{1}; // after everything its coroutines refer to, so that it goes first
    std::shared_ptr<Inbox> inbox_;
    SessionSurroundings surroundings_;
    asio::ssl::context tls_;
    tcp::acceptor acceptor_{io_};
    std::uint16_t port_{0};
    std::set<std::shared_ptr<Session>> sessions_;
    std::thread thread_;
};

Server::Loop::Loop(Options options, Handler handler)
    : options_{std::move(options)}, handler_{std::move(handler)}, devices_{options_.limits.connections_per_device},
      inbox_{std::make_shared<Inbox>([this] { asio::post(io_, [this] { deliver(); }); })},
      surroundings_{options_.limits, options_.admit, handler_, options_.report, inbox_, devices_},
      tls_{server_context(options_.identity)}
{
    listen();
}

Server::Loop::~Loop()
{
    stop();
    inbox_->close();
}

void Server::Loop::listen()
{
    try {
        const tcp::endpoint where{asio::ip::make_address(options_.address), options_.port};
        acceptor_.open(where.protocol());
        acceptor_.set_option(tcp::acceptor::reuse_address{true});
        acceptor_.bind(where);
        acceptor_.listen();
        port_ = acceptor_.local_endpoint().port();
    } catch (const boost::system::system_error& fault) {
        throw std::runtime_error{
            fmt::format("cannot listen on {}:{}: {}", options_.address, options_.port, fault.code().message())};
    }
}

void Server::Loop::start()
{
    asio::co_spawn(io_, accept(), asio::detached);
    thread_ = std::thread{[this] { io_.run(); }};
}

asio::awaitable<void> Server::Loop::accept()
{
    while (acceptor_.is_open()) {
        tcp::socket socket{io_};
        auto [fault] = co_await acceptor_.async_accept(socket, as_tuple(use_awaitable));
        if (fault) {
            if (fault != asio::error::operation_aborted) { // out of file descriptors: let some go first
                asio::steady_timer pause{io_, std::chrono::milliseconds{50}};
                co_await pause.async_wait(as_tuple(use_awaitable));
            }
            continue;
        }
        if (sessions_.size() >= options_.limits.connections) {
            continue; // closed without a word; one more is let in as soon as another leaves
        }
        socket.set_option(tcp::no_delay{true}, fault);
        const auto session = std::make_shared<Session>(std::move(socket), tls_, surroundings_);
        sessions_.insert(session);
        asio::co_spawn(io_, session->run(), [this, session](const std::exception_ptr& failure) {
            if (failure) {
                options_.report("a connection failed unexpectedly");
            }
            sessions_.erase(session);
        });
    }
}

void Server::Loop::deliver()
{
    inbox_->fetch(deliveries_);
    for (auto& delivery : deliveries_) {
        if (delivery.frame) {
            for (const auto& session : sessions_) {
                session->hear(delivery.kind, delivery.frame);
            }
        } else if (const auto session = delivery.exchange->session.lock()) {
            session->arrive(std::move(delivery));
        }
    }
    deliveries_.clear();
}

void Server::Loop::stop()
{
    if (thread_.joinable()) {
        asio::co_spawn(io_, wind_down(), asio::detached);
        thread_.join();
    }
}

asio::awaitable<void> Server::Loop::wind_down()
{
    boost::system::error_code ignored;
    acceptor_.close(ignored);
    for (const auto& session : sessions_) {
        session->finish();
    }
    const auto end = std::chrono::steady_clock::now() + longest_farewell;
    while (!sessions_.empty() && std::chrono::steady_clock::now() < end) {
        asio::steady_timer pause{io_, std::chrono::milliseconds{10}};
        co_await pause.async_wait(as_tuple(use_awaitable));
    }
    io_.stop();
}

Server::Server(Options options, Handler handler) : loop_{std::make_unique<Loop>(std::move(options), std::move(handler))}
{
}

Server::~Server() = default;

void Server::start()
{
    loop_->start();
}

std::uint16_t Server::port() const
{
    return loop_->port();
}

void Server::stop()
{
    loop_->stop();
}

void Server::publish(DeviceKind kind, std::shared_ptr<const std::string> frame)
{
    loop_->inbox().leave({.frame = std::move(frame), .kind = kind});
}

bool Server::has_readers(DeviceKind kind) const
{
    return loop_->inbox().readers(kind) > 0;
}

} // namespace verandah::wire
