// SPDX-License-Identifier: Apache-2.0
// What devices may see of the ledger.
#pragma once

#include "clinic/store/ledger.hpp"
#include "shared/domain/staff/permission.hpp"
#include "shared/wire/messages/views.hpp"

#include <span>

namespace verandah::hub {

// Without sight of services a ticket has no steps; without sight of alerts there are none.
[[nodiscard]] wire::LineView line_view(const store::Ledger& ledger, const domain::Sight& sight);
/// The tickets named, as far as they are still today's, and every open alert.
[[nodiscard]] wire::LineChange line_change(const store::Ledger& ledger, std::span<const domain::TicketId> tickets,
                                           const domain::Sight& sight);
[[nodiscard]] wire::BoardView board_view(const store::Ledger& ledger);

} // namespace verandah::hub
