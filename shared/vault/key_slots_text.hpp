// SPDX-License-Identifier: Apache-2.0
// A slot as its line begins, which is what its key is bound to. For shared/vault/key_slots*.cpp only.
#pragma once

#include "shared/vault/key_slots.hpp"

#include <string>

namespace verandah::vault {

inline constexpr int most_slot_ids = 9999;

/// Everything of a slot's line but its sealed key: "words 1 2026-03-06 3 262144 00112233…".
[[nodiscard]] std::string header_of(const KeySlots::Slot& slot);

} // namespace verandah::vault
