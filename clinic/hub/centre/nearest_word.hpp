// SPDX-License-Identifier: Apache-2.0
// "Did you mean …?"
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace verandah::hub {

/// The word of `known` that takes the fewest changed, missing or added letters to become `word`; nothing when even that
/// one differs in more than a third of its letters (and more than one), because then a guess would only confuse.
[[nodiscard]] std::optional<std::string> nearest_word(std::string_view word, std::span<const std::string> known);

} // namespace verandah::hub
