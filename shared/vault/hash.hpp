// SPDX-License-Identifier: Apache-2.0
// BLAKE2b-256, plain and keyed, and comparison that takes the same time wherever the difference is.
#pragma once

#include "shared/vault/secret_key.hpp"

#include <array>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <span>

namespace verandah::vault {

using Digest = std::array<std::byte, 32>;

/// BLAKE2b-256 (RFC 7693) of the parts one after another. Only the last part may be of varying length: ("ab", "c") and
/// ("a", "bc") hash alike.
[[nodiscard]] Digest hash(std::initializer_list<std::span<const std::byte>> parts);

/// The same of parts that come one after another and are too much for one time.
class RunningHash {
public:
    RunningHash();
    ~RunningHash();
    RunningHash(const RunningHash&) = delete;
    RunningHash& operator=(const RunningHash&) = delete;
    void add(std::span<const std::byte> part);
    [[nodiscard]] Digest digest(); ///< Once, at the end.

private:
    struct State; // libsodium's, whose header stays out of this one; it wants to lie on 64 bytes
    std::unique_ptr<State> state_;
};

/// The same under a key: nobody without the key can make or check it.
[[nodiscard]] Digest keyed_hash(std::span<const std::byte, key_size> key, std::span<const std::byte> content);

/// Whether both are the same bytes. Takes the same time for all contents of one length; lengths are not secret.
[[nodiscard]] bool equal_in_constant_time(std::span<const std::byte> left, std::span<const std::byte> right);

} // namespace verandah::vault
