// SPDX-License-Identifier: Apache-2.0
// Where backups of this centre lie, by hand or by schedule: a list of who was forgotten belongs beside each of them.
#pragma once

#include "clinic/hub/centre/centre_folder.hpp"
#include "clinic/store/forgetting/forgotten_list.hpp"

#include <expected>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace verandah::hub {

// Each folder that a backup was ever put in has a small file in the centre's folder (FolderPaths::backup_places()):
//   verandah backup place 1
//   folder /backup/verandah
//   listed DIGEST            what the list there was last known to hold; or: listed -
// It is a folder that is known, and no disk: of two disks that are put in at the same place, the one that is in gets
// the list.

/// Remembers a folder, which is made whole first ("backups" becomes "/where/it/is/backups"). Refuses with invalid_input
/// a name that holds a line break. Throws std::system_error when the disk is at fault.
[[nodiscard]] std::expected<void, domain::Refusal> remember_backup_place(const FolderPaths& paths,
                                                                         const std::filesystem::path& folder);

/// Remembers the folder, and puts the list in it, of `now`. Refuses as the former and store::add_to_forgotten_list()
/// do. Throws std::system_error when either disk is at fault.
[[nodiscard]] std::expected<void, domain::Refusal> put_list_beside(const FolderPaths& paths,
                                                                   const std::filesystem::path& folder,
                                                                   std::span<const store::ForgottenRow> rows,
                                                                   domain::Instant now);

/// Remembers it no more: its disk is lost, or was destroyed. Refuses with not_found when it was not remembered.
[[nodiscard]] std::expected<void, domain::Refusal> strike_backup_place(const FolderPaths& paths,
                                                                       const std::filesystem::path& folder);

/// Whether backups of a centre, or the list of who was forgotten, lie there: an empty folder is one whose disk is away.
[[nodiscard]] bool holds_backups(const std::filesystem::path& folder);

/// How the list stands beside the backups of one folder.
struct ListThere {
    enum class State {
        whole,  ///< Everybody is on it.
        away,   ///< Nobody looked, but nobody was forgotten either since everybody was on it.
        behind, ///< Somebody is not on it, or nobody knows: a backup that is restored from there brings her back.
    };
    std::filesystem::path folder;
    State state;
    std::string why; ///< It could not be written there just now; empty when it is whole.
};

/// Sees to it that everybody is on the list in every folder that is remembered, and says how it stands in each. `rows`
/// are all that were forgotten (store::forgotten_rows()). One at a time does it, in whichever process.
[[nodiscard]] std::vector<ListThere> keep_lists(const FolderPaths& paths, std::span<const store::ForgottenRow> rows,
                                                domain::Instant now);

} // namespace verandah::hub
