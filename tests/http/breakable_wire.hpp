// SPDX-License-Identifier: Apache-2.0
// The network between a device and the hub, as a test can break it.
#pragma once

#include <cstdint>
#include <memory>

namespace verandah::test {

/// Carries bytes between whoever connects to port() and a server on this machine, until it is cut.
class BreakableWire {
public:
    explicit BreakableWire(std::uint16_t to);
    ~BreakableWire();
    BreakableWire(const BreakableWire&) = delete;
    BreakableWire& operator=(const BreakableWire&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    /// Breaks every connection that there is, in the middle of whatever it carries. New ones are carried again.
    void cut();
    /// How many connections were begun so far.
    [[nodiscard]] int connections() const;

private:
    class Loop;
    std::unique_ptr<Loop> loop_;
};

/// A port at which nobody ever answers: connecting takes until whoever connects gives up.
class BlackHole {
public:
    BlackHole();
    ~BlackHole();
    BlackHole(const BlackHole&) = delete;
    BlackHole& operator=(const BlackHole&) = delete;

    [[nodiscard]] std::uint16_t port() const;

private:
    struct Sockets;
    std::unique_ptr<Sockets> sockets_;
};

} // namespace verandah::test
