// SPDX-License-Identifier: Apache-2.0
// What totals are counted from: sealed apart from any file, under keys that follow from the clinic key and lead to no
// record.
#pragma once

#include "shared/domain/id.hpp"
#include "shared/vault/seal.hpp"
#include "shared/vault/secret_key.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace verandah::vault {

using CountsKey = SecretKey<struct CountsPurpose>;       ///< Seals coded facts (domain::FactsCounted).
using PseudonymKey = SecretKey<struct PseudonymPurpose>; ///< Names a file in one reporting period.

// One-way: whoever is given one of these keys, to count with, cannot find the clinic key from it.
[[nodiscard]] CountsKey counts_key(const ClinicKey& clinic);
[[nodiscard]] PseudonymKey pseudonym_key(const ClinicKey& clinic);

using CountsSealer = SealerUnder<CountsKey>; ///< Padded to counts_block.
inline constexpr std::size_t counts_block = 256;

/// The same for one file throughout a period, such as "2026-03", and another in the next: people are counted once in a
/// period, and nobody is followed from one to the next.
using Pseudonym = std::array<std::byte, 16>;
[[nodiscard]] Pseudonym pseudonym_of(domain::FileId file, std::string_view period, const PseudonymKey& key);
/// The same for one thing in that file, such as "test 2 resulted", throughout a period, likewise.
[[nodiscard]] Pseudonym pseudonym_of(domain::FileId file, std::string_view period, std::string_view thing,
                                     const PseudonymKey& key);

} // namespace verandah::vault
