// SPDX-License-Identifier: Apache-2.0
// What a member of staff opens with her passphrase: her own secret key. Opening it is how the passphrase is checked.
#pragma once

#include "shared/domain/refusal.hpp"
#include "shared/vault/argon2.hpp"
#include "shared/vault/sealed_key.hpp"
#include "shared/vault/secret_key.hpp"

#include <array>
#include <cstddef>
#include <expected>
#include <span>
#include <string_view>

namespace verandah::vault {

/// The public half of a member's key pair (X25519). The clinic key is sealed to it (clinic_key.hpp).
struct StaffPublicKey {
    std::array<std::byte, 32> bytes;
    friend bool operator==(const StaffPublicKey&, const StaffPublicKey&) = default;
};

/// The secret half. It lives in the hub's memory while she is signed in, and on the disk only inside her StaffLock.
class StaffSecret {
public:
    [[nodiscard]] static StaffSecret make(); ///< A fresh key pair.
    explicit StaffSecret(SecretBytes bytes) : bytes_{std::move(bytes)} {}

    [[nodiscard]] StaffPublicKey public_key() const;
    [[nodiscard]] std::span<const std::byte, key_size> bytes() const { return bytes_.bytes(); }

private:
    SecretBytes bytes_;
};

/// A member's secret key, sealed under her passphrase. Nobody without the passphrase opens it: not the administrator,
/// not the hub key. Cost, salt and public key are bound to the sealed key, so none of them can be exchanged.
class StaffLock {
public:
    /// Permanent. "stafflk1" ‖ operations (4 bytes, little endian) ‖ memory in KiB (4) ‖ salt (16) ‖ public key (32) ‖
    /// sealed key (72). Another shape gets another beginning.
    using Bytes = std::array<std::byte, 8 + 4 + 4 + 16 + 32 + std::tuple_size_v<SealedKey>>;

    /// Locks `secret` with `passphrase`: a new member's, or the same secret again when she changes her passphrase.
    /// Slow (argon2.hpp). The passphrase is taken as it is: read it with read_passphrase() first.
    [[nodiscard]] static StaffLock make(const StaffSecret& secret, std::string_view passphrase, Argon2Cost cost);

    /// A lock that nothing opens, and that takes as long to refuse as a real one of this cost: what an account that
    /// does not exist is checked against, so that its answer comes no sooner.
    [[nodiscard]] static StaffLock decoy(Argon2Cost cost);

    /// invalid_input when `bytes` are not exactly a lock with a cost inside its bounds. Not slow.
    [[nodiscard]] static std::expected<StaffLock, domain::Refusal> read(std::span<const std::byte> bytes);

    [[nodiscard]] Bytes bytes() const;

    /// Her secret key; not_allowed when the passphrase is another or the lock was tampered with. Slow: both ways alike.
    [[nodiscard]] std::expected<StaffSecret, domain::Refusal> open(std::string_view passphrase) const;

    [[nodiscard]] const StaffPublicKey& public_key() const { return public_key_; }
    [[nodiscard]] Argon2Cost cost() const { return cost_; }
    friend bool operator==(const StaffLock&, const StaffLock&) = default;

private:
    StaffLock(Argon2Cost cost, const Argon2Salt& salt, const StaffPublicKey& public_key, const SealedKey& sealed)
        : cost_{cost}, salt_{salt}, public_key_{public_key}, sealed_{sealed}
    {
    }

    Argon2Cost cost_;
    Argon2Salt salt_;
    StaffPublicKey public_key_;
    SealedKey sealed_;
};

} // namespace verandah::vault
