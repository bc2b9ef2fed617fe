// SPDX-License-Identifier: Apache-2.0
// Sealing: bytes that nobody without the key can read, change, or tell the exact length of.
#pragma once

#include "shared/vault/secret_key.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace verandah::vault {

/// Seals and opens boxes under one key with XChaCha20-Poly1305 and a random nonce per box.
///
/// Box: nonce (24 bytes) ‖ encrypted content, padded to whole blocks as ISO/IEC 7816-4 has it ‖ tag (16 bytes).
/// Associated data is not stored: it binds a box to its place (a table and row, a sequence number), and a box opens
/// only with the very bytes it was sealed with. Any thread may use a const Sealer; buffers are the caller's own.
class Sealer {
public:
    static constexpr std::size_t nonce_size = 24;
    static constexpr std::size_t tag_size = 16;

    /// `padding_block`: what lengths are rounded up to, 1..65536; the same for sealing and opening.
    /// Throws std::invalid_argument outside that.
    Sealer(JournalKey key, std::size_t padding_block);

    /// Seals `content` into `box`, which is resized to fit. `content` must not lie in `box`. Content may be empty.
    void seal(std::span<const std::byte> content, std::span<const std::byte> associated,
              std::vector<std::byte>& box) const;

    /// The content of `box`, or nullopt when it was not sealed with this key and this associated data, or was damaged.
    /// The answer lies in `scratch` (which grows when needed and never shrinks) until `scratch` is used again.
    [[nodiscard]] std::optional<std::span<const std::byte>>
    open(std::span<const std::byte> box, std::span<const std::byte> associated, std::vector<std::byte>& scratch) const;

private:
    JournalKey key_;
    std::size_t padding_block_;
};

} // namespace verandah::vault
