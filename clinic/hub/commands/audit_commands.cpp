// SPDX-License-Identifier: Apache-2.0
// audit verify, export and renew: the centre's past, proved and kept.
#include "clinic/hub/centre/centre_folder.hpp"
#include "clinic/hub/commands/commands.hpp"
#include "clinic/hub/commands/say.hpp"
#include "clinic/store/audit/verify_audit.hpp"
#include "shared/files/private_file.hpp"
#include "shared/files/synced_file.hpp"
#include "shared/vault/random.hpp"

namespace verandah::hub {
namespace {

std::expected<FolderPaths, std::string> centre_in(const std::filesystem::path& folder)
{
    FolderPaths paths{folder};
    if (!std::filesystem::exists(paths.centre_file())) {
        return std::unexpected{fmt::format("{} is no centre's folder: it has no centre.toml", folder.string())};
    }
    return paths;
}

} // namespace

void say_fingerprint(const store::AuditPaths& paths)
{
    const auto file = files::SyncedFile::open_to_read(paths.first_key);
    const auto read = store::read_trails(file ? file->text() : std::string{});
    if (read && read->trails.size() == 1) {
        say("Write this on paper and keep it elsewhere, it proves the audit trail: {}",
            read->trails.front().first.fingerprint());
    }
}

int verify_audit(const std::filesystem::path& folder, const std::optional<std::filesystem::path>& against)
{
    vault::initialise();
    const auto paths = centre_in(folder);
    if (!paths) {
        return refuse_with(paths.error());
    }
    std::optional<std::string> exported;
    if (against) {
        const auto file = files::SyncedFile::open_to_read(*against);
        if (!file) {
            return refuse_with(file.error().detail);
        }
        exported = file->text();
    }
    const auto report = store::verify_audit(paths->audit(), paths->journal(), exported);
    for (const auto& note : report.notes) {
        say("{}", note);
    }
    if (!report.is_whole()) {
        return refuse_with(report.findings);
    }
    say("Nothing was changed{}.", exported ? ", and all that was exported is there" : "");
    return succeeded;
}

int list_audit(const AuditListOptions& options)
{
    const auto folder = open_with_key(options.folder, options.key);
    if (!folder) {
        return refuse_with(folder.error());
    }
    const CentreClock clock{folder->file.centre.time_zone, folder->file.centre.day_boundary};
    std::vector<Activity> activities;
    try {
        store::Journal journal{folder->paths.journal(), *folder->hub_key, store::Access::read_only};
        journal.replay([&](domain::Sequence, const domain::Recorded& recorded) {
            if (matches(options.filter, recorded, clock)) {
                activities.push_back(activity_of(recorded, clock));
            }
        });
    } catch (const store::DamagedJournal& damage) {
        return refuse_with(fmt::format("{}: {}", folder->paths.journal().string(), damage.what()));
    }
    if (!options.csv) {
        fmt::print("{}", table_of(activities));
        return succeeded;
    }
    if (const auto written = files::write_private_file(*options.csv, csv_of(activities)); !written) {
        return refuse_with(written.error().detail);
    }
    say("{} events are in {}.", activities.size(), options.csv->string());
    return succeeded;
}

int export_audit(const std::filesystem::path& folder, const std::filesystem::path& to)
{
    const auto paths = centre_in(folder);
    if (!paths) {
        return refuse_with(paths.error());
    }
    const auto text = store::exported_trails(paths->audit());
    if (!text) {
        return refuse_with(text.error().detail);
    }
    if (const auto written = files::write_private_file(to, *text); !written) {
        return refuse_with(written.error().detail);
    }
    say("The trail is in {}. Later: verandah-hub audit verify {} --against {}", to.string(), folder.string(),
        to.string());
    return succeeded;
}

int renew_audit(const std::filesystem::path& folder)
{
    vault::initialise();
    const auto paths = centre_in(folder);
    if (!paths) {
        return refuse_with(paths.error());
    }
    const auto lock = ServingLock::take(*paths);
    if (!lock) {
        return refuse_with(lock.error().detail);
    }
    const auto audit = paths->audit();
    std::filesystem::create_directory(audit.checkpoints.parent_path());
    store::begin_trail(audit);
    say("A new audit trail begins; those before it are kept beside {}.", audit.checkpoints.string());
    say_fingerprint(audit);
    return succeeded;
}

} // namespace verandah::hub
