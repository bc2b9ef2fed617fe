// SPDX-License-Identifier: Apache-2.0
// backup, backup-keys and restore: what is said while they run and when they are done.
#include "clinic/hub/backup/backup_schedule.hpp"
#include "clinic/hub/backup/centre_backup.hpp"
#include "clinic/hub/backup/restore.hpp"
#include "clinic/hub/commands/commands.hpp"
#include "clinic/hub/commands/say.hpp"
#include "clinic/store/backup/incarnation_file.hpp"
#include "shared/vault/random.hpp"

#include <fmt/ranges.h>
#include <unistd.h>

#include <limits>

namespace verandah::hub {
namespace {

/// One line that counts on a terminal; elsewhere a line at each quarter.
class ShownProgress {
public:
    void show(int percent)
    {
        constexpr int quarter = 25;
        if (on_terminal_) {
            fmt::print("\r{:3} %", percent);
            std::fflush(stdout);
            begun_ = true;
        } else if (percent >= next_) {
            say("{} %", percent);
            std::fflush(stdout);
            next_ = percent / quarter * quarter + quarter;
        }
    }
    void end() const
    {
        if (begun_) {
            fmt::print("\n");
        }
    }

private:
    bool on_terminal_{::isatty(STDOUT_FILENO) == 1};
    bool begun_{false};
    int next_{0};
};

void say_retention(const std::vector<std::filesystem::path>& removed, const std::vector<std::string>& left_alone)
{
    for (const auto& old : removed) {
        say("removed the older {}", old.string());
    }
    for (const auto& line : left_alone) {
        say("warning: left alone, because it is not whole: {}", line);
    }
}

std::size_t all_when_left_out(const std::optional<std::size_t>& keep)
{
    return keep.value_or(std::numeric_limits<std::size_t>::max());
}

} // namespace

int back_up_centre(const BackupOptions& options)
{
    vault::initialise();
    ShownProgress progress;
    const auto done =
        back_up(FolderPaths{options.folder},
                {.folder = options.to, .every = std::chrono::hours{0}, .keep = all_when_left_out(options.keep)},
                system_now(), [&progress](int percent) { progress.show(percent); });
    progress.end();
    if (!done) {
        return refuse_with(done.error().detail);
    }
    say("The backup is whole: {}", done->file.string());
    say_retention(done->removed, done->left_alone);
    return succeeded;
}

int back_up_keys(const BackupOptions& options)
{
    vault::initialise();
    const FolderPaths paths{options.folder};
    const auto folder = back_up_keys(paths, options.to, system_now());
    if (!folder) {
        return refuse_with(folder.error().detail);
    }
    say("The keys are in {}. Keep it away from the backups: with both, everything can be read.", folder->string());
    if (const auto incarnation = store::read_incarnation(paths.incarnation()); incarnation && options.keep) {
        const auto retention = keep_newest_key_backups(options.to, *incarnation, *options.keep);
        say_retention(retention.removed, retention.left_alone);
    }
    return succeeded;
}

int restore_backup(const RestoreArguments& arguments)
{
    vault::initialise();
    const auto restored =
        restore_centre({.backup = arguments.backup,
                        .keys = arguments.keys,
                        .to = arguments.to,
                        .forgotten = arguments.forgotten,
                        .without_list = arguments.without_list ? RestoreOptions::WithoutList::go_on
                                                               : RestoreOptions::WithoutList::refuse,
                        .open_key = [&](const auto& file) { return hub_key_in(file, arguments.key); }},
                       system_now());
    if (!restored) {
        return refuse_with(restored.error());
    }
    say("{} is as the centre was after event {}, on {}.", arguments.to.string(), restored->label.last,
        store::time_text(restored->label.made));
    say("It is in its life number {} from now on; devices fetch everything anew.", restored->incarnation.count);
    if (restored->forgotten_again > 0) {
        say("Forgotten again, because they had asked for it since: {} visitor{}.", restored->forgotten_again,
            restored->forgotten_again == 1 ? "" : "s");
    }
    for (const auto& fault : restored->audit_faults) {
        say("warning: its past: {}", fault);
    }
    say("It lets in: {}. Take off what you do not know (DIR/devices).", fmt::join(restored->devices, ", "));
    say_fingerprint(FolderPaths{arguments.to}.audit());
    say("Next:\n  verandah-hub check {0}\n  verandah-hub serve {0}", arguments.to.string());
    return succeeded;
}

} // namespace verandah::hub
