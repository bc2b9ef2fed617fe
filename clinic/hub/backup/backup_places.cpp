// SPDX-License-Identifier: Apache-2.0
// One small file for each folder, so that two who remember different ones do not disturb each other.
#include "clinic/hub/backup/backup_places.hpp"

#include "shared/files/private_file.hpp"
#include "shared/files/synced_file.hpp"
#include "shared/vault/hash.hpp"
#include "shared/vault/hexadecimal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

namespace verandah::hub {
namespace {

using domain::Refusal;
using std::filesystem::path;
using store::ForgottenRow;
using Why = Refusal::Why;

constexpr std::string_view heading = "verandah backup place 1\nfolder ";
constexpr std::string_view before_digest = "\nlisted ";
constexpr std::string_view nothing_listed = "-";

struct KnownPlace {
    path folder;
    std::optional<vault::Digest> listed;
    friend bool operator==(const KnownPlace&, const KnownPlace&) = default;
};

std::string text_of(const KnownPlace& place)
{
    return fmt::format("{}{}{}{}\n", heading, place.folder.string(), before_digest,
                       place.listed ? vault::hexadecimal(*place.listed) : std::string{nothing_listed});
}

std::optional<KnownPlace> place_in(std::string_view text)
{
    const auto end = text.rfind(before_digest);
    if (!text.starts_with(heading) || end == std::string_view::npos || end < heading.size()) {
        return std::nullopt;
    }
    KnownPlace place{text.substr(heading.size(), end - heading.size()), std::nullopt};
    const auto digest = text.substr(end + before_digest.size());
    if (!digest.starts_with(nothing_listed)) {
        place.listed =
            vault::bytes_in<std::tuple_size_v<vault::Digest>>(digest.substr(0, 2 * std::tuple_size_v<vault::Digest>));
    }
    return text_of(place) == text ? std::optional{std::move(place)} : std::nullopt;
}

path whole(const path& folder)
{
    auto name = std::filesystem::absolute(folder).lexically_normal();
    return name.has_filename() ? name : name.parent_path(); // "/backup/" is "/backup"
}

/// Named after the folder, in what any file system takes for a name.
path file_of(const FolderPaths& paths, const path& folder)
{
    constexpr std::size_t enough = 16;
    const auto name = folder.string();
    return paths.backup_places() /
           (vault::hexadecimal(vault::hash({std::as_bytes(std::span{name})})).substr(0, enough) + ".place");
}

void make_places_folder(const FolderPaths& paths)
{
    if (std::filesystem::create_directory(paths.backup_places())) {
        std::filesystem::permissions(paths.backup_places(), std::filesystem::perms::owner_all);
    }
}

/// All of them by name; those whose files are damaged as what is wrong.
struct PlacesRead {
    std::vector<KnownPlace> places;
    std::vector<ListThere> damaged;
};
PlacesRead read_places(const FolderPaths& paths)
{
    PlacesRead read;
    if (!std::filesystem::is_directory(paths.backup_places())) {
        return read;
    }
    for (const auto& entry : std::filesystem::directory_iterator{paths.backup_places()}) {
        if (entry.path().extension() != ".place") {
            continue;
        }
        const auto text = files::read_private_file(entry.path());
        auto place = text ? place_in(*text) : std::nullopt;
        if (place) {
            read.places.push_back(*std::move(place));
        } else {
            read.damaged.push_back({entry.path(), ListThere::State::behind,
                                    text ? "this file does not say where backups lie; remove it, and make a backup "
                                           "where there are some"
                                         : text.error().detail});
        }
    }
    std::ranges::sort(read.places, {}, &KnownPlace::folder);
    return read;
}

/// Ours until it is let go of: two who write the same list would lose what one of them adds.
std::expected<files::SyncedFile, Refusal> lock_lists(const FolderPaths& paths)
{
    using namespace std::chrono_literals;
    auto lock = files::SyncedFile::open_or_make(paths.backup_places() / "lock");
    if (!lock) {
        return lock;
    }
    for (const auto until = std::chrono::steady_clock::now() + 10s; !lock->try_lock();) {
        if (std::chrono::steady_clock::now() > until) {
            return domain::refuse(Why::conflict, "another program has been writing these lists for long");
        }
        std::this_thread::sleep_for(10ms);
    }
    return lock;
}

/// Nothing once everybody is on the list there; or why not.
std::expected<void, Refusal> complete_list(const path& folder, std::span<const ForgottenRow> rows, domain::Instant now)
{
    try {
        if (!holds_backups(folder)) {
            return domain::refuse(Why::not_found, "no backups are there: the disk is away, or they were moved");
        }
        const auto there = store::read_forgotten_list(folder / store::forgotten_list_name);
        if (there && std::ranges::includes(there->rows, rows)) {
            return {};
        }
        return store::add_to_forgotten_list(folder, rows, now);
    } catch (const std::system_error& fault) { // the disk with the backups, which is not ours to stand or fall with
        return domain::refuse(Why::conflict, fault.what());
    }
}

vault::Digest digest_of(std::span<const ForgottenRow> rows)
{
    const auto text = store::text_of(store::ForgottenList{{rows.begin(), rows.end()}, std::nullopt});
    return vault::hash({std::as_bytes(std::span{text})});
}

ListThere keep_list(const FolderPaths& paths, const KnownPlace& place, std::span<const ForgottenRow> rows,
                    domain::Instant now)
{
    const auto all = digest_of(rows);
    if (const auto complete = complete_list(place.folder, rows, now); !complete) {
        const bool is_current = place.listed == all || rows.empty();
        return {place.folder, is_current ? ListThere::State::away : ListThere::State::behind, complete.error().detail};
    }
    const KnownPlace known{place.folder, all};
    if (known != place) {
        if (const auto noted = files::replace_private_file(file_of(paths, place.folder), text_of(known)); !noted) {
            return {place.folder, ListThere::State::behind, noted.error().detail};
        }
    }
    return {place.folder, ListThere::State::whole, {}};
}

} // namespace

std::expected<void, Refusal> remember_backup_place(const FolderPaths& paths, const path& folder)
{
    const KnownPlace place{whole(folder), std::nullopt};
    if (place_in(text_of(place)) != place || place.folder.string().contains('\n')) {
        return domain::refuse(Why::invalid_input, "the folder's name holds a line break; take another one");
    }
    make_places_folder(paths);
    const auto file = file_of(paths, place.folder);
    if (std::filesystem::exists(file)) {
        return {};
    }
    auto written = files::write_private_file(file, text_of(place));
    return written || written.error().why == Why::conflict ? std::expected<void, Refusal>{} : written;
}

std::expected<void, Refusal> put_list_beside(const FolderPaths& paths, const path& folder,
                                             std::span<const ForgottenRow> rows, domain::Instant now)
{
    if (auto remembered = remember_backup_place(paths, folder); !remembered) {
        return remembered;
    }
    const auto lock = lock_lists(paths);
    if (!lock) {
        return std::unexpected{lock.error()};
    }
    if (auto added = store::add_to_forgotten_list(folder, rows, now); !added) {
        return added;
    }
    const KnownPlace known{whole(folder), digest_of(rows)};
    return files::replace_private_file(file_of(paths, known.folder), text_of(known));
}

std::expected<void, Refusal> strike_backup_place(const FolderPaths& paths, const path& folder)
{
    const auto name = whole(folder);
    if (!std::filesystem::remove(file_of(paths, name))) {
        return domain::refuse(Why::not_found, fmt::format("{} is not among the folders with backups", name.string()));
    }
    files::sync_folder(paths.backup_places());
    return {};
}

bool holds_backups(const path& folder)
{
    std::error_code ignored; // not there, or not ours to look into
    if (std::filesystem::exists(folder / store::forgotten_list_name, ignored)) {
        return true;
    }
    const std::filesystem::directory_iterator files{folder, ignored};
    return std::ranges::any_of(files, [](const std::filesystem::directory_entry& entry) {
        const auto name = entry.path().filename().string();
        return name.starts_with("verandah-") && name.ends_with(".backup");
    });
}

std::vector<ListThere> keep_lists(const FolderPaths& paths, std::span<const ForgottenRow> rows, domain::Instant now)
{
    auto [places, lists] = read_places(paths);
    if (places.empty()) {
        return lists;
    }
    const auto lock = lock_lists(paths);
    for (const auto& place : places) {
        lists.push_back(lock ? keep_list(paths, place, rows, now)
                             : ListThere{place.folder, ListThere::State::behind, lock.error().detail});
    }
    return lists;
}

} // namespace verandah::hub
