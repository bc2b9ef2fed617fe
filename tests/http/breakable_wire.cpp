// SPDX-License-Identifier: Apache-2.0
// Asio on a thread of its own; a cut closes both ends at once, without a word of TLS.
#include "tests/http/breakable_wire.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <array>
#include <atomic>
#include <future>
#include <thread>
#include <utility>
#include <vector>

namespace verandah::test {

namespace asio = boost::asio;
using asio::as_tuple;
using asio::use_awaitable;
using tcp = asio::ip::tcp;

namespace {

const tcp::endpoint any_port_here{asio::ip::address_v4::loopback(), 0};

struct Pair {
    explicit Pair(tcp::socket device) : from{std::move(device)}, to{from.get_executor()} {}

    void close()
    {
        boost::system::error_code ignored;
        from.close(ignored);
        to.close(ignored);
    }

    tcp::socket from;
    tcp::socket to;
};

asio::awaitable<void> carry(std::shared_ptr<Pair> pair, tcp::socket& from, tcp::socket& to)
{
    std::array<char, 16 * 1024> piece{};
    while (true) {
        const auto [ended, size] = co_await from.async_read_some(asio::buffer(piece), as_tuple(use_awaitable));
        if (ended) {
            break;
        }
        const auto [gone, sent] = co_await asio::async_write(to, asio::buffer(piece, size), as_tuple(use_awaitable));
        if (gone) {
            break;
        }
    }
    pair->close();
}

} // namespace

class BreakableWire::Loop {
public:
    explicit Loop(std::uint16_t to) : server_{asio::ip::address_v4::loopback(), to}
    {
        asio::co_spawn(io_, accept(), asio::detached);
        thread_ = std::thread{[this] { io_.run(); }};
    }
    ~Loop()
    {
        io_.stop();
        thread_.join();
    }
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    void cut()
    {
        std::promise<void> done;
        asio::post(io_, [&] {
            for (const auto& pair : std::exchange(pairs_, {})) {
                pair->close();
            }
            done.set_value();
        });
        done.get_future().wait();
    }
    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] int connections() const { return connections_; }

private:
    asio::awaitable<void> accept()
    {
        while (true) {
            auto [fault, device] = co_await acceptor_.async_accept(as_tuple(use_awaitable));
            if (fault) {
                co_return;
            }
            ++connections_;
            const auto pair = std::make_shared<Pair>(std::move(device));
            const auto [unreachable] = co_await pair->to.async_connect(server_, as_tuple(use_awaitable));
            if (unreachable) {
                continue;
            }
            pairs_.push_back(pair);
            asio::co_spawn(io_, carry(pair, pair->from, pair->to), asio::detached);
            asio::co_spawn(io_, carry(pair, pair->to, pair->from), asio::detached);
        }
    }

    tcp::endpoint server_;
    std::atomic<int> connections_{0};
    asio::io_context io_{1};
    std::vector<std::shared_ptr<Pair>> pairs_; // after io_, so that their sockets go before it
    tcp::acceptor acceptor_{io_, any_port_here};
    std::uint16_t port_{acceptor_.local_endpoint().port()};
    std::thread thread_;
};

BreakableWire::BreakableWire(std::uint16_t to) : loop_{std::make_unique<Loop>(to)} {}
BreakableWire::~BreakableWire() = default;

std::uint16_t BreakableWire::port() const
{
    return loop_->port();
}

void BreakableWire::cut()
{
    loop_->cut();
}

int BreakableWire::connections() const
{
    return loop_->connections();
}

/// A queue of length one that is full: Linux drops whoever else asks to be let in.
struct BlackHole::Sockets {
    Sockets()
    {
        listener.open(tcp::v4());
        listener.bind(any_port_here);
        listener.listen(0);
        for (auto& each : waiting) { // begun and never finished; connect() would wait for its own end
            each.async_connect(listener.local_endpoint(), asio::detached);
        }
    }

    asio::io_context io{1};
    tcp::acceptor listener{io};
    std::array<tcp::socket, 2> waiting{tcp::socket{io}, tcp::socket{io}};
};

BlackHole::BlackHole() : sockets_{std::make_unique<Sockets>()} {}
BlackHole::~BlackHole() = default;

std::uint16_t BlackHole::port() const
{
    return sockets_->listener.local_endpoint().port();
}

} // namespace verandah::test
