// SPDX-License-Identifier: Apache-2.0
// Backups every so many hours, made by the serving hub on a thread of its own.
#pragma once

#include "clinic/hub/backup/backup_places.hpp"
#include "clinic/hub/centre/centre_folder.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace verandah::hub {

/// One backup for a command or the schedule: its folder is remembered, it is made, the list of who was forgotten put
/// beside it and beside those of before, then old ones let go.
struct BackupDone {
    std::filesystem::path file;
    std::vector<std::filesystem::path> removed;
    std::vector<std::string> left_alone; ///< Old ones that are not whole: look at them.
    std::vector<ListThere> behind;       ///< Other folders with backups that the list did not get to.
};
/// Refuses and throws as store::make_backup() does, and when the list cannot be put beside it.
[[nodiscard]] std::expected<BackupDone, domain::Refusal> back_up(const FolderPaths& paths,
                                                                 const BackupSettings& settings, domain::Instant now,
                                                                 const std::function<void(int percent)>& progress);

/// Makes one as soon as the newest is older than it may be, and says so; one that fails is reported, and tried again
/// an hour later at the latest. Letting go of it breaks off what is under way; the old ones stay as they are.
class BackupSchedule {
public:
    struct Options {
        FolderPaths paths;
        BackupSettings settings;
        std::function<domain::Instant()> now;
        std::function<void(const std::string&)> said;   ///< One line for the log.
        std::function<void(const std::string&)> failed; ///< One line for whoever looks after the machines.
        std::chrono::milliseconds after_a_failure = std::chrono::hours{1}; ///< When `every` is not sooner.
    };
    explicit BackupSchedule(Options options);
    ~BackupSchedule();
    BackupSchedule(const BackupSchedule&) = delete;
    BackupSchedule& operator=(const BackupSchedule&) = delete;

private:
    void run();
    [[nodiscard]] std::chrono::milliseconds until_first() const;
    [[nodiscard]] bool make_one();

    Options options_;
    std::mutex mutex_;
    std::condition_variable stop_;
    bool stopping_{false};
    std::thread thread_; // last: it uses all of the above
};

} // namespace verandah::hub
