// SPDX-License-Identifier: Apache-2.0
// Seals what is written in one file, each bound to its place.
#pragma once

#include "shared/vault/seal.hpp"
#include "shared/vault/secret_key.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace verandah::vault {

/// Where a record stands. A box opens in the very place it was sealed for, and in no other.
struct RecordPlace {
    std::string_view table; ///< Its permanent word, such as "encounter".
    std::int64_t row;
    std::uint32_t version; ///< Raised by each change, so that an older box put back in its place does not open.
};

/// Seals and opens the entries of one file. Every box is a whole number of 256-byte blocks, whatever is in it.
/// Any thread may use a const RecordSealer.
class RecordSealer {
public:
    static constexpr std::size_t padding_block = 256;

    explicit RecordSealer(FileKey key) : sealer_{std::move(key), padding_block} {}

    [[nodiscard]] std::vector<std::byte> seal(std::span<const std::byte> content, const RecordPlace& place) const;

    /// The content; nullopt when the box belongs to another file, place or version, or was damaged.
    /// The answer lies in `scratch` until that is used again; whoever gave it wipes it.
    [[nodiscard]] std::optional<std::span<const std::byte>>
    open(std::span<const std::byte> box, const RecordPlace& place, std::vector<std::byte>& scratch) const;

private:
    SealerUnder<FileKey> sealer_;
};

} // namespace verandah::vault
