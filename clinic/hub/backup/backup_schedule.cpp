// SPDX-License-Identifier: Apache-2.0
// The schedule's thread.
#include "clinic/hub/backup/backup_schedule.hpp"

#include "clinic/hub/backup/centre_backup.hpp"
#include "clinic/store/backup/incarnation_file.hpp"
#include "clinic/store/forgetting/forgotten_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace verandah::hub {
namespace {

/// The hub stops: what is under way is broken off.
struct BrokenOff {};

/// Puts the list of who was forgotten into `folder`, and sees to those of before; which of them it did not get to.
std::expected<std::vector<ListThere>, domain::Refusal>
list_beside(const FolderPaths& paths, const std::filesystem::path& folder, domain::Instant now)
{
    try {
        const auto rows = store::forgotten_rows(paths.journal());
        if (const auto put = put_list_beside(paths, folder, rows, now); !put) {
            return std::unexpected{put.error()};
        }
        auto lists = keep_lists(paths, rows, now);
        std::erase_if(lists, [](const ListThere& list) { return list.state != ListThere::State::behind; });
        return lists;
    } catch (const store::DamagedJournal& damage) {
        return domain::refuse(domain::Refusal::Why::invalid_input,
                              fmt::format("{}: {}. No backup was made; those before it are as they were",
                                          paths.journal().string(), damage.what()));
    }
}

} // namespace

std::expected<BackupDone, domain::Refusal> back_up(const FolderPaths& paths, const BackupSettings& settings,
                                                   domain::Instant now,
                                                   const std::function<void(int percent)>& progress)
{
    if (std::filesystem::is_directory(settings.folder)) { // first: whoever is forgotten meanwhile gets on its list, too
        if (const auto listed = list_beside(paths, settings.folder, now); !listed) {
            return std::unexpected{listed.error()};
        }
    }
    const auto source = backup_source(paths);
    if (!source) {
        return std::unexpected{source.error()};
    }
    auto file = store::make_backup(*source, settings.folder, now, progress);
    if (!file) {
        return std::unexpected{file.error()};
    }
    auto behind = list_beside(paths, settings.folder, now);
    if (!behind) {
        return std::unexpected{behind.error()};
    }
    auto retention = store::keep_newest_backups(settings.folder, source->incarnation, settings.keep);
    return BackupDone{std::move(*file), std::move(retention.removed), std::move(retention.left_alone),
                      std::move(*behind)};
}

BackupSchedule::BackupSchedule(Options options) : options_{std::move(options)}, thread_{[this] { run(); }} {}

BackupSchedule::~BackupSchedule()
{
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    stop_.notify_one();
    thread_.join();
}

std::chrono::milliseconds BackupSchedule::until_first() const
{
    const std::chrono::milliseconds every = options_.settings.every;
    const auto incarnation = store::read_incarnation(options_.paths.incarnation());
    const auto newest = incarnation ? store::newest_backup(options_.settings.folder, *incarnation) : std::nullopt;
    // A newest one of tomorrow, from a clock that was ahead, does not put the next one off for longer than usual.
    return newest ? std::clamp(every - (options_.now() - *newest), std::chrono::milliseconds{0}, every)
                  : std::chrono::milliseconds{0};
}

void BackupSchedule::run()
{
    const std::chrono::milliseconds every = options_.settings.every;
    auto patience = until_first();
    std::unique_lock lock{mutex_};
    while (!stop_.wait_for(lock, patience, [this] { return stopping_; })) {
        lock.unlock();
        patience = make_one() ? every : std::min(every, options_.after_a_failure);
        lock.lock();
    }
}

bool BackupSchedule::make_one()
{
    const auto go_on = [this](int) {
        const std::lock_guard lock{mutex_};
        if (stopping_) {
            throw BrokenOff{};
        }
    };
    try {
        const auto done = back_up(options_.paths, options_.settings, options_.now(), go_on);
        if (!done) {
            options_.failed(fmt::format("no backup was made: {}", done.error().detail));
            return false;
        }
        options_.said(fmt::format("backup made: {}", done->file.string()));
        for (const auto& left : done->left_alone) {
            options_.failed(fmt::format("an old backup is not whole: {}", left));
        } // which lists are behind, the hub looks at itself
        return true;
    } catch (const BrokenOff&) {
        return false;
    } catch (const std::exception& fault) {
        options_.failed(fmt::format("no backup was made: {}", fault.what()));
        return false;
    }
}

} // namespace verandah::hub
