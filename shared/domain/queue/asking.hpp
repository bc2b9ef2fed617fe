// SPDX-License-Identifier: Apache-2.0
// The questions that decisions ask before they decide. For decide*.cpp only.
#pragma once

#include "shared/domain/queue/decide.hpp"

#include <initializer_list>

namespace verandah::domain {

/// The ticket when it is in one of `states`; not_found when it is not today's, conflict otherwise. Borrowed until the
/// next apply.
[[nodiscard]] std::expected<const Ticket*, Refusal> ticket_in(const Line& line, TicketId ticket,
                                                              std::initializer_list<TicketState> states);

/// invalid_input unless somebody wrote something, in at most `longest_reason` bytes and without control characters.
[[nodiscard]] std::expected<void, Refusal> reason_given(std::string_view reason);

/// Whether the station is with as many people as it has room for.
[[nodiscard]] bool is_full(const Line& line, const StationCode& station);

/// The event of finishing the step that `ticket` is served with, its timer included.
[[nodiscard]] LineEvent finished(const Line& line, const Ticket& ticket, Instant at);

} // namespace verandah::domain
