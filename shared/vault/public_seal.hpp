// SPDX-License-Identifier: Apache-2.0
// Sealing to a public key: whoever has only that can put something in, and nobody but the owner of the secret half can
// look at it. This is how a locked hub goes on writing what it could not read again.
#pragma once

#include "shared/domain/refusal.hpp"
#include "shared/vault/secret_key.hpp"

#include <array>
#include <cstddef>
#include <expected>
#include <filesystem>
#include <optional>
#include <span>
#include <vector>

namespace verandah::vault {

using BoxKey = SecretKey<struct BoxPurpose>; ///< X25519: opens what was sealed to its public half.

/// The public half of a BoxKey. No secret: it may lie on the disk of a hub that is locked.
///
/// File, mode 0600 like its neighbours, two lines: `verandah public key 1`, then the 32 bytes as 64 lower-case
/// hexadecimal digits.
class PublicKey {
public:
    [[nodiscard]] static PublicKey of(const BoxKey& secret);
    /// invalid_input when it is a point that would seal to everybody.
    [[nodiscard]] static std::expected<PublicKey, domain::Refusal> from(const std::array<std::byte, key_size>& bytes);

    /// Refuses with not_found, not_allowed (others may change it) and invalid_input (not a public key file, of another
    /// version, cut short, too long, or a point that would seal to everybody). Throws std::system_error when the disk
    /// is at fault.
    [[nodiscard]] static std::expected<PublicKey, domain::Refusal> load(const std::filesystem::path& file);

    /// Writes the file, whole and synced. Refuses with conflict when `file` exists.
    [[nodiscard]] std::expected<void, domain::Refusal> save(const std::filesystem::path& file) const;

    [[nodiscard]] std::span<const std::byte, key_size> bytes() const { return bytes_; }
    friend bool operator==(const PublicKey&, const PublicKey&) = default;

private:
    explicit PublicKey(const std::array<std::byte, key_size>& bytes) : bytes_{bytes} {}
    std::array<std::byte, key_size> bytes_;
};

/// Seals to a public key, each box under a key pair of its own that is thrown away (crypto_box_seal of libsodium).
///
/// Box: the throw-away public key (32 bytes) ‖ tag (16 bytes) ‖ what is sealed: a digest of the associated data, then
/// the content, padded to whole blocks. A box proves nothing about who sealed it: the public key is known to everybody
/// who has the disk, and so is what to bind the box to. Any thread may use a const PublicSealer.
class PublicSealer {
public:
    static constexpr std::size_t overhead = 48;

    /// `padding_block`: as for Sealer. Throws std::invalid_argument outside 1..65536.
    PublicSealer(const PublicKey& key, std::size_t padding_block);

    /// Seals `content` into `box`, which is resized to fit; neither `content` nor `associated` may lie in it.
    void seal(std::span<const std::byte> content, std::span<const std::byte> associated,
              std::vector<std::byte>& box) const;

private:
    PublicKey key_;
    std::size_t padding_block_;
};

/// Opens what was sealed to its public half.
class PublicSealOpener {
public:
    /// `padding_block`: the same as it was sealed with.
    PublicSealOpener(BoxKey key, std::size_t padding_block);

    /// The content, or nullopt when the box was not sealed to this key, for this associated data, or was damaged.
    /// The answer lies in `scratch` (which grows when needed and never shrinks) until `scratch` is used again.
    [[nodiscard]] std::optional<std::span<const std::byte>>
    open(std::span<const std::byte> box, std::span<const std::byte> associated, std::vector<std::byte>& scratch) const;

private:
    BoxKey key_;
    PublicKey public_half_;
    std::size_t padding_block_;
};

} // namespace verandah::vault
