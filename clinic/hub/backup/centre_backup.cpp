// SPDX-License-Identifier: Apache-2.0
// What a backup takes of a centre's folder.
#include "clinic/hub/backup/centre_backup.hpp"

#include "clinic/store/backup/incarnation_file.hpp"
#include "shared/files/synced_file.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace verandah::hub {
namespace {

using domain::Refusal;
using std::filesystem::path;

/// A folder of the centre's, and how the names of its files that go into a backup begin and end.
struct Kind {
    std::string_view folder;
    std::string_view begins;
    std::string_view ends;
};
constexpr std::array kinds{
    Kind{"devices", "", ".toml"}, Kind{"audit", "checkpoints", ""},    Kind{"keys", "", ".pem"},
    Kind{"keys", "", ".pub"},     Kind{"backup-places", "", ".place"},
};

bool is_plain_name(std::string_view name);

/// clinical/ itself, or one of the folders in it.
bool is_clinical(std::string_view folder)
{
    constexpr std::string_view within{"clinical/"};
    return folder == "clinical" || (folder.starts_with(within) && is_plain_name(folder.substr(within.size())));
}

bool is_plain_name(std::string_view name)
{
    const auto allowed = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' || letter == '_' ||
               letter == '.';
    };
    return !name.empty() && name.front() != '.' && std::ranges::all_of(name, allowed);
}

std::expected<void, Refusal> take(store::BackupSource& source, const path& root, const std::string& name)
{
    const auto file = files::SyncedFile::open_to_read(root / name);
    if (!file) {
        return std::unexpected{file.error()};
    }
    source.files.push_back({name, file->text()});
    return {};
}

std::expected<void, Refusal> take_folder(store::BackupSource& source, const path& root, std::string_view folder)
{
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{root / folder}) {
        auto name = std::string{folder} + "/" + entry.path().filename().string();
        if (is_backed_up(name)) {
            names.push_back(std::move(name));
        }
    }
    std::ranges::sort(names);
    for (const auto& name : names) {
        if (auto taken = take(source, root, name); !taken) {
            return taken;
        }
    }
    return {};
}

/// Those of clinical/ that are there; a centre may have none, and uses what came with the program.
std::vector<std::string> clinical_folders(const path& root)
{
    std::vector<std::string> folders;
    if (!std::filesystem::is_directory(root / "clinical")) {
        return folders;
    }
    folders.emplace_back("clinical");
    for (const auto& entry : std::filesystem::directory_iterator{root / "clinical"}) {
        if (auto name = "clinical/" + entry.path().filename().string(); entry.is_directory() && is_clinical(name)) {
            folders.push_back(std::move(name));
        }
    }
    std::ranges::sort(folders);
    return folders;
}

/// The hub's public key: in its file, or of the key itself in a folder that was made before there was one.
std::expected<vault::PublicKey, Refusal> public_key_of(const FolderPaths& paths)
{
    if (std::filesystem::exists(paths.public_key())) {
        return vault::PublicKey::load(paths.public_key());
    }
    const auto key = vault::HubKey::load(paths.hub_key());
    return key ? std::expected<vault::PublicKey, Refusal>{vault::PublicKey::of(key->box_key())}
               : std::unexpected{key.error()};
}

} // namespace

bool is_backed_up(std::string_view name)
{
    if (name == "centre.toml" || name == "incarnation" || name == "numbers.floor") {
        return true;
    }
    const auto slash = name.rfind('/'); // clinical/forms/…
    if (slash == std::string_view::npos) {
        return false;
    }
    const auto folder = name.substr(0, slash);
    const auto file = name.substr(slash + 1);
    if (is_clinical(folder)) {
        return is_plain_name(file) && file.ends_with(".toml");
    }
    return is_plain_name(file) && std::ranges::any_of(kinds, [&](const Kind& kind) {
               return folder == kind.folder && file.starts_with(kind.begins) && file.ends_with(kind.ends);
           });
}

std::expected<store::BackupSource, Refusal> backup_source(const FolderPaths& paths)
{
    const auto incarnation = store::read_incarnation(paths.incarnation());
    if (!incarnation) {
        return std::unexpected{incarnation.error()};
    }
    const auto hub = public_key_of(paths);
    if (!hub) {
        return std::unexpected{hub.error()};
    }
    store::BackupSource source{.files = {}, .journal = paths.journal(), .incarnation = *incarnation, .hub = *hub};
    for (const auto* name : {"centre.toml", "incarnation"}) {
        if (const auto taken = take(source, paths.root, name); !taken) {
            return std::unexpected{taken.error()};
        }
    }
    // Not there before the first number was set aside. What was given of the day is not given again by a restored hub
    // that starts locked.
    if (std::filesystem::exists(paths.number_floor())) {
        if (const auto taken = take(source, paths.root, "numbers.floor"); !taken) {
            return std::unexpected{taken.error()};
        }
    }
    std::vector<std::string> folders{"devices", "audit", "keys"};
    if (std::filesystem::is_directory(paths.backup_places())) {
        folders.emplace_back("backup-places");
    }
    std::ranges::copy(clinical_folders(paths.root), std::back_inserter(folders));
    for (const auto& folder : folders) {
        if (const auto taken = take_folder(source, paths.root, folder); !taken) {
            return std::unexpected{taken.error()};
        }
    }
    return source;
}

} // namespace verandah::hub
