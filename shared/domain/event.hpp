// SPDX-License-Identifier: Apache-2.0
// Everything that can happen in a centre, and how the journal knows who did it, when, and for which request.
#pragma once

#include "shared/domain/alert/alert_book.hpp"
#include "shared/domain/audit/audit_event.hpp"
#include "shared/domain/card/card_book.hpp"
#include "shared/domain/device/device_event.hpp"
#include "shared/domain/forgetting/forgetting_event.hpp"
#include "shared/domain/queue/event.hpp"
#include "shared/domain/record/care_event.hpp"
#include "shared/domain/request_key.hpp"
#include "shared/domain/staff/staff_event.hpp"
#include "shared/domain/stock/stock_event.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace verandah::domain {

/// Where an event stands in the journal: 1, 2, 3 … without a gap. Also the id of the live feed.
using Sequence = std::uint64_t;

/// What happened, of whichever kind.
using Event = std::variant<LineEvent, CardEvent, AlertEvent, StaffEvent, AuditEvent, ForgettingEvent, DeviceEvent,
                           StockEvent, CareEvent>;

/// An event with who did it and for which request. The last event of a request carries its key: it is the answer.
struct Recorded {
    Event event;
    std::string actor; ///< The device it was done at, such as "console-1"; "hub" for what time did by itself.
    std::optional<RequestKey> key;
    std::optional<AccountCode> staff{}; ///< Who was signed in there; nobody at a kiosk.
    friend bool operator==(const Recorded&, const Recorded&) = default;
};

} // namespace verandah::domain
