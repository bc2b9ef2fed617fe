// SPDX-License-Identifier: Apache-2.0
// Files in place, on POSIX.
#include "shared/files/synced_file.hpp"

#include "shared/files/disk_fault.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace verandah::files {

namespace {

using domain::Refusal;
using Why = Refusal::Why;

} // namespace

std::expected<SyncedFile, Refusal> SyncedFile::open(const std::filesystem::path& file, int flags)
{
    constexpr mode_t owner_only = 0600;
    // Not blocking: a pipe would wait for ever.
    SyncedFile opened{::open(file.c_str(), flags | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, owner_only), file};
    if (opened.descriptor_ < 0) {
        switch (errno) {
        case ENOENT:
        case ENOTDIR: return domain::refuse(Why::not_found, file.string() + ": no such file or folder");
        case EACCES:
        case EPERM:
        case EROFS: return domain::refuse(Why::not_allowed, file.string() + ": not ours to read or write");
        case EEXIST: return domain::refuse(Why::conflict, file.string() + ": exists already and is not overwritten");
        case EISDIR: return domain::refuse(Why::invalid_input, file.string() + ": not a plain file");
        default: throw_fault(file);
        }
    }
    struct stat status{};
    if (::fstat(opened.descriptor_, &status) != 0) {
        throw_fault(file);
    }
    if (!S_ISREG(status.st_mode)) {
        return domain::refuse(Why::invalid_input, file.string() + ": not a plain file");
    }
    return opened;
}

std::expected<SyncedFile, Refusal> SyncedFile::open(const std::filesystem::path& file)
{
    return open(file, O_RDWR);
}

std::expected<SyncedFile, Refusal> SyncedFile::open_to_read(const std::filesystem::path& file)
{
    return open(file, O_RDONLY);
}

std::expected<SyncedFile, Refusal> SyncedFile::make(const std::filesystem::path& file)
{
    return open(file, O_RDWR | O_CREAT | O_EXCL);
}

std::expected<SyncedFile, Refusal> SyncedFile::open_or_make(const std::filesystem::path& file)
{
    return open(file, O_RDWR | O_CREAT);
}

bool SyncedFile::try_lock() const
{
    return ::flock(descriptor_, LOCK_EX | LOCK_NB) == 0;
}

bool SyncedFile::is_at(const std::filesystem::path& file) const
{
    struct stat ours{};
    struct stat named{};
    return ::fstat(descriptor_, &ours) == 0 && ::stat(file.c_str(), &named) == 0 && ours.st_ino == named.st_ino &&
           ours.st_dev == named.st_dev;
}

SyncedFile::~SyncedFile()
{
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

std::uint64_t SyncedFile::size() const
{
    struct stat status{};
    if (::fstat(descriptor_, &status) != 0) {
        throw_fault(file_);
    }
    return static_cast<std::uint64_t>(status.st_size);
}

std::size_t SyncedFile::read_at(std::uint64_t offset, std::span<std::byte> bytes) const
{
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const auto count =
            ::pread(descriptor_, bytes.data() + filled, bytes.size() - filled, static_cast<off_t>(offset + filled));
        if (count < 0 && errno != EINTR) {
            throw_fault(file_);
        }
        if (count == 0) {
            break;
        }
        filled += count < 0 ? 0 : static_cast<std::size_t>(count);
    }
    return filled;
}

std::string SyncedFile::text() const
{
    std::string text(size(), '\0');
    text.resize(read_at(0, std::as_writable_bytes(std::span{text})));
    return text;
}

void SyncedFile::write_at(std::uint64_t offset, std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const auto count = ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (count < 0 && errno != EINTR) {
            throw_fault(file_);
        }
        const auto written = count < 0 ? 0 : static_cast<std::size_t>(count);
        bytes = bytes.subspan(written);
        offset += written;
    }
}

void SyncedFile::write_at(std::uint64_t offset, std::string_view text)
{
    write_at(offset, std::as_bytes(std::span{text}));
}

void SyncedFile::cut_to(std::uint64_t size)
{
    if (::ftruncate(descriptor_, static_cast<off_t>(size)) != 0) {
        throw_fault(file_);
    }
}

void SyncedFile::sync()
{
    if (::fsync(descriptor_) != 0) {
        throw_fault(file_);
    }
}

void sync_folder(const std::filesystem::path& folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int fault = errno;
    if (descriptor >= 0) {
        ::close(descriptor);
    }
    if (!synced) {
        throw std::system_error{fault, std::generic_category(), folder.string()};
    }
}

} // namespace verandah::files
