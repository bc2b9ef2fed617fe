// SPDX-License-Identifier: Apache-2.0
// backup, backup-keys, backup-places and restore: what each may be told.
#include "clinic/hub/command_line/backup_options.hpp"

#include "clinic/hub/command_line/key_options.hpp"
#include "clinic/hub/commands/commands.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace verandah::hub {
namespace {

constexpr std::size_t most_kept = 1'000;

/// DIR, --to and --keep of either kind of backup.
CLI::App* offer_backup_of(CLI::App& app, const char* name, const char* purpose,
                          const std::shared_ptr<BackupOptions>& options)
{
    auto* command = app.add_subcommand(name, purpose);
    command->add_option("DIR", options->folder, "The centre's folder")->required();
    command->add_option("--to", options->to, "The folder to put it in, best on another disk")->required();
    command
        ->add_option("--keep", options->keep,
                     "How many to keep there; older whole ones are removed (all are kept "
                     "when left out)")
        ->check(CLI::Range(std::size_t{1}, most_kept));
    return command;
}

void offer_backup(CLI::App& app, std::function<int()>& command)
{
    const auto options = std::make_shared<BackupOptions>();
    auto* backup = offer_backup_of(app, "backup",
                                   "Make a backup of everything but the secret keys, sealed to the hub "
                                   "key",
                                   options);
    backup->footer("May run while the hub serves, and while it is locked. Example:\n"
                   "  verandah-hub backup /var/lib/verandah/centre --to /media/disk --keep 7\n"
                   "The secret keys have a backup of their own, to be kept elsewhere: verandah-hub backup-keys --help");
    backup->callback([options, &command] { command = [options] { return back_up_centre(*options); }; });
}

void offer_backup_keys(CLI::App& app, std::function<int()>& command)
{
    const auto options = std::make_shared<BackupOptions>();
    auto* backup = offer_backup_of(app, "backup-keys", "Copy the secret keys to a place of their own", options);
    backup->footer("Keep them away from the backups: with both, everything can be read. Example:\n"
                   "  verandah-hub backup-keys /var/lib/verandah/centre --to /media/stick --keep 3");
    backup->callback([options, &command] { command = [options] { return back_up_keys(*options); }; });
}

void offer_backup_places(CLI::App& app, std::function<int()>& command)
{
    const auto options = std::make_shared<BackupPlacesOptions>();
    auto* places = app.add_subcommand(
        "backup-places", "Bring the list of who was forgotten up to date in every folder with backups, and list them");
    places->add_option("DIR", options->folder, "The centre's folder")->required();
    places->add_option("--strike", options->strike,
                       "Remember this folder no more: its disk is lost, and so is whatever was on it");
    places->footer("May run while the hub serves, and while it is locked. Exit status 1: a list is behind. Example:\n"
                   "  verandah-hub backup-places /var/lib/verandah/centre");
    places->callback([options, &command] { command = [options] { return look_at_backup_places(*options); }; });
}

void offer_restore(CLI::App& app, std::function<int()>& command)
{
    const auto options = std::make_shared<RestoreArguments>();
    auto* restore = app.add_subcommand("restore", "Make a centre of a backup and the keys' backup");
    restore->add_option("BACKUP", options->backup, "The file that `backup` made")->required();
    restore->add_option("--keys", options->keys, "The folder that `backup-keys` made")->required();
    restore->add_option("--to", options->to, "The new centre's folder; nothing is overwritten")->required();
    restore->add_option(
        "--forgotten", options->forgotten,
        "A list of who was forgotten since (verandah.forgotten); the one beside the backup is read anyway");
    restore->add_flag("--without-forgotten-list", options->without_list,
                      "Go on without such a list: whoever was forgotten since is back");
    offer_opening(*restore, options->key);
    restore->footer(
        "Example:\n"
        "  verandah-hub restore /media/disk/verandah-3f9a01c2-1-000000004711.backup \\\n"
        "      --keys /media/stick/verandah-keys-3f9a01c2-1-20260303T120000.000Z --to /var/lib/verandah/centre");
    restore->callback([options, &command] { command = [options] { return restore_backup(*options); }; });
}

} // namespace

void offer_backups(CLI::App& app, std::function<int()>& command)
{
    offer_backup(app, command);
    offer_backup_keys(app, command);
    offer_backup_places(app, command);
    offer_restore(app, command);
}

} // namespace verandah::hub
