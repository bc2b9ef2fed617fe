// SPDX-License-Identifier: Apache-2.0
// What happens to the session, and what is done about it. For flow/console.cpp.
#pragma once

#include "clinic/console/flow/console.hpp"

#include <optional>
#include <vector>

namespace verandah::console {

[[nodiscard]] std::vector<Effect> handle_session(Console& console, const SessionHappening& happening,
                                                 domain::Instant now);
[[nodiscard]] std::vector<Effect> handle_session_wish(Console& console, const SessionWish& wish, domain::Instant now);

/// What is done with `wish` when something about the session lies in front; nullopt when the pages have it.
[[nodiscard]] std::optional<std::vector<Effect>> handle_in_front(Console& console, const Wish& wish,
                                                                 domain::Instant now);

/// Dozes off, lets notices and waits go.
[[nodiscard]] std::vector<Effect> session_time_passed(Console& console, domain::Instant now);

/// Opens the question that has to be answered before anything else can be done: which room this is.
void ask_what_is_needed(Console& console);

} // namespace verandah::console
