// SPDX-License-Identifier: Apache-2.0
// The numbers and marks of a backup's file, permanent. For clinic/store/backup/*.cpp only.
#pragma once

#include "shared/files/synced_file.hpp"
#include "shared/vault/hash.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace verandah::store {

inline constexpr std::size_t part_size = 65'536;
inline constexpr std::size_t key_padding = 64;
inline constexpr std::size_t sealed_key_size = 48 + 128; // of 32 bytes and the digest of the label, padded
inline constexpr std::uint64_t mark_of_file = 'f';
inline constexpr std::uint64_t mark_of_row = 'r';
inline constexpr std::uint64_t mark_of_forgotten_row = 'b';
inline constexpr std::uint64_t mark_of_end = 'e';

[[nodiscard]] inline std::span<const std::byte> bytes_of_text(std::string_view text)
{
    return std::as_bytes(std::span{text});
}

/// Of the first `size` bytes. Throws std::system_error when the disk is at fault.
[[nodiscard]] vault::Digest digest_of(const files::SyncedFile& file, std::uint64_t size);

/// The last line, by which a whole file is known without a key; always of the same length.
[[nodiscard]] std::string end_line(std::uint64_t size, const vault::Digest& digest);
inline constexpr std::size_t end_line_size = 20 + 20 + 1 + 64 + 1;

} // namespace verandah::store
