// SPDX-License-Identifier: Apache-2.0
// What is done about the line. For flow/console.cpp.
#pragma once

#include "clinic/console/flow/console.hpp"

#include <optional>
#include <vector>

namespace verandah::console {

/// Whatever the person did, and whatever lies in front. line_wishes.cpp
[[nodiscard]] std::vector<Effect> handle_wish(Console& console, const Wish& wish, domain::Instant now);

/// Something to say to the person at the console.
void tell(Console& console, decltype(Notice::about) about, domain::Instant now,
          std::optional<domain::TicketNumber> number = std::nullopt);

} // namespace verandah::console
