// SPDX-License-Identifier: Apache-2.0
// When something happened, to five minutes. For record_wishes.cpp and the words of a record.
#pragma once

#include "clinic/console/flow/console.hpp"

#include <chrono>
#include <vector>

namespace verandah::console {

inline constexpr std::chrono::minutes time_step{5};
inline constexpr std::chrono::days longest_ago{31}; ///< Further back it is told in days, not to the minute.

/// Whether it would be neither in the future nor further back than anybody knows it.
[[nodiscard]] bool can_step(const ExactTime& time, std::chrono::minutes by, domain::Instant now);

// Precondition of all: answers may be given. That it is kept is an answer as any other: record_wishes.cpp.
[[nodiscard]] std::vector<Effect> handle_time(Console& console, const AskExactTime& wish, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_time(Console& console, const StepTime& wish, domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_time(Console& console, const CloseTime& wish, domain::Instant now);

} // namespace verandah::console
