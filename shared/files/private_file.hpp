// SPDX-License-Identifier: Apache-2.0
// Small files that only their owner may read (keys, device bundles), written whole or not at all.
#pragma once

#include "shared/domain/refusal.hpp"

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>

namespace verandah::files {

/// The whole text of a file of at most 64 KiB.
/// Refuses with not_found (no such file), not_allowed (others may read or change it: the detail names the chmod that
/// puts it right; or not ours to read), invalid_input (not a plain file, or too long). Throws std::system_error when
/// the disk is at fault.
[[nodiscard]] std::expected<std::string, domain::Refusal> read_private_file(const std::filesystem::path& file);

/// Makes `file`, mode 0600, with `text` in it. It appears complete and synced to the disk, or does not appear at all.
/// Refuses with conflict when `file` exists already (nothing is overwritten), with not_found when its folder does
/// not, with not_allowed when the folder is not ours to write in. Throws std::system_error when the disk is at fault.
[[nodiscard]] std::expected<void, domain::Refusal> write_private_file(const std::filesystem::path& file,
                                                                      std::string_view text);

/// Puts `text` in the place of `file`, or makes it: whoever looks finds the old one or the new one, whole and synced.
/// Refuses as write_private_file() does, but for the conflict. Throws std::system_error when the disk is at fault.
[[nodiscard]] std::expected<void, domain::Refusal> replace_private_file(const std::filesystem::path& file,
                                                                        std::string_view text);

/// As read_private_file(), for a file carried here on a stick: its file system may know no owners, so that others may
/// read it is no reason to refuse it.
[[nodiscard]] std::expected<std::string, domain::Refusal> read_carried_file(const std::filesystem::path& file);

} // namespace verandah::files
