// SPDX-License-Identifier: Apache-2.0
// Which files of a centre's folder a backup holds, and the keys' own backup, which is kept elsewhere.
#pragma once

#include "clinic/hub/centre/centre_folder.hpp"
#include "clinic/store/backup/make_backup.hpp"
#include "shared/domain/refusal.hpp"

#include <cstddef>
#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::hub {

/// centre.toml, incarnation, numbers.floor when there is one, clinical/ as far as it is there, devices/*.toml,
/// audit/checkpoints*, keys/*.pem, keys/*.pub and backup-places/*.place, when there are any: never a secret key. Needs
/// no key; a locked hub can do it. Refuses with what is missing or cannot be read.
[[nodiscard]] std::expected<store::BackupSource, domain::Refusal> backup_source(const FolderPaths& paths);

/// Whether a file may be called so in a backup: as one of the above, and nothing that leads out of the folder.
[[nodiscard]] bool is_backed_up(std::string_view name);

/// Copies keys/*.key but the audit's, which signs forwards only and is never restored, into a new folder of `to`,
/// mode 0700, with a list of their digests. Answers with the folder. Refuses with not_found when there is no such
/// folder. Throws std::system_error when the disk is at fault.
[[nodiscard]] std::expected<std::filesystem::path, domain::Refusal>
back_up_keys(const FolderPaths& paths, const std::filesystem::path& to, domain::Instant now);

/// One key file, as text, held whole.
struct KeyFile {
    std::string name;
    std::string text;
};
/// What back_up_keys() made, or a plain copy of a keys folder: each file that the list names is as it was.
/// not_found, or invalid_input when one is missing or damaged.
[[nodiscard]] std::expected<std::vector<KeyFile>, domain::Refusal> read_key_backup(const std::filesystem::path& folder);

/// Removes all but the newest `keep` whole key backups of this life of the centre. Precondition: keep >= 1.
store::Retention keep_newest_key_backups(const std::filesystem::path& folder, const domain::Incarnation& incarnation,
                                         std::size_t keep);

} // namespace verandah::hub
