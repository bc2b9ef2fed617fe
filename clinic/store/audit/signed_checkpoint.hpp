// SPDX-License-Identifier: Apache-2.0
// One line of the audit trail: so the journal stood at that time, signed by a key that is gone since.
#pragma once

#include "clinic/store/journal.hpp"
#include "shared/domain/time.hpp"
#include "shared/vault/audit_key.hpp"

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace verandah::store {

/// What the key of epoch `number` said before it went.
struct SignedCheckpoint {
    std::uint64_t number; ///< 1, 2, 3 … without a gap in one trail.
    Position position;    ///< The journal's last event, and the link of the chain that proves all of them.
    domain::Instant at;
    vault::VerifyingKey next; ///< Signs the next one.
    vault::Signature signature;
    friend bool operator==(const SignedCheckpoint&, const SignedCheckpoint&) = default;
};

[[nodiscard]] SignedCheckpoint sign_checkpoint(const vault::AuditKey& key, const Position& position,
                                               domain::Instant at);
[[nodiscard]] bool is_signed_by(const SignedCheckpoint& checkpoint, const vault::VerifyingKey& key);

/// The checkpoints of one audit key from its first epoch on: a file, or a part of an exported one.
///
/// Text, lines of permanent words (the signature is of everything before " signature", after a word of its own):
///   verandah audit trail 1 first KEY
///   checkpoint NUMBER event SEQUENCE chain DIGEST at 2026-03-03T12:00:00.000Z next KEY signature SIGNATURE
struct AuditTrail {
    vault::VerifyingKey first; ///< Signs checkpoint 1. Its fingerprint is what is kept on paper.
    std::vector<SignedCheckpoint> checkpoints;
    friend bool operator==(const AuditTrail&, const AuditTrail&) = default;
};

/// A trail's lines as written, each with its line end.
[[nodiscard]] std::string text_of(const vault::VerifyingKey& first); ///< A trail's first line.
[[nodiscard]] std::string text_of(const SignedCheckpoint& checkpoint);
[[nodiscard]] std::string text_of(const AuditTrail& trail);

/// What a text holds: the trails, one after another, and how much of it is whole lines. What stands behind the last
/// line end was being written when somebody looked, or when the power went.
struct TrailsRead {
    std::vector<AuditTrail> trails;
    std::size_t whole; ///< Bytes.
};

/// Reads, and proves nothing. invalid_input with the number of the first line that is no line of a trail: each line is
/// accepted only as text_of() would write it.
[[nodiscard]] std::expected<TrailsRead, domain::Refusal> read_trails(std::string_view text);

/// 2026-03-03T12:00:00.000Z
[[nodiscard]] std::string time_text(domain::Instant at);
/// What time_text() wrote, or near it: write it again and compare.
[[nodiscard]] std::optional<domain::Instant> instant_in(std::string_view text);

} // namespace verandah::store
