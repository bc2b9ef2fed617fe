// SPDX-License-Identifier: Apache-2.0
// The journal's hash chain: each row proves all rows before it. For clinic/store/*.cpp only.
#pragma once

#include "shared/domain/event.hpp"
#include "shared/vault/hash.hpp"

#include <array>
#include <cstddef>
#include <span>

namespace verandah::store {

using SequenceBytes = std::array<std::byte, 8>;

/// Little endian: bound to the box as associated data and to the chain.
[[nodiscard]] SequenceBytes bytes_of(domain::Sequence sequence);

/// What the first row is chained to.
[[nodiscard]] vault::Digest first_link();

/// BLAKE2b-256(before ‖ sequence ‖ sealed).
[[nodiscard]] vault::Digest link_after(const vault::Digest& before, domain::Sequence sequence,
                                       std::span<const std::byte> sealed);

} // namespace verandah::store
