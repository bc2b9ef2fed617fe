// SPDX-License-Identifier: Apache-2.0
// A short proof of a whole ledger, by which a replay is compared with the ledger that served.
#pragma once

#include "clinic/store/ledger.hpp"

#include <expected>
#include <filesystem>
#include <optional>
#include <string>

namespace verandah::store {

/// BLAKE2b-256 over every ticket with its past, every card, every open alert and every account, as 64 hexadecimal
/// digits. Depends on the events alone, not on centre.toml, so that a changed file does not make an old ledger look
/// wrong.
[[nodiscard]] std::string digest_of(const Ledger& ledger);

/// A ledger as it was after `sequence` events.
struct Checkpoint {
    domain::Sequence sequence;
    std::string digest;
    friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

[[nodiscard]] Checkpoint checkpoint_of(const Ledger& ledger);

/// One line of text, "sequence digest". Written whole or not at all; throws std::system_error when the disk is at
/// fault.
void write_checkpoint(const std::filesystem::path& file, const Checkpoint& checkpoint);
/// nullopt when there is none yet; invalid_input when the file is not one.
[[nodiscard]] std::expected<std::optional<Checkpoint>, domain::Refusal>
read_checkpoint(const std::filesystem::path& file);

} // namespace verandah::store
