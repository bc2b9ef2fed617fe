// SPDX-License-Identifier: Apache-2.0
// A key in guarded memory, of a type of its own so that no key can be used in another's place.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <utility>

namespace verandah::vault {

inline constexpr std::size_t key_size = 32;

/// 32 bytes between guard pages, locked out of swap and core dumps, wiped when let go (sodium_malloc).
/// Move-only; a moved-from object may only be destroyed or assigned to.
class SecretBytes {
public:
    SecretBytes(); ///< All zero, for the maker to fill. Throws std::bad_alloc when no guarded memory is left.

    [[nodiscard]] std::span<std::byte, key_size> bytes();
    [[nodiscard]] std::span<const std::byte, key_size> bytes() const;

private:
    struct Free {
        void operator()(std::byte* bytes) const noexcept;
    };
    std::unique_ptr<std::byte, Free> bytes_;
};

[[nodiscard]] SecretBytes fresh_key(); ///< Of random bytes (random.hpp).

/// A key for one purpose, named by `Purpose`. Keys of different purposes are different types and do not convert.
template <class Purpose>
class SecretKey {
public:
    explicit SecretKey(SecretBytes bytes) : bytes_{std::move(bytes)} {}
    [[nodiscard]] std::span<const std::byte, key_size> bytes() const { return bytes_.bytes(); }

private:
    SecretBytes bytes_;
};

using JournalKey = SecretKey<struct JournalPurpose>;       ///< Seals the journal's events (Sealer).
using CardLookupKey = SecretKey<struct CardLookupPurpose>; ///< Hashes a card to what the hub keeps of it (CardKeeper).
using CardTagKey = SecretKey<struct CardTagPurpose>;       ///< Tags a card so that its maker knows it (CardKeeper).
using KeyFileKey = SecretKey<struct KeyFilePurpose>;       ///< Proves a key file whole (KeySlots).
using ClinicKey = SecretKey<struct ClinicPurpose>;         ///< Seals the files' keys (clinic_key.hpp).
using FileKey = SecretKey<struct FilePurpose>;             ///< Seals what is written in one file (RecordSealer).
using TracingKey = SecretKey<struct TracingPurpose>; ///< Seals what one worker tells of one visitor (tracing_seal.hpp).

} // namespace verandah::vault
