// SPDX-License-Identifier: Apache-2.0
// One backup: a single file that only the hub key opens, though a hub without it can make one.
#pragma once

#include "shared/domain/audit/audit_event.hpp"
#include "shared/domain/event.hpp"
#include "shared/domain/refusal.hpp"
#include "shared/files/synced_file.hpp"
#include "shared/vault/hash.hpp"
#include "shared/vault/public_seal.hpp"
#include "shared/vault/sealed_stream.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace verandah::store {

/// What a backup says of itself in clear. Its file's name says the same: `verandah-ID-COUNT-SEQUENCE.backup`, with the
/// first eight digits of the id and the sequence in twelve.
struct BackupLabel {
    domain::Incarnation incarnation;
    domain::Sequence last; ///< Every event up to here is in it.
    domain::Instant made;
    friend bool operator==(const BackupLabel&, const BackupLabel&) = default;
};

[[nodiscard]] std::string name_of(const BackupLabel& label);
[[nodiscard]] std::string text_of(const BackupLabel& label); ///< The file's first line, with its line end.
[[nodiscard]] std::optional<BackupLabel> label_in(std::string_view line);

/// The file:
///   verandah backup 2 incarnation ID COUNT event SEQUENCE made TIME      the label, text
///   the stream's key (176 bytes), sealed to the hub's public key and bound to the label
///   the stream's header (24 bytes), then its parts, each of 65,536 bytes but the last (and 17 more each)
///   verandah backup end SIZE DIGEST                                      text: whoever has no key sees it whole or not
/// In the stream, numbers little endian:
///   'f' name length (2) name size (4) content        a file of the centre's folder
///   'r' size (4) sealed                              a row of the journal, in order
///   'b' original (32) size (4) sealed                the same, forgotten: its digest, and what stands there now
///   'e' last sequence (8) chain (32)                 the end
/// Who has the public key can make such a file: that one opens proves which hub it is for, not who made it. What the
/// journal's rows and the audit trail prove, they prove by themselves.
class BackupWriter {
public:
    /// Writes to `file`, which is empty. Throws std::system_error when the disk is at fault, here and below.
    BackupWriter(files::SyncedFile& file, const vault::PublicKey& hub, const BackupLabel& label);

    void add_file(std::string_view name, std::string_view content);
    void add_row(std::span<const std::byte> sealed, std::span<const std::byte> original);
    void finish(domain::Sequence last, const vault::Digest& chain); ///< Synced when it returns.
    /// By which it can be read again at once.
    [[nodiscard]] vault::StreamKey take_key() && { return std::move(key_); }

private:
    void put(std::span<const std::byte> bytes);
    void put_number(std::uint64_t number, std::size_t bytes);
    void seal_part(vault::Part part);
    void write(std::span<const std::byte> bytes);

    files::SyncedFile& file_;
    vault::StreamKey key_;
    vault::StreamSealer stream_;
    std::vector<std::byte> waiting_; ///< Not sealed yet; at most a part, and never none at the end.
    std::vector<std::byte> sealed_;
    std::uint64_t written_{0};
};

/// What a reading hands over, in the order of the file. Each may throw; the reading ends then.
struct BackupContent {
    std::function<void(std::string_view name, std::string_view content)> file = [](std::string_view, std::string_view) {
    };
    std::function<void(std::span<const std::byte> sealed, std::span<const std::byte> original)> row =
        [](std::span<const std::byte>, std::span<const std::byte>) {};
};

/// A backup that was looked at from outside: its label fits and its digest holds.
[[nodiscard]] std::expected<BackupLabel, domain::Refusal> look_at_backup(const std::filesystem::path& file);

/// The key of its stream. not_allowed when the hub key is not the one that it was sealed to.
[[nodiscard]] std::expected<vault::StreamKey, domain::Refusal> key_of_backup(const files::SyncedFile& file,
                                                                             vault::BoxKey hub);

/// Reads all of it and proves the chain; what is handed over may be false until it returns. Refuses with invalid_input
/// what is damaged or cut short, and says where. Throws std::system_error when the disk is at fault.
[[nodiscard]] std::expected<BackupLabel, domain::Refusal>
read_backup(const files::SyncedFile& file, const vault::StreamKey& key, const BackupContent& content);

} // namespace verandah::store
