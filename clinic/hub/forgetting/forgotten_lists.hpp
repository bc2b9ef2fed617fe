// SPDX-License-Identifier: Apache-2.0
// The list of who was forgotten, kept beside every backup by the serving hub: by it, none of them brings anybody back.
#pragma once

#include "clinic/hub/backup/backup_places.hpp"
#include "clinic/hub/desks/slow_thread.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <future>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace verandah::hub {

/// Writes the list on a thread of its own, since a disk that hangs must keep nobody waiting: at the start, because the
/// hub may have ended before it came to it; after each forgetting; and now and then, for disks that were away. Needs no
/// key. Any thread.
class ForgottenLists {
public:
    struct Options {
        const FolderPaths& paths;
        std::optional<std::filesystem::path> scheduled{}; ///< Where backups are put by schedule; some may lie there.
        std::function<domain::Instant()> now;
        std::function<void(const std::string&)> said;   ///< One line for the log, of nobody.
        std::function<void(const std::string&)> failed; ///< One line for whoever looks after the machines.
        std::chrono::milliseconds look_every = std::chrono::minutes{1};
    };
    explicit ForgottenLists(Options options); ///< Borrows the paths for its whole life.

    void start() { thread_.start(); }
    void stop() { thread_.stop(); }

    /// Somebody was forgotten. Done when every list that can be reached names her, or the hub stops.
    [[nodiscard]] std::future<void> keep();

private:
    void look_now_and_then();
    void look();
    void tell(const ListThere& list);

    Options options_;
    // The thread's own.
    bool knows_scheduled_{false};
    std::optional<std::vector<store::ForgottenRow>> rows_; ///< What the journal says; none: to be read.
    std::optional<std::chrono::steady_clock::time_point> looked_at_;
    std::map<std::filesystem::path, std::string> behind_; ///< Where the list is not whole, and why, as was told.
    SlowThread thread_;                                   ///< Last: it uses all of the above.
};

} // namespace verandah::hub
