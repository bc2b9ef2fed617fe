// SPDX-License-Identifier: Apache-2.0
// Restoring: prove, make beside, prove again, move.
#include "clinic/hub/backup/restore.hpp"

#include "clinic/hub/backup/backup_places.hpp"
#include "clinic/hub/backup/centre_backup.hpp"
#include "clinic/hub/centre/unfinished_folder.hpp"
#include "clinic/store/audit/verify_audit.hpp"
#include "clinic/store/backup/incarnation_file.hpp"
#include "clinic/store/forgetting/forgotten_list.hpp"
#include "clinic/store/sealed_rows.hpp"
#include "shared/files/private_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <stdexcept>
#include <utility>

namespace verandah::hub {
namespace {

using domain::Refusal;
using std::filesystem::path;
using Lines = std::vector<std::string>;

std::unexpected<Lines> refused(std::string line)
{
    return std::unexpected{Lines{std::move(line)}};
}

void make_folder(const path& folder)
{
    std::filesystem::create_directory(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
}

void write(const path& file, std::string_view text)
{
    if (const auto written = files::write_private_file(file, text); !written) {
        throw std::runtime_error{written.error().detail};
    }
}

/// The folders and the keys, so that the hub key can be opened where it will stand.
void lay_out(const FolderPaths& paths, const std::vector<KeyFile>& keys)
{
    for (const auto& folder : {paths.keys(), paths.devices(), paths.audit().checkpoints.parent_path()}) {
        make_folder(folder);
    }
    for (const auto& [name, text] : keys) {
        write(paths.keys() / name, text);
    }
}

/// A backup, opened by the hub key that stands in `paths`.
struct OpenBackup {
    files::SyncedFile file;
    vault::StreamKey key;
};
std::expected<OpenBackup, Refusal> open_backup(const path& backup, const vault::HubKey& hub)
{
    if (const auto whole = store::look_at_backup(backup); !whole) {
        return std::unexpected{whole.error()};
    }
    auto file = files::SyncedFile::open_to_read(backup);
    if (!file) {
        return std::unexpected{file.error()};
    }
    auto key = store::key_of_backup(*file, hub.box_key());
    if (!key) {
        return domain::refuse(key.error().why, fmt::format("{}: {}", backup.string(), key.error().detail));
    }
    return OpenBackup{std::move(*file), std::move(*key)};
}

path folder_of(const path& file)
{
    return std::filesystem::absolute(file).parent_path();
}

/// All lists of who was forgotten as one: that beside the backup, and those given.
std::expected<store::ForgottenList, Lines> read_lists(const RestoreOptions& options)
{
    auto lists = options.forgotten;
    if (const auto beside = folder_of(options.backup) / store::forgotten_list_name; std::filesystem::exists(beside)) {
        lists.push_back(beside);
    }
    if (lists.empty() && options.without_list == RestoreOptions::WithoutList::refuse) {
        return refused(fmt::format("Beside {} lies no list of who asked to be forgotten since it was made ({}). Put it "
                                   "there, or give it with --forgotten. If it is lost: --without-forgotten-list, and "
                                   "whoever was forgotten since is back",
                                   options.backup.string(), store::forgotten_list_name));
    }
    store::ForgottenList all;
    for (const auto& file : lists) {
        const auto list = store::read_forgotten_list(file);
        if (!list) {
            return refused(list.error().detail);
        }
        all.rows.insert(all.rows.end(), list->rows.begin(), list->rows.end());
        all.of = std::max(all.of, list->of); // each has all until then
    }
    return all;
}

/// Reads all of it and keeps nothing.
std::expected<store::BackupLabel, Refusal> prove(const OpenBackup& backup, const path& name)
{
    std::string strange;
    auto read =
        store::read_backup(backup.file, backup.key, {.file = [&strange](std::string_view file, std::string_view) {
                               if (!is_backed_up(file)) {
                                   strange = file;
                               }
                           }});
    if (read && !strange.empty()) {
        return domain::refuse(
            Refusal::Why::invalid_input,
            fmt::format("{}: it holds a file that is none of a centre's; take another one", name.string()));
    }
    if (!read) {
        return domain::refuse(read.error().why, fmt::format("{}: {}", name.string(), read.error().detail));
    }
    return read;
}

/// The folder of a file that is not among those that lay_out() has made.
void make_folder_of(const FolderPaths& paths, std::string_view name)
{
    const auto folder = path{name}.parent_path();
    auto place = paths.root;
    for (const auto& part : folder) {
        place /= part;
        if (!std::filesystem::exists(place)) {
            make_folder(place);
        }
    }
}

/// The same again, into the folder.
void unpack(const OpenBackup& backup, const FolderPaths& paths)
{
    store::SealedJournalMaker journal{paths.journal()};
    const auto put_file = [&paths](std::string_view name, std::string_view content) {
        if (!is_backed_up(name)) {
            throw std::runtime_error{"the backup changed while it was restored"};
        }
        make_folder_of(paths, name);
        write(paths.root / name, content);
    };
    const auto read = store::read_backup(
        backup.file, backup.key,
        {.file = put_file, .row = [&journal](auto sealed, auto original) { journal.append(sealed, original); }});
    if (!read) {
        throw std::runtime_error{"the backup changed while it was restored"};
    }
    journal.finish();
}

/// The next life: in the journal, in its file, and with an audit trail of its own.
domain::Incarnation begin_anew(const FolderPaths& paths, const vault::HubKey& hub, const domain::Incarnation& before,
                               domain::Instant now)
{
    const auto incarnation = store::after(before);
    {
        store::Journal journal{paths.journal(), hub};
        journal.prove();
        const std::array event{
            domain::Recorded{domain::AuditEvent{domain::CentreRestored{incarnation, now}}, "hub", std::nullopt}};
        journal.append(event);
    }
    std::filesystem::remove(paths.incarnation());
    write(paths.incarnation(), store::text_of(incarnation));
    store::begin_trail(paths.audit());
    return incarnation;
}

/// The old trail alone: its key is gone, which is as it should be.
Lines faults_of_past(const FolderPaths& paths, std::string_view exported)
{
    const auto report = store::verify_audit(paths.audit(), paths.journal(), exported);
    return report.findings;
}

Lines device_names(const FolderPaths& paths)
{
    Lines names;
    for (const auto& entry : std::filesystem::directory_iterator{paths.devices()}) {
        names.push_back(entry.path().stem().string());
    }
    std::ranges::sort(names);
    return names;
}

/// Makes the centre in `paths`, which is not its place yet.
std::expected<Restored, Lines> make_centre(const FolderPaths& paths, const OpenBackup& backup, const vault::HubKey& hub,
                                           const store::BackupLabel& label, const RestoreOptions& options,
                                           const store::ForgottenList& forgotten, domain::Instant now)
{
    unpack(backup, paths);
    const auto exported = store::exported_trails(paths.audit());
    if (!exported) {
        return refused(exported.error().detail);
    }
    const auto incarnation = begin_anew(paths, hub, label.incarnation, now);
    const auto forgotten_again = store::forget_again(paths.journal(), hub, forgotten.rows, now);
    // Whoever is forgotten from now on must not come back by this backup either.
    if (const auto remembered = remember_backup_place(paths, folder_of(options.backup)); !remembered) {
        return refused(remembered.error().detail);
    }
    const auto opened = open_centre_folder(paths.root, now);
    if (!opened) {
        return std::unexpected{opened.error()};
    }
    return Restored{label,        incarnation,     device_names(paths),
                    forgotten.of, forgotten_again, faults_of_past(paths, *exported)};
}

} // namespace

std::expected<Restored, Lines> restore_centre(const RestoreOptions& options, domain::Instant now)
{
    const auto place = place_of(options.to);
    if (auto free = check_place(place); !free) {
        return std::unexpected{std::move(free.error())};
    }
    const auto forgotten = read_lists(options);
    if (!forgotten) {
        return std::unexpected{forgotten.error()};
    }
    const auto keys = read_key_backup(options.keys);
    if (!keys) {
        return refused(keys.error().detail);
    }
    const UnfinishedFolder unfinished{place};
    const FolderPaths paths{unfinished.folder()};
    lay_out(paths, *keys);
    const auto hub = options.open_key(paths.hub_key());
    if (!hub) {
        return refused(fmt::format("{}: {}", (options.keys / "hub.key").string(),
                                   hub.error().why == Refusal::Why::not_found ? "it is missing" : hub.error().detail));
    }
    const auto backup = open_backup(options.backup, *hub);
    if (!backup) {
        return refused(backup.error().detail);
    }
    const auto label = prove(*backup, options.backup);
    if (!label) {
        return refused(label.error().detail);
    }
    auto restored = make_centre(paths, *backup, *hub, *label, options, *forgotten, now);
    if (restored) {
        unfinished.move_to(place);
    }
    return restored;
}

} // namespace verandah::hub
