// SPDX-License-Identifier: Apache-2.0
// Many boards that follow the live feed, and the moment at which each of them heard of something.
#pragma once

#include "shared/wire/http/client.hpp"

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace verandah::bench {

class FeedReaders {
public:
    using Clock = std::chrono::steady_clock;
    struct Heard {
        Clock::time_point at;
        std::string name; ///< Of the frame.
        std::string data;
    };

    /// Connects `count` readers, each over its own TLS connection, reader i as identity i modulo their number. Returns
    /// when the hub has granted every feed. All are read by one thread. Throws BenchFailure.
    FeedReaders(const wire::HubAddress& hub, const std::vector<wire::TlsIdentity>& identities, std::size_t count);
    ~FeedReaders();
    FeedReaders(const FeedReaders&) = delete;
    FeedReaders& operator=(const FeedReaders&) = delete;

    /// The next frame that each of them hears, once all have heard it. Throws BenchFailure after ten seconds and when a
    /// feed broke.
    [[nodiscard]] std::vector<Heard> hear();

private:
    class Crowd; // Asio's headers stay out of this one
    std::unique_ptr<Crowd> crowd_;
};

} // namespace verandah::bench
