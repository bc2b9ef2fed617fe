// SPDX-License-Identifier: Apache-2.0
// A key on a USB stick: whoever puts the stick in opens the hub, and whoever pulls it locks it.
#pragma once

#include "shared/domain/refusal.hpp"
#include "shared/vault/secret_key.hpp"

#include <expected>
#include <filesystem>
#include <span>
#include <string_view>
#include <utility>

namespace verandah::vault {

/// 32 random bytes that open one slot of a key file.
///
/// File, two lines: `verandah stick key 1`, then the bytes as 64 lower-case hexadecimal digits.
class StickKey {
public:
    [[nodiscard]] static StickKey make();

    /// Refuses with not_found (no such file: the stick is not in) and invalid_input (not a stick key, of another
    /// version, cut short, too long). Others may read the file: a stick's file system often knows no owners. Throws
    /// std::system_error when the disk is at fault.
    [[nodiscard]] static std::expected<StickKey, domain::Refusal> load(const std::filesystem::path& file);
    /// The same for a text already read; the refusals name no file.
    [[nodiscard]] static std::expected<StickKey, domain::Refusal> read(std::string_view text);

    /// Refuses with conflict when `file` exists, with not_found when its folder does not.
    [[nodiscard]] std::expected<void, domain::Refusal> save(const std::filesystem::path& file) const;

    [[nodiscard]] std::span<const std::byte, key_size> bytes() const { return bytes_.bytes(); }

private:
    explicit StickKey(SecretBytes bytes) : bytes_{std::move(bytes)} {}
    SecretBytes bytes_;
};

} // namespace verandah::vault
