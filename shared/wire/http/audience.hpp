// SPDX-License-Identifier: Apache-2.0
// Who hears which frames of the live feed.
#pragma once

#include <cstddef>
#include <cstdint>

namespace verandah::wire {

/// Readers of the feed who hear the same. The server loop knows nothing else of them; what each number stands for is up
/// to whoever publishes.
enum class Audience : std::uint8_t {};
inline constexpr std::size_t most_audiences = 16; ///< They are numbered from 0.

} // namespace verandah::wire
