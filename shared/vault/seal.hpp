// SPDX-License-Identifier: Apache-2.0
// Sealing: bytes that nobody without the key can read, change, or tell the exact length of.
#pragma once

#include "shared/vault/secret_key.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace verandah::vault {

// What every SealerUnder is made of; used by nothing else.
void check_padding_block(std::size_t padding_block);
void seal_padded(std::span<const std::byte, key_size> key, std::size_t padding_block,
                 std::span<const std::byte> content, std::span<const std::byte> associated,
                 std::vector<std::byte>& box);
[[nodiscard]] std::optional<std::span<const std::byte>>
open_padded(std::span<const std::byte, key_size> key, std::size_t padding_block, std::span<const std::byte> box,
            std::span<const std::byte> associated, std::vector<std::byte>& scratch);

/// Seals and opens boxes under one key with XChaCha20-Poly1305 and a random nonce per box. What the key is for is in
/// its type, so that no box is ever sealed under the key of another purpose.
///
/// Box: nonce (24 bytes) ‖ encrypted content, padded to whole blocks as ISO/IEC 7816-4 has it ‖ tag (16 bytes).
/// Associated data is not stored: it binds a box to its place (a table and row, a sequence number), and a box opens
/// only with the very bytes it was sealed with. Any thread may use a const one; buffers are the caller's own.
template <class Key>
class SealerUnder {
public:
    static constexpr std::size_t nonce_size = 24;
    static constexpr std::size_t tag_size = 16;

    /// `padding_block`: what lengths are rounded up to, 1..65536; the same for sealing and opening.
    /// Throws std::invalid_argument outside that.
    SealerUnder(Key key, std::size_t padding_block) : key_{std::move(key)}, padding_block_{padding_block}
    {
        check_padding_block(padding_block);
    }

    /// Seals `content` into `box`, which is resized to fit. `content` must not lie in `box`. Content may be empty.
    void seal(std::span<const std::byte> content, std::span<const std::byte> associated,
              std::vector<std::byte>& box) const
    {
        seal_padded(key_.bytes(), padding_block_, content, associated, box);
    }

    /// The content of `box`, or nullopt when it was not sealed with this key and this associated data, or was damaged.
    /// The answer lies in `scratch` (which grows when needed and never shrinks) until `scratch` is used again.
    [[nodiscard]] std::optional<std::span<const std::byte>>
    open(std::span<const std::byte> box, std::span<const std::byte> associated, std::vector<std::byte>& scratch) const
    {
        return open_padded(key_.bytes(), padding_block_, box, associated, scratch);
    }

private:
    Key key_;
    std::size_t padding_block_;
};

using Sealer = SealerUnder<JournalKey>; ///< The journal's.

} // namespace verandah::vault
