// SPDX-License-Identifier: Apache-2.0
// Where a stick is, and a file that is whole or not there.
#include "clinic/console/app/saved_file.hpp"

#include <unistd.h>

#include <cstdlib>
#include <system_error>
#include <utility>

namespace verandah::console {

namespace {

namespace fs = std::filesystem;

constexpr int most_of_a_day = 100;

bool takes_files(const fs::path& folder)
{
    std::error_code fault;
    return !folder.empty() && fs::is_directory(folder, fault) && ::access(folder.c_str(), W_OK) == 0;
}

/// The first writable folder two levels below: /media/name-of-user/name-of-stick.
fs::path stick_below(const fs::path& media)
{
    std::error_code fault;
    for (const auto& user : fs::directory_iterator{media, fs::directory_options::skip_permission_denied, fault}) {
        std::error_code inner;
        for (const auto& stick : fs::directory_iterator{user, fs::directory_options::skip_permission_denied, inner}) {
            if (takes_files(stick.path())) {
                return stick.path();
            }
        }
    }
    return {};
}

/// "name.csv", or "name-2.csv" when there is one.
fs::path free_name(const fs::path& folder, const std::string& name)
{
    const fs::path wished{name};
    for (int count = 1; count < most_of_a_day; ++count) {
        auto candidate = folder / wished.stem();
        candidate += (count == 1 ? "" : "-" + std::to_string(count)) + wished.extension().string();
        if (!fs::exists(candidate)) {
            return candidate;
        }
    }
    return folder / wished;
}

} // namespace

fs::path save_folder(const fs::path& wished)
{
    if (!wished.empty()) {
        return takes_files(wished) ? wished : fs::path{};
    }
    for (const auto* media : stick_folders) {
        if (auto stick = stick_below(media); !stick.empty()) {
            return stick;
        }
    }
    const char* home = std::getenv("HOME");
    return home != nullptr && takes_files(home) ? fs::path{home} : fs::path{};
}

std::expected<std::string, std::string> SavedFile::take(const SavePart& part, const fs::path& folder)
{
    try {
        return take_now(part, folder);
    } catch (const std::system_error& fault) { // a full disk, a stick that was pulled
        drop();
        return std::unexpected{fault.what()};
    }
}

std::expected<std::string, std::string> SavedFile::take_now(const SavePart& part, const fs::path& folder)
{
    using enum SavePart::Place;
    if (part.place == first || part.place == only) {
        drop();
        if (folder.empty()) {
            return std::unexpected{"there is no folder to write to"};
        }
        unfinished_ = folder / (part.name + ".part");
        std::error_code fault;
        fs::remove(unfinished_, fault); // of a program that was ended
        auto made = files::SyncedFile::make(unfinished_);
        if (!made) {
            unfinished_.clear();
            return std::unexpected{made.error().detail};
        }
        file_.emplace(*std::move(made));
        size_ = 0;
    }
    if (!file_) {
        return std::unexpected{"the file was let go"};
    }
    file_->write_at(size_, part.text);
    size_ += part.text.size();
    if (part.place == first || part.place == more) {
        return std::string{};
    }
    file_->sync();
    file_.reset();
    const auto whole = free_name(unfinished_.parent_path(), part.name);
    fs::rename(unfinished_, whole);
    files::sync_folder(whole.parent_path());
    unfinished_.clear();
    return whole.string();
}

void SavedFile::drop()
{
    file_.reset();
    if (!unfinished_.empty()) {
        std::error_code fault;
        fs::remove(unfinished_, fault);
        unfinished_.clear();
    }
}

} // namespace verandah::console
