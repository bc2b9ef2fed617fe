// SPDX-License-Identifier: Apache-2.0
// The worst network between a device and the hub: it delays, halves, repeats and resets, by chance.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

namespace verandah::test {

/// Carries bytes between whoever connects to port() and a server on this machine. Each connection is carried well for
/// some pieces, with delays, and then meets its end in one of the ways.
class BadWire {
public:
    enum class End { halved, repeated, reset }; ///< Half of a piece and then nothing; a piece twice; cut off with RST.

    BadWire(std::uint16_t to, std::uint32_t seed);
    ~BadWire();
    BadWire(const BadWire&) = delete;
    BadWire& operator=(const BadWire&) = delete;

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] int times(End end) const { return ends_.at(static_cast<std::size_t>(end)); }
    /// From now on every connection is carried well.
    void heal() { is_healed_ = true; }

private:
    void accept(const std::stop_token& stop);
    void carry(const std::stop_token& stop, int device, std::uint32_t seed);
    void meet_end(int device, int hub, int to, const std::vector<char>& piece, End end);

    std::uint16_t to_;
    std::uint16_t port_{0};
    int listener_;
    std::mt19937 chance_;
    std::array<std::atomic<int>, 3> ends_{};
    std::atomic<bool> is_healed_{false};
    std::vector<std::jthread> carriers_; ///< Of the accepting thread, until it has ended.
    std::jthread acceptor_;              ///< Last: it uses all of the above.
};

} // namespace verandah::test
