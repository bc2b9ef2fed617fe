// SPDX-License-Identifier: Apache-2.0
// Making a backup beside a hub that serves, proving it, and letting old ones go.
#pragma once

#include "clinic/store/backup/backup_file.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace verandah::store {

/// What goes into a backup.
struct BackupSource {
    struct File {
        std::string name; ///< In the backup, such as "devices/kiosk-1.toml".
        std::string content;
    };
    std::vector<File> files; ///< Read before the journal is: the audit trail in it is never ahead of the events.
    std::filesystem::path journal;
    domain::Incarnation incarnation;
    vault::PublicKey hub; ///< Whose secret half opens the backup.
};

/// How far it is, in hundredths; each number once, rising.
using Progress = std::function<void(int percent)>;

/// Makes one in the folder `to` and answers with its file. All events of one instant are in it, in a read transaction:
/// whatever was acknowledged before the call is. It is written under another name, read again from the disk, opened
/// and its chain proved, and only then gets its name; one that is cut off leaves the old ones as they are, and its
/// remains are used by the next. Refuses with not_found when there is no such folder, with conflict when one is being
/// made there, with invalid_input when the journal is damaged or the disk does not keep what was written. Throws
/// std::system_error and SQLite::Exception when the disk is at fault: a full one, too.
[[nodiscard]] std::expected<std::filesystem::path, domain::Refusal>
make_backup(const BackupSource& source, const std::filesystem::path& to, domain::Instant now, const Progress& progress);

/// What was removed, and what is left alone though its name is one of ours: damaged, cut short or unreadable.
struct Retention {
    std::vector<std::filesystem::path> removed;
    std::vector<std::string> left_alone; ///< With the reason.
};

/// Keeps the newest `keep` whole backups of this life of the centre in `folder` and removes the whole ones before
/// them, oldest first. Precondition: keep >= 1. Throws std::system_error when the disk is at fault.
Retention keep_newest_backups(const std::filesystem::path& folder, const domain::Incarnation& incarnation,
                              std::size_t keep);

/// When the newest backup of this life of the centre in `folder` was made; nullopt when there is none.
[[nodiscard]] std::optional<domain::Instant> newest_backup(const std::filesystem::path& folder,
                                                           const domain::Incarnation& incarnation);

} // namespace verandah::store
