// SPDX-License-Identifier: Apache-2.0
// The evolving key that signs the audit trail: who takes the hub today cannot sign in yesterday's name.
#pragma once

#include "shared/domain/refusal.hpp"
#include "shared/vault/secret_key.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace verandah::vault {

using Signature = std::array<std::byte, 64>;

/// An Ed25519 public key. No secret.
class VerifyingKey {
public:
    using Bytes = std::array<std::byte, key_size>;

    explicit VerifyingKey(const Bytes& bytes) : bytes_{bytes} {}
    [[nodiscard]] const Bytes& bytes() const { return bytes_; }
    [[nodiscard]] std::string text() const; ///< 64 lower-case hexadecimal digits.
    [[nodiscard]] static std::optional<VerifyingKey> from_text(std::string_view text);
    /// Ten bytes of its digest in groups, short enough to be kept on paper: "3f9a-01c2-77be-40d5-9b1e".
    [[nodiscard]] std::string fingerprint() const;
    [[nodiscard]] bool holds(std::span<const std::byte> message, const Signature& signature) const;
    friend bool operator==(const VerifyingKey&, const VerifyingKey&) = default;

private:
    Bytes bytes_;
};

using AuditSeed = SecretKey<struct AuditPurpose>; ///< An Ed25519 seed.

/// The signing key of one epoch. Each signs one message and is then replaced by the next, which is a one-way hash of
/// it: nobody finds the way back, and the public half of the next is known before this one is gone.
class AuditKey {
public:
    [[nodiscard]] static AuditKey make(); ///< A fresh random one, of epoch 1.
    AuditKey(std::uint64_t epoch, AuditSeed seed) : epoch_{epoch}, seed_{std::move(seed)} {}

    [[nodiscard]] std::uint64_t epoch() const { return epoch_; }
    [[nodiscard]] const AuditSeed& seed() const { return seed_; }
    [[nodiscard]] VerifyingKey public_half() const;
    [[nodiscard]] AuditKey next() const;
    [[nodiscard]] Signature sign(std::span<const std::byte> message) const;

private:
    std::uint64_t epoch_;
    AuditSeed seed_;
};

/// Where the key of the present epoch stands, mode 0600. Three blocks of 4,096 bytes of text, each padded with line
/// ends: `verandah audit key 1`, and two places, of which one is empty (dashes) and one has
/// `EPOCH SEED CHECK`: 20 digits, 64 and 16 hexadecimal digits.
///
/// The key evolves in place, so that its old bytes are overwritten and not merely forgotten: (1) the next epoch is
/// written to the empty place and synced; (2) the old place is overwritten with dashes and synced. Cut off in (1), the
/// half-written place has a wrong check and counts as empty: the old epoch holds. Cut off between, both are there: the
/// higher one holds, and wipe_other_place() is for whoever opens it next. A disk that writes elsewhere when it
/// overwrites (most flash does) may keep the old bytes out of the file's reach; an encrypted disk helps against that,
/// nothing here does.
class AuditKeyFile {
public:
    /// Refuses with conflict when `file` exists.
    [[nodiscard]] static std::expected<void, domain::Refusal> make(const std::filesystem::path& file,
                                                                   const AuditKey& key);
    /// Changes nothing. Refuses with not_found, not_allowed (others may read it), invalid_input (not a key file, or no
    /// place holds a key).
    [[nodiscard]] static std::expected<AuditKeyFile, domain::Refusal> load(std::filesystem::path file);

    [[nodiscard]] const AuditKey& key() const { return key_; }
    /// key() is the next one afterwards, and the old one is nowhere. Throws std::system_error when the disk is at
    /// fault; load it anew then.
    void evolve();
    /// Wipes the place that does not count, where an evolve() that was cut off may have left the old one.
    void wipe_other_place();

private:
    AuditKeyFile(std::filesystem::path file, AuditKey key, std::size_t place)
        : file_{std::move(file)}, key_{std::move(key)}, place_{place}
    {
    }

    std::filesystem::path file_;
    AuditKey key_;
    std::size_t place_; ///< 0 or 1: where it stands.
};

} // namespace verandah::vault
