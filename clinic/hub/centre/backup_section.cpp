// SPDX-License-Identifier: Apache-2.0
// [backup]: where the serving hub puts its backups, how often, and how many it keeps.
#include "clinic/hub/centre/sections.hpp"

namespace verandah::hub {

std::optional<BackupSettings> read_backup_settings(Reading& reading)
{
    constexpr std::size_t longest_path = 1'000;
    auto section = reading.root.table("backup");
    if (!section) {
        return std::nullopt;
    }
    BackupSettings settings;
    settings.folder = section->text("folder", {"/backup/verandah", longest_path});
    if (!settings.folder.empty() && !settings.folder.is_absolute()) {
        section->refuse(section->place("folder"), "the folder is not said from the root on",
                        "Write the whole path, such as \"/backup/verandah\".");
    }
    constexpr int week = 168;
    constexpr int most_kept = 1'000;
    settings.every = std::chrono::hours{section->number("every_hours", {.least = 1, .most = week, .usual = 24})};
    settings.keep = static_cast<std::size_t>(section->number("keep", {.least = 1, .most = most_kept, .usual = 7}));
    section->refuse_other_keys();
    return settings;
}

} // namespace verandah::hub
