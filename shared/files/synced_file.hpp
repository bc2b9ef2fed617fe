// SPDX-License-Identifier: Apache-2.0
// A file that is read and written in place, and synced when its writer says so: logs, backups, keys that are wiped.
#pragma once

#include "shared/domain/refusal.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace verandah::files {

/// An open file, closed on every way out. Move-only. Members throw std::system_error when the disk is at fault.
class SyncedFile {
public:
    /// An existing plain file, to read and write. Refuses with not_found, not_allowed, invalid_input (no plain file).
    [[nodiscard]] static std::expected<SyncedFile, domain::Refusal> open(const std::filesystem::path& file);
    /// The same, to read only.
    [[nodiscard]] static std::expected<SyncedFile, domain::Refusal> open_to_read(const std::filesystem::path& file);
    /// A new empty one, mode 0600. Refuses with conflict when there is one, with not_found and not_allowed for its
    /// folder.
    [[nodiscard]] static std::expected<SyncedFile, domain::Refusal> make(const std::filesystem::path& file);

    /// Either of the two.
    [[nodiscard]] static std::expected<SyncedFile, domain::Refusal> open_or_make(const std::filesystem::path& file);

    SyncedFile(SyncedFile&& other) noexcept
        : descriptor_{std::exchange(other.descriptor_, -1)}, file_{std::move(other.file_)}
    {
    }
    SyncedFile& operator=(SyncedFile&&) = delete;
    ~SyncedFile();

    [[nodiscard]] std::uint64_t size() const;
    /// Fills `bytes` from `offset` on as far as the file goes; the number filled.
    [[nodiscard]] std::size_t read_at(std::uint64_t offset, std::span<std::byte> bytes) const;
    [[nodiscard]] std::string text() const; ///< All of it. For small files.
    void write_at(std::uint64_t offset, std::span<const std::byte> bytes);
    void write_at(std::uint64_t offset, std::string_view text);
    void cut_to(std::uint64_t size);
    /// Whether nobody else has it locked; from now on it is ours until it is closed.
    [[nodiscard]] bool try_lock() const;
    [[nodiscard]] bool is_at(const std::filesystem::path& file) const; ///< It still has that name.
    void sync();                                                       ///< Returns when the disk has it.

private:
    SyncedFile(int descriptor, std::filesystem::path file) : descriptor_{descriptor}, file_{std::move(file)} {}
    [[nodiscard]] static std::expected<SyncedFile, domain::Refusal> open(const std::filesystem::path& file, int flags);

    int descriptor_; ///< -1 once moved from.
    std::filesystem::path file_;
};

/// A name that was made, changed or removed is on the disk only once its folder is.
void sync_folder(const std::filesystem::path& folder);

} // namespace verandah::files
