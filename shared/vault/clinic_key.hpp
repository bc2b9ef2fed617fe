// SPDX-License-Identifier: Apache-2.0
// The clinic key, which only clinical staff hold, and the files' keys under it.
#pragma once

#include "shared/domain/id.hpp"
#include "shared/domain/refusal.hpp"
#include "shared/vault/secret_key.hpp"
#include "shared/vault/staff_lock.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <span>

namespace verandah::vault {

// The way down to a record: a passphrase opens a StaffLock; its secret opens the clinic key sealed to that member; the
// clinic key opens a file's key; that key opens what is written in it (record_sealer.hpp). The hub key is nowhere on
// it, so that the hub's whole disk and its own key open no record. Erasing a visitor is forgetting her key.

/// A fresh clinic key. A centre has one; the first clinical member's first sign-in makes it.
[[nodiscard]] ClinicKey make_clinic_key();

/// A clinic key as one member can open it: an ephemeral public key (32 bytes) ‖ tag (16) ‖ the encrypted key (32), by
/// crypto_box_seal of libsodium. Permanent.
using SealedClinicKey = std::array<std::byte, 32 + 16 + key_size>;

/// Lets a member in. Whoever calls this holds the clinic key already.
[[nodiscard]] SealedClinicKey seal_clinic_key(const ClinicKey& key, const StaffPublicKey& member);

/// not_allowed when it was not sealed to this member, or was damaged or cut short.
[[nodiscard]] std::expected<ClinicKey, domain::Refusal> open_clinic_key(std::span<const std::byte> sealed,
                                                                        const StaffSecret& member);

/// Which file's key it is, and the how-manieth: a file gets another when it is sealed anew.
struct FileKeyName {
    domain::FileId file;
    std::uint32_t version;
};

[[nodiscard]] FileKey make_file_key(); ///< A fresh one.

/// A file's key under the clinic key, bound to its name: exchanged for another file's, it does not open.
[[nodiscard]] SealedKey wrap_file_key(const FileKey& key, const FileKeyName& name, const ClinicKey& clinic);

/// not_allowed when it is not this file's key of this version under this clinic key, or was damaged or cut short.
[[nodiscard]] std::expected<FileKey, domain::Refusal> unwrap_file_key(std::span<const std::byte> wrapped,
                                                                      const FileKeyName& name, const ClinicKey& clinic);

} // namespace verandah::vault
