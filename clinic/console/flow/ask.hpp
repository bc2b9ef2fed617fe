// SPDX-License-Identifier: Apache-2.0
// From a deed to the request that does it, and what undo will be able to take back. For flow/*.cpp only.
#pragma once

#include "clinic/console/flow/console.hpp"

#include <string>

namespace verandah::console {

/// A deed that needs no more than its ticket: call again, start, done, away, left, back.
[[nodiscard]] Write plain_write(Deed deed, const domain::Ticket& ticket);
/// "Call next"; whoever is finished by it can be brought back, too.
[[nodiscard]] Write call_next_write(const Console& console, domain::Instant now);
[[nodiscard]] Write undo_write(const OwnMove& move);
[[nodiscard]] Write day_write(DaySheet::Turn turn);
[[nodiscard]] Write alert_write(domain::AlertId alert);

[[nodiscard]] Write send_on_write(const domain::Ticket& ticket, const domain::ServiceCode& service,
                                  domain::SendOn::Place place);
[[nodiscard]] Write hold_write(const domain::Ticket& ticket, std::chrono::minutes back_in);
[[nodiscard]] Write call_this_write(const domain::Ticket& ticket, const domain::StationCode& station,
                                    const std::string& reason);
[[nodiscard]] Write class_write(const domain::Ticket& ticket, const domain::PriorityCode& priority,
                                const std::string& reason);
[[nodiscard]] Write add_write(const AddSheet& sheet);

} // namespace verandah::console
