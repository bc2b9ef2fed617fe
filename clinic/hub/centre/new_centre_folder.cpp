// SPDX-License-Identifier: Apache-2.0
// Making a centre's folder: beside its place first, then moved there in one step.
#include "clinic/hub/authority/certificate_authority.hpp"
#include "clinic/hub/centre/centre_folder.hpp"
#include "shared/files/private_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <stdexcept>
#include <system_error>

namespace verandah::hub {
namespace {

using std::filesystem::path;
using Lines = std::vector<std::string>;

[[noreturn]] void throw_fault(const path& file)
{
    throw std::system_error{errno, std::generic_category(), file.string()};
}

/// A folder in the making, gone again on every way out unless it was moved to its place.
class UnfinishedFolder {
public:
    explicit UnfinishedFolder(const path& place)
    {
        auto pattern = (place.parent_path() / fmt::format(".{}.new-XXXXXX", place.filename().string())).string();
        if (::mkdtemp(pattern.data()) == nullptr) { // made with mode 0700
            throw_fault(place);
        }
        folder_ = pattern;
    }
    UnfinishedFolder(const UnfinishedFolder&) = delete;
    UnfinishedFolder& operator=(const UnfinishedFolder&) = delete;
    ~UnfinishedFolder()
    {
        std::error_code ignored; // a destructor has nobody to tell
        std::filesystem::remove_all(folder_, ignored);
    }

    [[nodiscard]] const path& folder() const { return folder_; }

    /// rename(2) takes the place of an empty folder and of nothing else.
    void move_to(const path& place) const
    {
        if (::rename(folder_.c_str(), place.c_str()) != 0) {
            throw_fault(place);
        }
    }

private:
    path folder_;
};

/// Where the folder goes: absolute, and without a slash at its end, so that it has a name and a parent.
path place_of_folder(const path& root)
{
    auto place = std::filesystem::absolute(root).lexically_normal();
    return place.has_filename() ? place : place.parent_path();
}

std::expected<void, Lines> check_place(const path& place)
{
    if (!std::filesystem::is_directory(place.parent_path())) {
        return std::unexpected{Lines{
            fmt::format("{} is no folder. Make it first, or choose another place.", place.parent_path().string())}};
    }
    std::error_code no_place_yet;
    if (std::filesystem::equivalent(place, std::filesystem::current_path(), no_place_yet)) {
        return std::unexpected{
            Lines{fmt::format("{} is the folder you are in, and it would be replaced. Step out of it "
                              "with cd .. and name it from there.",
                              place.string())}};
    }
    const auto status = std::filesystem::symlink_status(place);
    const bool free =
        !std::filesystem::exists(status) || (std::filesystem::is_directory(status) && std::filesystem::is_empty(place));
    if (!free) {
        return std::unexpected{
            Lines{fmt::format("{} is there already and not an empty folder. Nothing was changed; choose another place.",
                              place.string())}};
    }
    return {};
}

std::expected<CentreFile, Lines> check_text(std::string_view centre_toml)
{
    auto file = read_centre_text(centre_toml, "centre.toml");
    if (file) {
        return std::move(*file);
    }
    Lines lines;
    for (const auto& fault : file.error()) {
        lines.push_back(fault.text("centre.toml"));
    }
    return std::unexpected{std::move(lines)};
}

/// In a folder that was made a moment ago nothing can be in the way, so a refusal there is the program's own fault.
void must(const std::expected<void, domain::Refusal>& written)
{
    if (!written) {
        throw std::logic_error{written.error().detail};
    }
}

void make_folder(const path& folder)
{
    std::filesystem::create_directory(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
}

std::expected<void, Lines> fill(const FolderPaths& paths, std::string_view centre_toml, const HubSettings& hub,
                                domain::Instant now)
{
    const auto authority = make_authority(now);
    const auto server = issue_server(authority, hub.names, now);
    if (!server) {
        return std::unexpected{Lines{fmt::format("centre.toml: [hub] names: {}", server.error().detail)}};
    }
    must(files::write_private_file(paths.centre_file(), centre_toml));
    make_folder(paths.keys());
    must(vault::HubKey::make().save(paths.hub_key()));
    must(files::write_private_file(paths.authority_certificate(), authority.certificate));
    must(files::write_private_file(paths.authority_key(), authority.private_key));
    must(files::write_private_file(paths.server_certificate(), server->certificate));
    must(files::write_private_file(paths.server_key(), server->private_key));
    make_folder(paths.devices());
    return {};
}

/// A new name is on the disk only once its folder is.
void sync_folder(const path& folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0) {
        ::close(descriptor);
    }
    if (!synced) {
        throw_fault(folder);
    }
}

} // namespace

std::expected<std::vector<path>, Lines> create_centre_folder(const path& root, std::string_view centre_toml,
                                                             domain::Instant now)
{
    const auto place = place_of_folder(root);
    if (auto is_free = check_place(place); !is_free) {
        return std::unexpected{std::move(is_free.error())};
    }
    const auto file = check_text(centre_toml);
    if (!file) {
        return std::unexpected{file.error()};
    }
    const UnfinishedFolder unfinished{place};
    if (auto filled = fill({unfinished.folder()}, centre_toml, file->hub, now); !filled) {
        return std::unexpected{std::move(filled.error())};
    }
    sync_folder(unfinished.folder());
    unfinished.move_to(place);
    sync_folder(place.parent_path());
    const FolderPaths paths{root};
    return std::vector{paths.centre_file(),
                       paths.hub_key(),
                       paths.authority_certificate(),
                       paths.authority_key(),
                       paths.server_certificate(),
                       paths.server_key(),
                       paths.devices()};
}

} // namespace verandah::hub
