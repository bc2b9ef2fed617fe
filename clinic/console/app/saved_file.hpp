// SPDX-License-Identifier: Apache-2.0
// A file that the person asked for, on this machine or on a stick in it.
#pragma once

#include "clinic/console/flow/past.hpp"
#include "shared/files/synced_file.hpp"

#include <array>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>

namespace verandah::console {

/// Below these, in a folder of somebody's, the system mounts sticks. assets/systemd says which programs see them.
inline constexpr std::array stick_folders{"/media", "/run/media"};

/// Where it goes: `wished` when there is one; else a stick, as the system mounts them below stick_folders; else
/// the home folder. Empty when none of them can be written to.
[[nodiscard]] std::filesystem::path save_folder(const std::filesystem::path& wished);

/// Written part by part under a name of its own, synced, and called by its name only when it is whole. Nothing that is
/// there is overwritten: the second of one day gets "-2".
class SavedFile {
public:
    SavedFile() = default;
    ~SavedFile() { drop(); }
    SavedFile(const SavedFile&) = delete;
    SavedFile& operator=(const SavedFile&) = delete;

    /// The whole path after the last part, an empty one before it; unexpected when the disk does not take it.
    [[nodiscard]] std::expected<std::string, std::string> take(const SavePart& part,
                                                               const std::filesystem::path& folder);
    void drop(); ///< Removes what is not whole.

private:
    std::expected<std::string, std::string> take_now(const SavePart& part, const std::filesystem::path& folder);

    std::optional<files::SyncedFile> file_;
    std::filesystem::path unfinished_;
    std::uint64_t size_{0};
};

} // namespace verandah::console
