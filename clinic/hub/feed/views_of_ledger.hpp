// SPDX-License-Identifier: Apache-2.0
// What devices may see of the ledger.
#pragma once

#include "clinic/store/ledger.hpp"
#include "shared/wire/messages/views.hpp"

#include <span>

namespace verandah::hub {

[[nodiscard]] wire::LineView line_view(const store::Ledger& ledger);
/// The tickets named, as far as they are still today's, and every open alert.
[[nodiscard]] wire::LineChange line_change(const store::Ledger& ledger, std::span<const domain::TicketId> tickets);
[[nodiscard]] wire::BoardView board_view(const store::Ledger& ledger);

} // namespace verandah::hub
