// SPDX-License-Identifier: Apache-2.0
// A key sealed under another key: read and written only inside guarded memory.
#pragma once

#include "shared/vault/secret_key.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>

namespace verandah::vault {

/// nonce (24 bytes) ‖ the encrypted key (32) ‖ tag (16), by XChaCha20-Poly1305.
using SealedKey = std::array<std::byte, 24 + key_size + 16>;

/// Seals `key` under `under`. `associated` says what it is and where it stands; it is not stored, only bound.
[[nodiscard]] SealedKey seal_key(std::span<const std::byte, key_size> key, std::span<const std::byte, key_size> under,
                                 std::span<const std::byte> associated);

/// The key in `sealed`; nullopt when it was not sealed under this key with this associated data, or was damaged.
[[nodiscard]] std::optional<SecretBytes> open_key(const SealedKey& sealed, std::span<const std::byte, key_size> under,
                                                  std::span<const std::byte> associated);

} // namespace verandah::vault
