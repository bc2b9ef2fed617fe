// SPDX-License-Identifier: Apache-2.0
// Old backups: only what is ours and whole is ever removed, and never the newest.
#include "clinic/store/backup/make_backup.hpp"
#include "shared/vault/hexadecimal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace verandah::store {

namespace {

using std::filesystem::path;

/// Files that are called as backups of this life of the centre are, oldest first.
std::vector<path> backups_by_name(const path& folder, const domain::Incarnation& incarnation)
{
    const auto beginning =
        fmt::format("verandah-{}-{}-", vault::hexadecimal(incarnation.id).substr(0, 8), incarnation.count);
    std::vector<path> files;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        const auto name = entry.path().filename().string();
        if (name.starts_with(beginning) && name.ends_with(".backup") && entry.is_regular_file() &&
            !entry.is_symlink()) {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files); // the sequence has as many digits in each
    return files;
}

/// Whether it is what its name says, whole, and of this very life.
std::expected<BackupLabel, domain::Refusal> ours(const path& file, const domain::Incarnation& incarnation)
{
    auto label = look_at_backup(file);
    if (label && (label->incarnation != incarnation || name_of(*label) != file.filename())) {
        return domain::refuse(domain::Refusal::Why::conflict,
                              fmt::format("{}: it is not what its name says", file.string()));
    }
    return label;
}

} // namespace

Retention keep_newest_backups(const path& folder, const domain::Incarnation& incarnation, std::size_t keep)
{
    Retention retention;
    std::vector<path> whole;
    for (const auto& file : backups_by_name(folder, incarnation)) {
        if (const auto label = ours(file, incarnation)) {
            whole.push_back(file);
        } else {
            retention.left_alone.push_back(label.error().detail);
        }
    }
    const auto too_many = whole.size() - std::min(whole.size(), std::max<std::size_t>(keep, 1));
    for (const auto& file : std::span{whole}.first(too_many)) {
        std::filesystem::remove(file);
        retention.removed.push_back(file);
    }
    return retention;
}

std::optional<domain::Instant> newest_backup(const path& folder, const domain::Incarnation& incarnation)
{
    if (!std::filesystem::is_directory(folder)) {
        return std::nullopt;
    }
    const auto files = backups_by_name(folder, incarnation);
    const auto label = files.empty() ? std::nullopt : std::optional{ours(files.back(), incarnation)};
    return label && *label ? std::optional{(*label)->made} : std::nullopt;
}

} // namespace verandah::store
