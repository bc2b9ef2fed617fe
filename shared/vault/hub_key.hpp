// SPDX-License-Identifier: Apache-2.0
// The hub's one secret: every other key of the centre is derived from it.
#pragma once

#include "shared/domain/refusal.hpp"
#include "shared/vault/public_seal.hpp"
#include "shared/vault/record_reference.hpp"
#include "shared/vault/sealed_key.hpp"
#include "shared/vault/secret_key.hpp"

#include <expected>
#include <filesystem>
#include <optional>
#include <span>

namespace verandah::vault {

/// The centre's root key. Whoever has it and the disk reads everything; without it the disk is noise.
/// Move-only. Its derived keys are the same each time it is loaded (crypto_kdf of libsodium: keyed BLAKE2b).
///
/// Plain key file, mode 0600, two lines: `verandah hub key 1`, then the 32 bytes as 64 lower-case hexadecimal digits.
/// Only centres made before key files were sealed have one; how it is kept now: key_slots.hpp.
class HubKey {
public:
    [[nodiscard]] static HubKey make(); ///< A fresh random key, on no disk yet.

    /// Refuses with not_found (no such file), not_allowed (others may read it: the detail names the chmod that puts it
    /// right), invalid_input (not a key file, another version, cut short, too long). Throws std::system_error
    /// when the disk is at fault.
    [[nodiscard]] static std::expected<HubKey, domain::Refusal> load(const std::filesystem::path& file);

    /// Writes the key file, whole and synced. Refuses with conflict when `file` exists: a key is never overwritten.
    [[nodiscard]] std::expected<void, domain::Refusal> save(const std::filesystem::path& file) const;

    [[nodiscard]] JournalKey journal_key() const;
    [[nodiscard]] CardLookupKey card_lookup_key() const;
    [[nodiscard]] CardTagKey card_tag_key() const;
    /// Opens what a locked hub sealed; its public half is all that a locked hub has.
    [[nodiscard]] BoxKey box_key() const;
    [[nodiscard]] RecordReferenceKey record_reference_key() const;
    [[nodiscard]] KeyFileKey key_file_key() const;

    /// The root key under another key, and back: nullopt when it was not sealed under this key with this associated
    /// data. For the slots of a key file only.
    [[nodiscard]] SealedKey sealed_under(std::span<const std::byte, key_size> key,
                                         std::span<const std::byte> associated) const;
    [[nodiscard]] static std::optional<HubKey> opened(const SealedKey& sealed, std::span<const std::byte, key_size> key,
                                                      std::span<const std::byte> associated);

private:
    explicit HubKey(SecretBytes root) : root_{std::move(root)} {}
    SecretBytes root_;
};

} // namespace verandah::vault
