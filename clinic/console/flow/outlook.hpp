// SPDX-License-Identifier: Apache-2.0
// What the console's state means: who is here, who is next, in which order the list stands, what is possible.
#pragma once

#include "clinic/console/flow/console.hpp"
#include "shared/domain/queue/pick.hpp"

#include <optional>
#include <vector>

namespace verandah::console {

/// One row of the list. `pick` is there for those whom this station can call, in the order in which it would.
struct Row {
    const domain::Ticket* ticket; ///< Borrowed from the console until its next change.
    std::optional<domain::Pick> pick{};
};

/// With this station: being served before on the way, longest first. Borrowed until the console's next change.
[[nodiscard]] std::vector<const domain::Ticket*> people_here(const Console& console);

/// Whom the buttons are about: the chosen row, else the first who is here.
[[nodiscard]] const domain::Ticket* subject(const Console& console);

/// Whom "call next" would call now; the person here is finished first when the room is full.
[[nodiscard]] std::optional<domain::Pick> next_pick(const Console& console, domain::Instant now);

/// Those this station can call, in order; then who waits for other rooms, who comes back, who is on hold, who is away.
/// A room with more than one person here has them first. For whoever may not call: all of them, in that order.
[[nodiscard]] std::vector<Row> rows(const Console& console, domain::Instant now);

/// Why `deed` is not possible; nullopt when it is.
[[nodiscard]] std::optional<Obstacle> obstacle(const Console& console, Deed deed, domain::Instant now);

/// What undo would take back: the last own move at this station that is still the ticket's last move.
[[nodiscard]] std::optional<OwnMove> last_own_move(const Console& console);

[[nodiscard]] const domain::Station* station_of(const Console& console);

/// The services a ticket could be sent on to: all but the one it is called to or served with.
[[nodiscard]] std::vector<domain::ServiceCode> ways_on(const Console& console, const domain::Ticket& ticket);

} // namespace verandah::console
