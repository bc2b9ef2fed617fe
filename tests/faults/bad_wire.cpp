// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/bad_wire.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <stdexcept>
#include <string_view>

namespace verandah::test {

namespace {

sockaddr_in here(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

bool is_readable(int socket, int milliseconds)
{
    pollfd waiting{socket, POLLIN, 0};
    return ::poll(&waiting, 1, milliseconds) > 0;
}

bool send_all(int socket, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void close_with_reset(int socket)
{
    const linger now{1, 0};
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::close(socket);
}

} // namespace

BadWire::BadWire(std::uint16_t to, std::uint32_t seed)
    : to_{to}, listener_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)}, chance_{seed}
{
    auto address = here(0);
    socklen_t size = sizeof address;
    auto* any = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listener_, any, size) != 0 || ::listen(listener_, 64) != 0 || getsockname(listener_, any, &size) != 0) {
        throw std::runtime_error{"no port for the bad wire"};
    }
    port_ = ntohs(address.sin_port);
    acceptor_ = std::jthread{[this](const std::stop_token& stop) { accept(stop); }};
}

BadWire::~BadWire()
{
    acceptor_.request_stop();
    acceptor_.join();
    carriers_.clear();
    ::close(listener_);
}

void BadWire::accept(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        if (!is_readable(listener_, 20)) {
            continue;
        }
        const int device = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (device >= 0) {
            carriers_.emplace_back([this, device, seed = static_cast<std::uint32_t>(chance_())](
                                       const std::stop_token& carrier) { carry(carrier, device, seed); });
        }
    }
    for (auto& carrier : carriers_) {
        carrier.request_stop();
    }
}

void BadWire::carry(const std::stop_token& stop, int device, std::uint32_t seed)
{
    std::mt19937 chance{seed};
    const int hub = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto address = here(to_);
    bool goes_on = ::connect(hub, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    auto pieces_left = 4 + chance() % 40;
    const auto end = static_cast<End>(chance() % 3);
    std::vector<char> piece;
    while (goes_on && !stop.stop_requested()) {
        std::array waiting{pollfd{device, POLLIN, 0}, pollfd{hub, POLLIN, 0}};
        if (::poll(waiting.data(), waiting.size(), 20) <= 0) {
            continue;
        }
        const bool is_from_device = waiting.front().revents != 0;
        piece.resize(16 * 1024);
        const auto count = ::recv(is_from_device ? device : hub, piece.data(), piece.size(), 0);
        piece.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
        const int to = is_from_device ? hub : device;
        if (!is_healed_ && !piece.empty() && --pieces_left == 0) {
            meet_end(device, hub, to, piece, end);
            return;
        }
        if (!is_healed_ && chance() % 8 == 0) {
            std::this_thread::sleep_for(std::chrono::milliseconds{chance() % 30});
        }
        goes_on = count > 0 && send_all(to, {piece.data(), piece.size()});
    }
    ::close(device);
    ::close(hub);
}

void BadWire::meet_end(int device, int hub, int to, const std::vector<char>& piece, End end)
{
    ++ends_.at(static_cast<std::size_t>(end));
    const std::string_view bytes{piece.data(), piece.size()};
    switch (end) {
    case End::halved: send_all(to, bytes.substr(0, bytes.size() / 2)); break;
    case End::repeated:
        send_all(to, bytes);
        send_all(to, bytes);
        std::this_thread::sleep_for(std::chrono::milliseconds{5}); // for it to be read
        break;
    case End::reset:
        close_with_reset(device);
        close_with_reset(hub);
        return;
    }
    ::close(device);
    ::close(hub);
}

} // namespace verandah::test
