// SPDX-License-Identifier: Apache-2.0
// Private files: whole or not at all, and nobody else's to read.
#include "shared/files/private_file.hpp"

#include "shared/files/disk_fault.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace verandah::files {

namespace {

using Why = domain::Refusal::Why;
constexpr std::size_t largest_file = std::size_t{64} * 1024;

/// An open file, closed on every way out.
class Descriptor {
public:
    explicit Descriptor(int number) : number_{number} {}
    Descriptor(Descriptor&& other) noexcept : number_{std::exchange(other.number_, -1)} {}
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor()
    {
        if (number_ >= 0) {
            ::close(number_);
        }
    }
    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool is_open() const { return number_ >= 0; }

private:
    int number_;
};

/// The file under its passing name: gone on every way out, by its renaming or by deletion.
class Unfinished {
public:
    explicit Unfinished(std::filesystem::path file) : file_{std::move(file)} {}
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    ~Unfinished() { ::unlink(file_.c_str()); } // gone already when it was renamed
    [[nodiscard]] const std::filesystem::path& path() const { return file_; }

private:
    std::filesystem::path file_;
};

std::filesystem::path folder_of(const std::filesystem::path& file)
{
    return file.has_parent_path() ? file.parent_path() : std::filesystem::path{"."};
}

/// Who may be able to read the file.
enum class Readers { owner, anybody };

std::expected<void, domain::Refusal> check_plain(const Descriptor& opened, const std::filesystem::path& file,
                                                 Readers readers)
{
    struct stat status{};
    if (::fstat(opened.number(), &status) != 0) {
        throw_fault(file);
    }
    if (!S_ISREG(status.st_mode)) {
        return domain::refuse(Why::invalid_input, file.string() + ": not a plain file");
    }
    if (readers == Readers::owner && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        return domain::refuse(Why::not_allowed, file.string() +
                                                    ": others may read or change it; put it right with: chmod 600 " +
                                                    file.string());
    }
    return {};
}

std::expected<std::string, domain::Refusal> read_all(const Descriptor& opened, const std::filesystem::path& file)
{
    std::string text(largest_file + 1, '\0'); // never grown, so that no copy of a secret is left in freed memory
    std::size_t size = 0;
    while (size < text.size()) {
        const auto count = ::read(opened.number(), text.data() + size, text.size() - size);
        if (count < 0 && errno != EINTR) {
            throw_fault(file);
        }
        if (count == 0) {
            break;
        }
        size += count < 0 ? 0 : static_cast<std::size_t>(count);
    }
    if (size > largest_file) {
        return domain::refuse(Why::invalid_input, file.string() + ": longer than 64 KiB");
    }
    text.resize(size);
    return text;
}

void write_all(const Descriptor& opened, std::string_view text, const std::filesystem::path& file)
{
    while (!text.empty()) {
        const auto written = ::write(opened.number(), text.data(), text.size());
        if (written < 0 && errno != EINTR) {
            throw_fault(file);
        }
        text.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
}

void sync(const Descriptor& opened, const std::filesystem::path& file)
{
    if (::fsync(opened.number()) != 0) {
        throw_fault(file);
    }
}

std::expected<std::string, domain::Refusal> read_file(const std::filesystem::path& file, Readers readers)
{
    // Looked at only once it is open, so that nobody can swap it in between. Not blocking: a pipe would wait for ever.
    const Descriptor opened{::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)};
    if (!opened.is_open()) {
        if (errno == ENOENT || errno == ENOTDIR) {
            return domain::refuse(Why::not_found, file.string() + ": no such file");
        }
        if (errno == EACCES) {
            return domain::refuse(Why::not_allowed, file.string() + ": not ours to read");
        }
        throw_fault(file);
    }
    if (auto is_plain = check_plain(opened, file, readers); !is_plain) {
        return std::unexpected{std::move(is_plain.error())};
    }
    return read_all(opened, file);
}

/// `flags` are those of renameat2().
std::expected<void, domain::Refusal> write_file(const std::filesystem::path& file, std::string_view text,
                                                unsigned flags)
{
    auto pattern = file.string() + ".XXXXXX"; // beside the file: a rename is whole only within one file system
    const Descriptor opened{::mkostemp(pattern.data(), O_CLOEXEC)}; // made with mode 0600
    if (!opened.is_open()) {
        if (errno == ENOENT || errno == ENOTDIR) {
            return domain::refuse(Why::not_found, file.string() + ": its folder does not exist");
        }
        if (errno == EACCES) {
            return domain::refuse(Why::not_allowed, file.string() + ": its folder is not ours to write in");
        }
        throw_fault(file);
    }
    const Unfinished unfinished{pattern};
    write_all(opened, text, file);
    sync(opened, file);
    if (::renameat2(AT_FDCWD, unfinished.path().c_str(), AT_FDCWD, file.c_str(), flags) != 0) {
        if (errno == EEXIST) {
            return domain::refuse(Why::conflict, file.string() + ": exists already and is not overwritten");
        }
        throw_fault(file);
    }
    const Descriptor folder{::open(folder_of(file).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!folder.is_open()) {
        throw_fault(file);
    }
    sync(folder, file);
    return {};
}

} // namespace

std::expected<std::string, domain::Refusal> read_private_file(const std::filesystem::path& file)
{
    return read_file(file, Readers::owner);
}

std::expected<std::string, domain::Refusal> read_carried_file(const std::filesystem::path& file)
{
    return read_file(file, Readers::anybody);
}

std::expected<void, domain::Refusal> write_private_file(const std::filesystem::path& file, std::string_view text)
{
    return write_file(file, text, RENAME_NOREPLACE);
}

std::expected<void, domain::Refusal> replace_private_file(const std::filesystem::path& file, std::string_view text)
{
    constexpr unsigned replacing = 0;
    return write_file(file, text, replacing);
}

} // namespace verandah::files
