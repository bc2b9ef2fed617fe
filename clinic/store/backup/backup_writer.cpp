// SPDX-License-Identifier: Apache-2.0
// Writing a backup, front to end.
#include "clinic/store/backup/backup_file.hpp"
#include "clinic/store/backup/backup_format.hpp"
#include "shared/vault/hexadecimal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace verandah::store {

BackupWriter::BackupWriter(files::SyncedFile& file, const vault::PublicKey& hub, const BackupLabel& label)
    : file_{file}, key_{vault::make_stream_key()}, stream_{key_}
{
    const auto line = text_of(label);
    write(bytes_of_text(line));
    std::vector<std::byte> sealed_key;
    vault::PublicSealer{hub, key_padding}.seal(key_.bytes(), bytes_of_text(line), sealed_key);
    write(sealed_key);
    write(stream_.header());
    waiting_.reserve(part_size);
}

void BackupWriter::add_file(std::string_view name, std::string_view content)
{
    put_number(mark_of_file, 1);
    put_number(name.size(), 2);
    put(bytes_of_text(name));
    put_number(content.size(), 4);
    put(bytes_of_text(content));
}

void BackupWriter::add_row(std::span<const std::byte> sealed, std::span<const std::byte> original)
{
    put_number(original.empty() ? mark_of_row : mark_of_forgotten_row, 1);
    put(original);
    put_number(sealed.size(), 4);
    put(sealed);
}

void BackupWriter::finish(domain::Sequence last, const vault::Digest& chain)
{
    put_number(mark_of_end, 1);
    put_number(last, 8);
    put(chain);
    seal_part(vault::Part::last);
    const auto end = end_line(written_, digest_of(file_, written_));
    file_.write_at(written_, end);
    file_.sync();
}

void BackupWriter::put(std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        if (waiting_.size() == part_size) { // only now is it known not to be the last
            seal_part(vault::Part::more_follows);
        }
        const auto taken = bytes.first(std::min(bytes.size(), part_size - waiting_.size()));
        waiting_.insert(waiting_.end(), taken.begin(), taken.end());
        bytes = bytes.subspan(taken.size());
    }
}

void BackupWriter::put_number(std::uint64_t number, std::size_t bytes)
{
    std::array<std::byte, sizeof number> little{};
    for (std::size_t index = 0; index < bytes; ++index) {
        little[index] = static_cast<std::byte>(number >> (8 * index));
    }
    put(std::span{little}.first(bytes));
}

void BackupWriter::seal_part(vault::Part part)
{
    stream_.seal(waiting_, part, sealed_);
    waiting_.clear();
    write(sealed_);
}

void BackupWriter::write(std::span<const std::byte> bytes)
{
    file_.write_at(written_, bytes);
    written_ += bytes.size();
}

} // namespace verandah::store
