// SPDX-License-Identifier: Apache-2.0
// Making a folder beside its place, and moving it there.
#include "clinic/hub/centre/unfinished_folder.hpp"

#include "shared/files/synced_file.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>

namespace verandah::hub {
namespace {

using std::filesystem::path;
using Lines = std::vector<std::string>;

[[noreturn]] void throw_fault(const path& file)
{
    throw std::system_error{errno, std::generic_category(), file.string()};
}

} // namespace

path place_of(const path& root)
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

UnfinishedFolder::UnfinishedFolder(const path& place)
{
    auto pattern = (place.parent_path() / fmt::format(".{}.new-XXXXXX", place.filename().string())).string();
    if (::mkdtemp(pattern.data()) == nullptr) { // made with mode 0700
        throw_fault(place);
    }
    folder_ = pattern;
}

UnfinishedFolder::~UnfinishedFolder()
{
    std::error_code ignored; // a destructor has nobody to tell
    std::filesystem::remove_all(folder_, ignored);
}

void UnfinishedFolder::move_to(const path& place) const
{
    files::sync_folder(folder_);
    if (::rename(folder_.c_str(), place.c_str()) != 0) {
        throw_fault(place);
    }
    files::sync_folder(place.parent_path());
}

} // namespace verandah::hub
