// SPDX-License-Identifier: Apache-2.0
// From a backup and the keys' backup to a centre that can be served, on whichever machine.
#pragma once

#include "clinic/store/backup/backup_file.hpp"
#include "shared/vault/hub_key.hpp"

#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace verandah::hub {

struct RestoreOptions {
    /// What to do when no list of who was forgotten lies beside the backup, and none is given.
    enum class WithoutList { refuse, go_on };

    std::filesystem::path backup;
    std::filesystem::path keys;                     ///< What `backup-keys` made, or a copy of the centre's keys folder.
    std::filesystem::path to;                       ///< Not there yet, or empty.
    std::vector<std::filesystem::path> forgotten{}; ///< More lists of who was forgotten since.
    WithoutList without_list{WithoutList::refuse};
    /// How the hub key is opened where it stands then.
    std::function<std::expected<vault::HubKey, domain::Refusal>(const std::filesystem::path& file)> open_key =
        vault::HubKey::load;
};

/// A centre that was restored.
struct Restored {
    store::BackupLabel label;         ///< Of the backup.
    domain::Incarnation incarnation;  ///< The life that begins.
    std::vector<std::string> devices; ///< Names of those it lets in.
    std::optional<domain::Instant>
        list_of;                    ///< Who was forgotten since then is back; nullopt: no list said of when it is.
    std::size_t forgotten_again{0}; ///< Visitors who were in the backup, and by the lists are not to be.
    std::vector<std::string> audit_faults; ///< What the backup's past has to be asked about; usually nothing.
};

/// Proves the whole backup before anything is made. The centre is then made beside its place and moved there when
/// complete: with a new incarnation, written into the journal as its next event, and a new audit trail behind the old
/// one; the folder of the backup is remembered, and whoever was forgotten since it was made is forgotten again.
/// Refuses, one line each: no list of who that is, or a damaged one; keys that are missing, damaged or another
/// centre's; a backup that is damaged, cut short, foreign or of a later version; a place that is taken; and whatever
/// open_centre_folder() refuses in what was restored. Throws std::system_error and SQLite::Exception when the disk is
/// at fault; nothing is left then.
[[nodiscard]] std::expected<Restored, std::vector<std::string>> restore_centre(const RestoreOptions& options,
                                                                               domain::Instant now);

} // namespace verandah::hub
