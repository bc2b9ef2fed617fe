// SPDX-License-Identifier: Apache-2.0
// The Idempotency-Key of a write: one tap sent five times is one ticket.
#pragma once

#include "shared/domain/refusal.hpp"
#include "shared/domain/time.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <expected>
#include <functional>
#include <string>
#include <string_view>

namespace verandah::domain {

/// A UUID of version 7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then random bits. The time inside lets the hub
/// say "expired" instead of doing a very old request twice.
class RequestKey {
public:
    using Bytes = std::array<std::uint8_t, 16>;

    /// From the usual 36 characters, upper or lower case. invalid_input for anything that is not a version 7 UUID.
    [[nodiscard]] static std::expected<RequestKey, Refusal> parse(std::string_view text);
    /// From the 16 bytes as the journal keeps them; invalid_input when their version or variant is another one.
    [[nodiscard]] static std::expected<RequestKey, Refusal> from_bytes(const Bytes& bytes);
    /// A new key made at `at` with ten random bytes; version and variant bits are set here.
    [[nodiscard]] static RequestKey make(Instant at, const std::array<std::uint8_t, 10>& random);

    [[nodiscard]] Instant made_at() const;
    [[nodiscard]] std::string text() const;
    [[nodiscard]] const Bytes& bytes() const { return bytes_; }
    friend auto operator<=>(const RequestKey&, const RequestKey&) = default;

private:
    explicit RequestKey(const Bytes& bytes) : bytes_{bytes} {}
    Bytes bytes_;
};

} // namespace verandah::domain

template <>
struct std::hash<verandah::domain::RequestKey> {
    [[nodiscard]] std::size_t operator()(const verandah::domain::RequestKey& key) const noexcept
    {
        std::size_t random_half = 0; // the last eight bytes are random but for two bits
        std::memcpy(&random_half, key.bytes().data() + 8, sizeof random_half);
        return random_half;
    }
};
