// SPDX-License-Identifier: Apache-2.0
// The audit trail on the disk: the evolving key and the lines it signs, together through every power cut.
#pragma once

#include "clinic/store/audit/signed_checkpoint.hpp"
#include "shared/domain/refusal.hpp"
#include "shared/vault/audit_key.hpp"

#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace verandah::store {

/// Where a centre's audit trail stands.
struct AuditPaths {
    std::filesystem::path key;         ///< keys/audit.key: the present epoch's secret.
    std::filesystem::path first_key;   ///< keys/audit.pub: the public key of epoch 1, as text.
    std::filesystem::path checkpoints; ///< audit/checkpoints: the trail.

    /// Trails put aside when another was begun, oldest first: checkpoints.1, checkpoints.2 …
    [[nodiscard]] std::vector<std::filesystem::path> earlier() const;
};

/// Begins a trail: a fresh key, its public half, and a trail without checkpoints. A trail that is there is put aside.
/// The folders have to be there. Answers with what is worth keeping on paper. Throws std::system_error when the disk
/// is at fault. Cut off, it is begun again: the parts of an unfinished one are thrown away.
vault::VerifyingKey begin_trail(const AuditPaths& paths);

/// Whether the key is the one whose turn it is after a trail (resting), or the one that signed its last line and was
/// cut off then (to_evolve).
enum class Turn { resting, to_evolve };
/// Why it is neither: whole words without a full stop.
[[nodiscard]] std::expected<Turn, std::string> whose_turn(const vault::AuditKey& key, const AuditTrail& trail);

/// Signs checkpoints, one after another. One thread. Only by whoever holds the centre's ServingLock.
///
/// The order of writes, and what each cut between them leaves (E: the key's epoch, L: the last whole line's number):
///   1. the line of epoch E, naming the key of E + 1, is appended        cut in it: half a line behind the last one,
///      and synced                                                       E = L + 1: cut away by open(), signed anew
///   2. the key evolves to E + 1 (audit_key.hpp)                         cut before or in it: E = L: open() evolves
///   Resting:                                                            E = L + 1
/// The key of the next epoch follows from this one's, so it is known before it stands anywhere, and no cut loses it.
/// No cut leaves E > L + 1 (lines are missing that were synced before their key went) or E < L (the key file is older
/// than the trail): those were done by somebody, and open() refuses them.
class CheckpointLog {
public:
    /// Puts right what a power cut left. Refuses with what is wrong and what to do: no trail or key, a damaged one,
    /// a key that does not continue the trail. Throws std::system_error when the disk is at fault.
    [[nodiscard]] static std::expected<CheckpointLog, domain::Refusal> open(const AuditPaths& paths);

    /// How far the journal was signed; nullopt when never.
    [[nodiscard]] const std::optional<Position>& last() const { return last_; }

    /// Signs, appends and syncs, and lets the key evolve. Throws std::system_error when the disk is at fault; open it
    /// anew then. Precondition: position.last is greater than that of last().
    void sign(const Position& position, domain::Instant at);

private:
    CheckpointLog(std::filesystem::path file, vault::AuditKeyFile key, std::optional<Position> last)
        : file_{std::move(file)}, key_{std::move(key)}, last_{last}
    {
    }

    std::filesystem::path file_;
    vault::AuditKeyFile key_;
    std::optional<Position> last_;
};

} // namespace verandah::store
