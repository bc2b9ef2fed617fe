// SPDX-License-Identifier: Apache-2.0
// Argon2id: making a key of a passphrase, slow on purpose.
#pragma once

#include "shared/domain/refusal.hpp"
#include "shared/vault/secret_key.hpp"

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <string_view>

namespace verandah::vault {

/// What one guess at a passphrase costs. It is stored beside what it protects, where a stranger may have changed it.
/// Invariant: from lightest() on, so that a changed one makes no guess cheap; to at most 8 operations and 1 GiB, so
/// that a changed one takes neither the machine's memory nor its day.
class Argon2Cost {
public:
    static constexpr std::uint32_t most_operations = 8;
    static constexpr std::uint32_t most_memory = 1024 * 1024; ///< KiB

    /// invalid_input outside the bounds.
    [[nodiscard]] static std::expected<Argon2Cost, domain::Refusal> make(std::uint32_t operations,
                                                                         std::uint32_t memory_kibibytes);
    [[nodiscard]] static Argon2Cost usual();    ///< libsodium's MODERATE: 3 operations, 256 MiB; about 0.7 s.
    [[nodiscard]] static Argon2Cost lightest(); ///< libsodium's INTERACTIVE: 2 operations, 64 MiB.

    [[nodiscard]] std::uint32_t operations() const { return operations_; }
    [[nodiscard]] std::uint32_t memory_kibibytes() const { return memory_kibibytes_; }
    friend auto operator<=>(const Argon2Cost&, const Argon2Cost&) = default;

private:
    constexpr Argon2Cost(std::uint32_t operations, std::uint32_t memory_kibibytes)
        : operations_{operations}, memory_kibibytes_{memory_kibibytes}
    {
    }
    std::uint32_t operations_;
    std::uint32_t memory_kibibytes_;
};

using Argon2Salt = std::array<std::byte, 16>; ///< From random_bytes(); another for each passphrase.

/// The key that `passphrase` gives with this salt at this cost, by Argon2id as libsodium has it (version 1.3, one
/// lane). Takes the same time for every passphrase of a length. Throws std::bad_alloc when the memory it costs is not
/// there. Whoever serves many lets only a few do this at a time.
[[nodiscard]] SecretBytes stretch(std::string_view passphrase, const Argon2Salt& salt, Argon2Cost cost);

} // namespace verandah::vault
