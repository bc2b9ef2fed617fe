// SPDX-License-Identifier: Apache-2.0
// One event as whoever looks back at a console is told it: who did what where, never to whom.
#pragma once

#include "shared/wire/messages/audit_messages.hpp"

namespace verandah::hub {

/// As Activity (activity.hpp) leaves out a ticket's number, a card and a visitor, so does this.
[[nodiscard]] wire::AuditView::Deed deed_view(domain::Sequence sequence, const domain::Recorded& recorded);

} // namespace verandah::hub
