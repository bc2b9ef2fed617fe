// SPDX-License-Identifier: Apache-2.0
// Reading a backup, of which every byte may be a lie until the last part has opened and the chain has come out right.
#include "clinic/store/backup/backup_file.hpp"
#include "clinic/store/backup/backup_format.hpp"
#include "clinic/store/chain.hpp"
#include "clinic/store/journal.hpp"
#include "shared/files/secret_text.hpp"
#include "shared/vault/hexadecimal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace verandah::store {

namespace {

using domain::Refusal;
using Why = Refusal::Why;

constexpr std::size_t longest_label = 256;

/// The reading cannot go on; caught in read_backup() and nowhere else.
struct Damaged {
    std::string what;
};

std::string first_line_of(const files::SyncedFile& file)
{
    std::string start(longest_label, '\0');
    start.resize(file.read_at(0, std::as_writable_bytes(std::span{start})));
    const auto end = start.find('\n');
    return start.substr(0, end == std::string::npos ? 0 : end + 1);
}

std::expected<BackupLabel, Refusal> read_label(const files::SyncedFile& file)
{
    const auto line = first_line_of(file);
    if (const auto label = label_in(line)) {
        return *label;
    }
    if (line.starts_with("verandah backup 1 ")) {
        return domain::refuse(Why::invalid_input, "a backup made by an earlier version of the program; restore it with "
                                                  "that one");
    }
    if (line.starts_with("verandah backup ") && !line.starts_with("verandah backup 2 ")) {
        return domain::refuse(Why::invalid_input, "a backup made by a later version of the program; restore it with "
                                                  "that one");
    }
    return domain::refuse(Why::invalid_input, "not a backup, or its first line is damaged; take another one");
}

/// The stream's bytes, part after part.
class Parts {
public:
    Parts(const files::SyncedFile& file, const vault::StreamKey& key, std::uint64_t at, std::uint64_t end)
        : file_{file}, at_{at}, end_{end}, stream_{key, header()}
    {
    }

    void read(std::span<std::byte> bytes)
    {
        while (!bytes.empty()) {
            if (left_.empty()) {
                next();
            }
            const auto taken = left_.first(std::min(left_.size(), bytes.size()));
            std::ranges::copy(taken, bytes.begin());
            left_ = left_.subspan(taken.size());
            bytes = bytes.subspan(taken.size());
        }
    }
    std::uint64_t number(std::size_t size)
    {
        std::array<std::byte, sizeof(std::uint64_t)> little{};
        read(std::span{little}.first(size));
        std::uint64_t number = 0;
        for (std::size_t index = 0; index < size; ++index) {
            number |= std::to_integer<std::uint64_t>(little[index]) << (8 * index);
        }
        return number;
    }
    /// Whether all was read, and nothing follows.
    [[nodiscard]] bool is_at_end() const { return was_last_ && left_.empty() && at_ == end_; }

private:
    vault::StreamHeader header()
    {
        vault::StreamHeader header{};
        if (at_ + header.size() > end_ || file_.read_at(at_, header) != header.size()) {
            throw Damaged{"cut short"};
        }
        at_ += header.size();
        return header;
    }
    void next()
    {
        const auto size = std::min<std::uint64_t>(part_size + vault::stream_overhead, end_ - at_);
        if (was_last_ || size == 0) {
            throw Damaged{"cut short"};
        }
        sealed_.resize(size);
        const bool is_all = file_.read_at(at_, sealed_) == sealed_.size();
        const auto opened = is_all ? stream_.open(sealed_, opened_) : std::nullopt;
        if (!opened || (opened->content.empty() && opened->part == vault::Part::more_follows)) {
            throw Damaged{fmt::format("damaged between byte {} and {}", at_, at_ + size)};
        }
        at_ += size;
        left_ = opened->content;
        was_last_ = opened->part == vault::Part::last;
    }

