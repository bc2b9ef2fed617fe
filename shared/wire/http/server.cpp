// SPDX-License-Identifier: Apache-2.0
// The server's thread: accepting, and handing on what other threads leave in the inbox.
#include "shared/wire/http/server.hpp"

#include "shared/wire/http/session.hpp"
#include "shared/wire/http/tls.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <ranges>
#include <stdexcept>
#include <thread>
#include <utility>

namespace verandah::wire {

namespace asio = boost::asio;
using asio::as_tuple;
using asio::use_awaitable;
using tcp = asio::ip::tcp;

namespace {

constexpr std::chrono::seconds longest_farewell{5};
constexpr std::chrono::seconds between_complaints{60};

/// How often to look at the clock: a few times within the shortest limit, at least once a second.
std::chrono::milliseconds tick_for(const Limits& limits)
{
    const auto shortest = std::min({limits.handshake, limits.request, limits.idle, limits.heartbeat});
    return std::clamp(shortest / 8, std::chrono::milliseconds{5}, std::chrono::milliseconds{1'000});
}

/// Whoever is turned away may come again at once: counted, and reported now and then, so that nobody fills the log.
class TurnedAway {
public:
    void note(std::string why)
    {
        ++count_;
        why_ = std::move(why);
    }
    [[nodiscard]] std::optional<std::string> due(Session::Time now)
    {
        if (count_ == 0 || now < next_) {
            return std::nullopt;
        }
        next_ = now + between_complaints;
        return fmt::format("connections not let in: {}; the last one because: {}", std::exchange(count_, 0), why_);
    }

private:
    std::size_t count_{0};
    std::string why_;
    Session::Time next_{};
};

} // namespace

std::string event_frame(std::string_view name, std::uint64_t id, std::string_view data)
{
    auto frame = fmt::format("event: {}\nid: {}\n", name, id);
    for (const auto line : std::views::split(data, '\n')) {
        frame.append("data: ").append(line.begin(), line.end()).append("\n");
    }
    return frame += '\n';
}

Reply::Reply(std::shared_ptr<Exchange> exchange) : exchange_{std::move(exchange)} {}

void Reply::operator()(Response response) const
{
    if (!exchange_->answered.exchange(true)) {
        exchange_->inbox->leave({.exchange = exchange_, .response = std::move(response)});
    }
}

void Reply::stream(std::string first_frames, Audience audience) const
{
    if (!exchange_->answered.exchange(true)) {
        auto ticket = std::make_unique<ReaderTicket>(exchange_->inbox, audience);
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
    [[nodiscard]] const std::shared_ptr<Inbox>& shared_inbox() const { return inbox_; }

private:
    void listen();
    asio::awaitable<void> accept();
    void admit(tcp::socket socket);
    [[nodiscard]] bool make_room();
    asio::awaitable<void> watch_the_clock();
    void wind_down();
    void deliver();

    Options options_;
    Handler handler_;
    DeviceCount devices_;
    TurnedAway turned_away_;
    std::vector<Delivery> deliveries_;
    std::shared_ptr<Inbox> inbox_;
    SessionSurroundings surroundings_;
    asio::ssl::context tls_;
    asio::io_context io_{1}; // after everything its coroutines refer to, so that it goes before
    tcp::acceptor acceptor_{io_};
    asio::steady_timer clock_{io_};
    Session::Time farewell_{Session::Time::max()}; ///< When those still under way are cut off.
    std::uint16_t port_{0};
    std::map<std::uint64_t, std::shared_ptr<Session>> sessions_; ///< In order of arrival.
    std::uint64_t arrived_{0};
    std::mutex stopping_;
    std::thread thread_;
};

Server::Loop::Loop(Options options, Handler handler)
    : options_{std::move(options)}, handler_{std::move(handler)}, devices_{options_.limits.connections_per_device},
      inbox_{std::make_shared<Inbox>([this] { asio::post(io_, [this] { deliver(); }); })},
      surroundings_{options_.limits, options_.guests, options_.admit,
                    handler_,        options_.report, [this](std::string why) { turned_away_.note(std::move(why)); },
                    inbox_,          devices_},
      tls_{options_.guests == Guests::devices ? server_context(options_.identity)
                                              : open_server_context(options_.identity)}
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
    asio::co_spawn(io_, watch_the_clock(), asio::detached);
    thread_ = std::thread{[this] { io_.run(); }};
}

asio::awaitable<void> Server::Loop::accept()
{
    while (acceptor_.is_open()) {
        tcp::socket socket{io_};
        const auto [fault] = co_await acceptor_.async_accept(socket, as_tuple(use_awaitable));
        if (!fault) {
            admit(std::move(socket));
        } else if (fault != asio::error::operation_aborted) { // out of file descriptors: let some go first
            asio::steady_timer pause{io_, std::chrono::milliseconds{50}};
            co_await pause.async_wait(as_tuple(use_awaitable));
        }
    }
}

void Server::Loop::admit(tcp::socket socket)
{
    if (sessions_.size() >= options_.limits.connections && !make_room()) {
        turned_away_.note("all places are taken");
        return; // closed without a word; one more is let in as soon as another leaves
    }
    boost::system::error_code ignored;
    socket.set_option(tcp::no_delay{true}, ignored);
    const auto session = std::make_shared<Session>(std::move(socket), tls_, surroundings_);
    const auto number = ++arrived_;
    sessions_.emplace(number, session);
    asio::co_spawn(io_, session->run(), [this, session, number](const std::exception_ptr& failure) {
        if (failure) {
            options_.report("a connection failed unexpectedly");
        }
        session->close();
        asio::post(io_, [this, number] { // not at once: somebody may be walking through them
            sessions_.erase(number);
            if (!acceptor_.is_open() && sessions_.empty()) {
                clock_.cancel();
            }
        });
    });
}

/// Whoever has proved nothing yet makes room, the oldest first: strangers cannot keep devices out by holding places.
bool Server::Loop::make_room()
{
    const auto oldest = std::ranges::find_if(sessions_, [](const auto& each) { return !each.second->is_let_in(); });
    if (oldest == sessions_.end()) {
        return false;
    }
    oldest->second->close();
    return true;
}

/// Ends what takes too long. It ends itself when the server has stopped and nobody is left.
asio::awaitable<void> Server::Loop::watch_the_clock()
{
    const auto tick = tick_for(options_.limits);
    while (acceptor_.is_open() || !sessions_.empty()) {
        clock_.expires_after(tick);
        co_await clock_.async_wait(as_tuple(use_awaitable));
        const auto now = std::chrono::steady_clock::now();
        for (const auto& [number, session] : sessions_) {
            now < farewell_ ? session->look_at_clock(now) : session->close();
            session->look_whether_admitted();
        }
        if (const auto complaint = turned_away_.due(now)) {
            options_.report(*complaint);
        }
    }
}

void Server::Loop::deliver()
{
    inbox_->fetch(deliveries_);
    bool is_news = false;
    for (auto& delivery : deliveries_) {
        if (delivery.frame) {
            is_news = true;
            for (const auto& [number, session] : sessions_) {
                delivery.regrouping ? session->join(delivery.regrouping->device, delivery.audience, delivery.frame)
                                    : session->hear(delivery.audience, delivery.frame);
            }
        } else if (const auto session = delivery.exchange->session.lock()) {
            session->arrive(std::move(delivery));
        }
    }
    deliveries_.clear();
    for (auto each = sessions_.begin(); is_news && each != sessions_.end(); ++each) {
        each->second->speak(); // all that was heard in one write
    }
}

void Server::Loop::stop()
{
    const std::lock_guard lock{stopping_};
    if (thread_.joinable()) {
        asio::post(io_, [this] { wind_down(); });
        thread_.join(); // the loop runs out of work when the last session has ended
    }
}

void Server::Loop::wind_down()
{
    boost::system::error_code ignored;
    acceptor_.close(ignored);
    farewell_ = std::chrono::steady_clock::now() + longest_farewell;
    for (const auto& [number, session] : sessions_) {
        session->finish();
    }
    clock_.cancel();
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

void Server::publish(Audience audience, std::shared_ptr<const std::string> frame)
{
    loop_->inbox().leave({.frame = std::move(frame), .audience = audience});
}

void Server::regroup(std::string device, Audience audience, std::shared_ptr<const std::string> frame)
{
    auto ticket = std::make_unique<ReaderTicket>(loop_->shared_inbox(), audience);
    loop_->inbox().leave({.frame = std::move(frame),
                          .audience = audience,
                          .regrouping = Regrouping{std::move(device), std::move(ticket)}});
}

bool Server::has_readers(Audience audience) const
{
    return loop_->inbox().readers(audience) > 0;
}

} // namespace verandah::wire
