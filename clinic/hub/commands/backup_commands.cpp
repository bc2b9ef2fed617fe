// SPDX-License-Identifier: Apache-2.0
// backup, backup-keys, backup-places and restore: what is said while they run and when they are done.
#include "clinic/hub/backup/backup_places.hpp"
#include "clinic/hub/backup/backup_schedule.hpp"
#include "clinic/hub/backup/centre_backup.hpp"
#include "clinic/hub/backup/restore.hpp"
#include "clinic/hub/commands/commands.hpp"
#include "clinic/hub/commands/say.hpp"
#include "clinic/store/backup/incarnation_file.hpp"
#include "shared/vault/random.hpp"

#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
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

/// How the list of who was forgotten stands in one folder, and what to do about it.
std::string text_for(const ListThere& list, const std::filesystem::path& centre)
{
    switch (list.state) {
    case ListThere::State::whole: return fmt::format("{}: everybody is on the list there", list.folder.string());
    case ListThere::State::away:
        return fmt::format("{}: {}. Nobody was forgotten since its list was written", list.folder.string(), list.why);
    case ListThere::State::behind: break;
    }
    return fmt::format(
        "{0}: not everybody who was forgotten is on the list there ({1}). A backup restored from there "
        "brings her back. Put the disk in, then: verandah-hub backup-places {2}. If it is lost for good: "
        "verandah-hub backup-places {2} --strike {0}",
        list.folder.string(), list.why, centre.string());
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
    for (const auto& list : done->behind) {
        say("warning: {}", text_for(list, options.folder));
    }
    return succeeded;
}

int look_at_backup_places(const BackupPlacesOptions& options)
{
    vault::initialise();
    const FolderPaths paths{options.folder};
    if (options.strike) {
        const auto struck = strike_backup_place(paths, *options.strike);
        if (!struck) {
            return refuse_with(struck.error().detail);
        }
        say("Nobody looks for backups in {} any more.", options.strike->string());
        return succeeded;
    }
    const auto lists = keep_lists(paths, store::forgotten_rows(paths.journal()), system_now());
    if (lists.empty()) {
        say("No backup was made yet.");
    }
    for (const auto& list : lists) {
        say("{}", text_for(list, options.folder));
    }
    const auto is_behind = [](const ListThere& list) { return list.state == ListThere::State::behind; };
    return std::ranges::any_of(lists, is_behind) ? refused : succeeded;
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
    say("{} Whoever was forgotten after that is back: forget her again.",
        restored->list_of ? fmt::format("The list of who was forgotten is of {}.", store::time_text(*restored->list_of))
                          : "No list says until when it names who was forgotten.");
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
