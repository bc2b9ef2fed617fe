// SPDX-License-Identifier: Apache-2.0
// Written, read again, named.
#include "clinic/store/backup/make_backup.hpp"

#include "clinic/store/sealed_rows.hpp"
#include "shared/vault/hexadecimal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

namespace verandah::store {

namespace {

using domain::Refusal;
using Why = Refusal::Why;
using std::filesystem::path;

/// The backup under its passing name, gone on every way out but that of naming it. Ours alone while it is open.
class UnfinishedBackup {
public:
    static std::expected<UnfinishedBackup, Refusal> make(const path& folder)
    {
        const auto name = folder / ".verandah.backup.unfinished";
        auto file = files::SyncedFile::open_or_make(name);
        if (!file) {
            return domain::refuse(file.error().why, file.error().detail);
        }
        if (!file->try_lock() || !file->is_at(name)) {
            return domain::refuse(Why::conflict,
                                  fmt::format("{}: another backup is being made there just now", folder.string()));
        }
        file->cut_to(0); // what one left that was cut off
        return UnfinishedBackup{name, std::move(*file)};
    }
    UnfinishedBackup(UnfinishedBackup&& other) noexcept
        : name_{std::exchange(other.name_, {})}, file_{std::move(other.file_)}
    {
    }
    UnfinishedBackup& operator=(UnfinishedBackup&&) = delete;
    ~UnfinishedBackup()
    {
        if (!name_.empty()) {
            std::error_code ignored; // a destructor has nobody to tell
            std::filesystem::remove(name_, ignored);
        }
    }

    [[nodiscard]] files::SyncedFile& file() { return file_; }
    void take_name(const path& name)
    {
        std::filesystem::rename(name_, name);
        name_.clear();
        files::sync_folder(name.parent_path());
    }

private:
    UnfinishedBackup(path name, files::SyncedFile file) : name_{std::move(name)}, file_{std::move(file)} {}
    path name_; ///< Empty once it has its own, or was moved from.
    files::SyncedFile file_;
};

/// Counts what was done of twice so many rows: written, then read again.
class Counter {
public:
    explicit Counter(const Progress& progress) : progress_{progress} {}
    void expect(domain::Sequence rows) { due_ = std::max<domain::Sequence>(2 * rows, 1); }
    void count()
    {
        const auto percent = static_cast<int>(std::min<domain::Sequence>(++done_ * 100 / due_, 100));
        if (percent > shown_) {
            shown_ = percent;
            progress_(percent);
        }
    }

private:
    const Progress& progress_;
    domain::Sequence due_{1};
    domain::Sequence done_{0};
    int shown_{0};
};

/// Writes a backup to the file; the key by which it can be read again.
vault::StreamKey write_all(const BackupSource& source, files::SyncedFile& file, domain::Instant now, Counter& counter)
{
    std::optional<BackupWriter> writer;
    const auto begin = [&](domain::Sequence rows) {
        counter.expect(rows);
        writer.emplace(file, source.hub, BackupLabel{source.incarnation, rows, now});
        for (const auto& [name, content] : source.files) {
            writer->add_file(name, content);
        }
    };
    const auto end = walk_sealed_rows(
        source.journal,
        [&](const SealedRow& row) {
            writer->add_row(row.sealed, row.original);
            counter.count();
        },
        begin);
    writer->finish(end.last, end.chain);
    return std::move(*writer).take_key();
}

/// Reads what the disk has now, and compares.
std::expected<BackupLabel, Refusal> read_again(const BackupSource& source, const files::SyncedFile& file,
                                               const vault::StreamKey& key, Counter& counter)
{
    std::size_t same = 0;
    const auto compare = [&](std::string_view name, std::string_view content) {
        const bool is_same =
            same < source.files.size() && source.files[same].name == name && source.files[same].content == content;
        same += is_same ? 1 : 0;
    };
    auto read = read_backup(file, key, {.file = compare, .row = [&](auto, auto) { counter.count(); }});
    if (read && same != source.files.size()) {
        return domain::refuse(Why::invalid_input, "its files are not those that were written");
    }
    return read;
}

} // namespace

std::expected<path, Refusal> make_backup(const BackupSource& source, const path& to, domain::Instant now,
                                         const Progress& progress)
{
    if (!std::filesystem::is_directory(to)) {
        return domain::refuse(Why::not_found, fmt::format("{} is no folder. Make it first, or put in the disk that it "
                                                          "is on",
                                                          to.string()));
    }
    auto unfinished = UnfinishedBackup::make(to);
    if (!unfinished) {
        return std::unexpected{unfinished.error()};
    }
    Counter counter{progress};
    std::optional<vault::StreamKey> key;
    try {
        key = write_all(source, unfinished->file(), now, counter);
    } catch (const DamagedJournal& damage) {
        return domain::refuse(Why::invalid_input, fmt::format("{}: {}. No backup was made; those before it are as "
                                                              "they were",
                                                              source.journal.string(), damage.what()));
    }
    const auto label = read_again(source, unfinished->file(), *key, counter);
    if (!label) {
        return domain::refuse(Why::invalid_input, fmt::format("{}: the disk did not keep what was written ({}). Use "
                                                              "another one",
                                                              to.string(), label.error().detail));
    }
    auto name = to / name_of(*label);
    unfinished->take_name(name);
    progress(100);
    return name;
}

} // namespace verandah::store
