// SPDX-License-Identifier: Apache-2.0
// The keys' own backup: a folder of copies and a list of their digests, made beside its place and moved there.
#include "clinic/hub/backup/centre_backup.hpp"
#include "clinic/hub/centre/unfinished_folder.hpp"
#include "clinic/store/audit/signed_checkpoint.hpp"
#include "clinic/store/backup/incarnation_file.hpp"
#include "shared/files/private_file.hpp"
#include "shared/files/synced_file.hpp"
#include "shared/vault/hash.hpp"
#include "shared/vault/hexadecimal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace verandah::hub {
namespace {

using domain::Refusal;
using Why = Refusal::Why;
using std::filesystem::path;

constexpr std::string_view list_name = "keys.list";
constexpr std::string_view first_line = "verandah keys 1\n"; // permanent, as the lines after it: NAME DIGEST

std::string digest_text(std::string_view text)
{
    return vault::hexadecimal(vault::hash({std::as_bytes(std::span{text})}));
}

std::string beginning_of_name(const domain::Incarnation& incarnation)
{
    return fmt::format("verandah-keys-{}-{}-", vault::hexadecimal(incarnation.id).substr(0, 8), incarnation.count);
}

/// "20260303T120000.000Z": sorts as time does, and fits every file system.
std::string compact(domain::Instant at)
{
    auto text = store::time_text(at);
    std::erase_if(text, [](char letter) { return letter == '-' || letter == ':'; });
    return text;
}

std::expected<KeyFile, Refusal> read_key(const path& file)
{
    const auto opened = files::SyncedFile::open_to_read(file); // on a stick everybody may read it: no reason to refuse
    if (!opened) {
        return std::unexpected{opened.error()};
    }
    return KeyFile{file.filename().string(), opened->text()};
}

std::expected<std::vector<KeyFile>, Refusal> secret_keys_in(const path& folder)
{
    std::vector<KeyFile> keys;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        if (entry.path().extension() != ".key" || entry.path().filename() == "audit.key") {
            continue;
        }
        auto key = read_key(entry.path());
        if (!key) {
            return std::unexpected{key.error()};
        }
        keys.push_back(std::move(*key));
    }
    std::ranges::sort(keys, {}, &KeyFile::name);
    return keys;
}

void must(const std::expected<void, Refusal>& written)
{
    if (!written) {
        throw std::runtime_error{written.error().detail};
    }
}

/// Names and digests; nullopt when the list is damaged.
std::optional<std::vector<std::pair<std::string, std::string>>> lines_of(const std::string& list)
{
    if (!list.starts_with(first_line) || !list.ends_with('\n')) {
        return std::nullopt;
    }
    std::vector<std::pair<std::string, std::string>> lines;
    std::istringstream rest{list.substr(first_line.size())};
    std::string name;
    std::string digest;
    while (rest >> name >> digest) {
        if (name.find('/') != std::string::npos) {
            return std::nullopt;
        }
        lines.emplace_back(name, digest);
    }
    return lines;
}

} // namespace

std::expected<path, Refusal> back_up_keys(const FolderPaths& paths, const path& to, domain::Instant now)
{
    if (!std::filesystem::is_directory(to)) {
        return domain::refuse(Why::not_found, fmt::format("{} is no folder. Make it first, or put in the disk that it "
                                                          "is on",
                                                          to.string()));
    }
    const auto incarnation = store::read_incarnation(paths.incarnation());
    if (!incarnation) {
        return std::unexpected{incarnation.error()};
    }
    const auto keys = secret_keys_in(paths.keys());
    if (!keys) {
        return std::unexpected{keys.error()};
    }
    auto place = place_of(to / (beginning_of_name(*incarnation) + compact(now)));
    if (const auto free = check_place(place); !free) {
        return domain::refuse(Why::conflict, free.error().front());
    }
    const UnfinishedFolder unfinished{place};
    std::string list{first_line};
    for (const auto& [name, text] : *keys) {
        must(files::write_private_file(unfinished.folder() / name, text));
        list += fmt::format("{} {}\n", name, digest_text(text));
    }
    must(files::write_private_file(unfinished.folder() / list_name, list));
    if (const auto read = read_key_backup(unfinished.folder()); !read) {
        return domain::refuse(Why::invalid_input,
                              fmt::format("{}: the disk did not keep what was written", to.string()));
    }
    unfinished.move_to(place);
    return place;
}

std::expected<std::vector<KeyFile>, Refusal> read_key_backup(const path& folder)
{
    if (!std::filesystem::is_directory(folder)) {
        return domain::refuse(Why::not_found, fmt::format("{} is no folder of keys", folder.string()));
    }
    auto keys = secret_keys_in(folder);
    const auto list_file = folder / list_name;
    if (!keys || !std::filesystem::exists(list_file)) { // without a list: copied by hand
        return keys;
    }
    const auto list = read_key(list_file);
    const auto lines = list ? lines_of(list->text) : std::nullopt;
    if (!lines) {
        return domain::refuse(Why::invalid_input, fmt::format("{} is damaged", list_file.string()));
    }
    for (const auto& [name, digest] : *lines) {
        const auto key = std::ranges::find(*keys, name, &KeyFile::name);
        if (key == keys->end() || digest_text(key->text) != digest) {
            return domain::refuse(Why::invalid_input,
                                  fmt::format("{} is {}; take another backup of the keys", (folder / name).string(),
                                              key == keys->end() ? "missing" : "damaged"));
        }
    }
    return keys;
}

store::Retention keep_newest_key_backups(const path& folder, const domain::Incarnation& incarnation, std::size_t keep)
{
    store::Retention retention;
    std::vector<path> whole;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        if (!entry.is_directory() || entry.is_symlink() ||
            !entry.path().filename().string().starts_with(beginning_of_name(incarnation))) {
            continue;
        }
        const auto read = read_key_backup(entry.path());
        if (read && std::filesystem::exists(entry.path() / list_name)) {
            whole.push_back(entry.path());
        } else {
            retention.left_alone.push_back(read ? fmt::format("{} has no list", entry.path().string())
                                                : read.error().detail);
        }
    }
    std::ranges::sort(whole);
    const auto too_many = whole.size() - std::min(whole.size(), std::max<std::size_t>(keep, 1));
    for (const auto& old : std::span{whole}.first(too_many)) {
        std::filesystem::remove_all(old);
        retention.removed.push_back(old);
    }
    return retention;
}

} // namespace verandah::hub
