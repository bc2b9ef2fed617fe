// SPDX-License-Identifier: Apache-2.0
// Sealing what is too large for one box: parts in order, none of which can be changed, moved, left out or cut off.
#pragma once

#include "shared/vault/secret_key.hpp"

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace verandah::vault {

using StreamKey = SecretKey<struct StreamPurpose>; ///< For one stream only.

/// A fresh random one.
[[nodiscard]] StreamKey make_stream_key();

/// What a stream begins with; no secret.
using StreamHeader = std::array<std::byte, 24>;

/// How many bytes longer a part is when sealed.
inline constexpr std::size_t stream_overhead = 17;

enum class Part { more_follows, last };

/// crypto_secretstream of libsodium (XChaCha20-Poly1305), writing.
class StreamSealer {
public:
    explicit StreamSealer(const StreamKey& key);
    [[nodiscard]] const StreamHeader& header() const { return header_; }
    /// Replaces `sealed`, in which `content` must not lie.
    void seal(std::span<const std::byte> content, Part part, std::vector<std::byte>& sealed);

private:
    struct State;
    struct Free {
        void operator()(State* state) const noexcept;
    };
    std::unique_ptr<State, Free> state_; // guarded: it is as secret as the key
    StreamHeader header_{};
};

/// The same, reading.
class StreamOpener {
public:
    StreamOpener(const StreamKey& key, const StreamHeader& header);

    struct Opened {
        std::span<const std::byte> content; ///< Lies in `scratch`.
        Part part;
    };
    /// The next part; nullopt when it was damaged, is not the next one, or is of another stream.
    [[nodiscard]] std::optional<Opened> open(std::span<const std::byte> sealed, std::vector<std::byte>& scratch);

private:
    struct State;
    struct Free {
        void operator()(State* state) const noexcept;
    };
    std::unique_ptr<State, Free> state_;
};

} // namespace verandah::vault
