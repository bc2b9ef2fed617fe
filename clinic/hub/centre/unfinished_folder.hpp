// SPDX-License-Identifier: Apache-2.0
// A centre's folder in the making: beside its place first, then moved there in one step.
#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

namespace verandah::hub {

/// Where a folder goes: absolute, and without a slash at its end, so that it has a name and a parent.
[[nodiscard]] std::filesystem::path place_of(const std::filesystem::path& root);

/// Whether a folder can be put there. Refuses, one line each, when it is there already and not empty, when it is the
/// one we are in, and when the folder it should stand in is not there.
[[nodiscard]] std::expected<void, std::vector<std::string>> check_place(const std::filesystem::path& place);

/// A folder in the making, gone again on every way out unless it was moved to its place. Throws std::system_error when
/// the disk is at fault.
class UnfinishedFolder {
public:
    explicit UnfinishedFolder(const std::filesystem::path& place);
    UnfinishedFolder(const UnfinishedFolder&) = delete;
    UnfinishedFolder& operator=(const UnfinishedFolder&) = delete;
    ~UnfinishedFolder();

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    /// Synced to the disk. Takes the place of an empty folder and of nothing else.
    void move_to(const std::filesystem::path& place) const;

private:
    std::filesystem::path folder_;
};

} // namespace verandah::hub