    const files::SyncedFile& file_;
    std::uint64_t at_;
    std::uint64_t end_;
    vault::StreamOpener stream_;
    std::vector<std::byte> sealed_;
    std::vector<std::byte> opened_;
    std::span<const std::byte> left_;
    bool was_last_{false};
};

std::string read_file_entry(Parts& parts, std::string& name)
{
    constexpr std::uint64_t largest = std::uint64_t{256} << 20U; // none of ours comes near it
    name.resize(parts.number(2));
    parts.read(std::as_writable_bytes(std::span{name}));
    const auto size = parts.number(4);
    if (size > largest) {
        throw Damaged{"it holds a file of an impossible size"};
    }
    std::string content(size, '\0');
    parts.read(std::as_writable_bytes(std::span{content}));
    return content;
}

void read_row(Parts& parts, std::vector<std::byte>& sealed)
{
    constexpr std::uint64_t largest = std::uint64_t{1} << 20U;
    const auto size = parts.number(4);
    if (size > largest) {
        throw Damaged{"it holds an event of an impossible size"};
    }
    sealed.resize(size);
    parts.read(sealed);
}

void read_end(Parts& parts, const BackupLabel& label, const Position& position)
{
    const auto last = parts.number(8);
    vault::Digest chain{};
    parts.read(chain);
    if (!parts.is_at_end() || Position{last, chain} != position || last != label.last) {
        throw Damaged{"its events are not those that it says it has"};
    }
}

void read_parts(Parts& parts, const BackupLabel& label, const BackupContent& content)
{
    ChainProof proof{{0, first_link()}};
    std::string name;
    std::vector<std::byte> sealed;
    vault::Digest original{};
    const auto take_row = [&](std::span<const std::byte> before) {
        read_row(parts, sealed);
        proof.take({proof.position().last + 1, sealed, before});
        content.row(sealed, before);
    };
    while (true) {
        switch (parts.number(1)) {
        case mark_of_file: {
            const auto text = read_file_entry(parts, name);
            content.file(name, text);
            break;
        }
        case mark_of_row: take_row({}); break;
        case mark_of_forgotten_row:
            parts.read(original);
            take_row(original);
            break;
        case mark_of_end:
            proof.end();
            read_end(parts, label, proof.position());
            return;
        default: throw Damaged{"it holds something that this version does not know"};
        }
    }
}

} // namespace

vault::Digest digest_of(const files::SyncedFile& file, std::uint64_t size)
{
    vault::RunningHash hash;
    std::vector<std::byte> buffer(part_size);
    for (std::uint64_t at = 0; at < size;) {
        const auto part = std::span{buffer}.first(std::min<std::uint64_t>(part_size, size - at));
        const auto read = part.first(file.read_at(at, part));
        if (read.empty()) {
            break;
        }
        hash.add(read);
        at += read.size();
    }
    return hash.digest();
}

std::string end_line(std::uint64_t size, const vault::Digest& digest)
{
    return fmt::format("verandah backup end {:020} {}\n", size, vault::hexadecimal(digest));
}

std::expected<BackupLabel, Refusal> look_at_backup(const std::filesystem::path& path)
{
    const auto refuse = [&path](std::string_view what) {
        return domain::refuse(Why::invalid_input, fmt::format("{}: {}", path.string(), what));
    };
    const auto file = files::SyncedFile::open_to_read(path);
    if (!file) {
        return std::unexpected{file.error()};
    }
    const auto label = read_label(*file);
    if (!label) {
        return refuse(label.error().detail);
    }
    const auto size = file->size();
    const auto content = size - std::min<std::uint64_t>(size, end_line_size);
    std::string end(end_line_size, '\0');
    end.resize(file->read_at(content, std::as_writable_bytes(std::span{end})));
    if (!end.starts_with("verandah backup end ")) {
        return refuse("cut short; take another one");
    }
    if (end != end_line(content, digest_of(*file, content))) {
        return refuse("damaged; take another one");
    }
    return *label;
}

std::expected<vault::StreamKey, Refusal> key_of_backup(const files::SyncedFile& file, vault::BoxKey hub)
{
    const auto line = first_line_of(file);
    std::vector<std::byte> sealed(sealed_key_size);
    sealed.resize(file.read_at(line.size(), sealed));
    std::vector<std::byte> scratch;
    const auto opened = vault::PublicSealOpener{std::move(hub), key_padding}.open(sealed, bytes_of_text(line), scratch);
    if (!opened || opened->size() != vault::key_size) {
        return domain::refuse(Why::not_allowed,
                              "these keys do not open it: it is another centre's, or its beginning is "
                              "damaged");
    }
    vault::SecretBytes bytes;
    std::ranges::copy(*opened, bytes.bytes().begin());
    files::wipe(scratch);
    return vault::StreamKey{std::move(bytes)};
}

std::expected<BackupLabel, Refusal> read_backup(const files::SyncedFile& file, const vault::StreamKey& key,
                                                const BackupContent& content)
{
    const auto label = read_label(file);
    if (!label) {
        return label;
    }
    const auto start = text_of(*label).size() + sealed_key_size;
    const auto size = file.size();
    try {
        if (size < start + end_line_size) {
            throw Damaged{"cut short"};
        }
        Parts parts{file, key, start, size - end_line_size};
        read_parts(parts, *label, content);
    } catch (const Damaged& damage) {
        return domain::refuse(Why::invalid_input, damage.what + "; take another one");
    } catch (const DamagedJournal& damage) {
        return domain::refuse(Why::invalid_input, fmt::format("{}; take another one", damage.what()));
    }
    return label;
}

} // namespace verandah::store
