// SPDX-License-Identifier: Apache-2.0
// The hub's routes as one table: method, path, which devices may ask, which right staff need there, and what answers.
#pragma once

#include "clinic/hub/audit/audit_desk.hpp"
#include "clinic/hub/care/care_list_desk.hpp"
#include "clinic/hub/care/counterfoil_desk.hpp"
#include "clinic/hub/care/file_desk.hpp"
#include "clinic/hub/care/tracing_desk.hpp"
#include "clinic/hub/desks/card_desk.hpp"
#include "clinic/hub/desks/centre_desk.hpp"
#include "clinic/hub/desks/forgetting_desk.hpp"
#include "clinic/hub/desks/guidance_desk.hpp"
#include "clinic/hub/desks/queue_desk.hpp"
#include "clinic/hub/desks/stock_desk.hpp"
#include "clinic/hub/desks/totals_desk.hpp"
#include "clinic/hub/enrolment/device_desk.hpp"
#include "clinic/hub/lock/lock_desk.hpp"
#include "clinic/hub/staff/access_watch.hpp"
#include "clinic/hub/staff/account_desk.hpp"
#include "clinic/hub/staff/session_desk.hpp"
#include "shared/wire/http/server.hpp"

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace verandah::hub {

/// Everything that routes answer from.
struct Desks {
    QueueDesk queue;
    CardDesk cards;
    AlertDesk alerts;
    ForgettingDesk forgetting;
    CentreDesk centre;
    StockDesk stock;
    StaffRoom& staff; ///< Says who stands at a console.
    AccessWatch access;
    SessionDesk sessions{staff};
    AccountDesk accounts{staff};
    LockDesk& lock;         ///< Borrowed: it has a thread of its own.
    DeviceDesk& devices;    ///< As well.
    AuditDesk& audit;       ///< As well.
    TotalsDesk& totals;     ///< Borrowed, too.
    GuidanceDesk& guidance; ///< As well.
    FileDesk& files;        ///< Borrowed: it has a thread of its own.
    CareListDesk care_lists;
    CounterfoilDesk counterfoils;
    TracingDesk tracings;
};

/// A request that fits a route: what stood in the {…} of its path, who asks, and the request itself.
struct Asked {
    std::vector<std::string_view> parameters; ///< Borrowed from `request.target`.
    std::string_view query;                   ///< The same: with its question mark, or empty.
    const wire::Request& request;
    Asker asker;
    domain::Who who{domain::Who::nobody}; ///< Who stands at the console; matters nowhere else.
};

using Handle = void (*)(Desks& desks, const Asked& asked, const wire::Reply& reply);

/// Which kinds of device may ask.
struct Devices {
    bool kiosk;
    bool console;
    bool board;
    [[nodiscard]] bool has(wire::DeviceKind kind) const;
};

struct Route {
    std::string_view method;
    std::string_view path; ///< Such as "/v1/tickets/{ticket}/start".
    Devices devices;
    domain::Right right; ///< What whoever stands at a console needs; kiosks and boards need none.
    Handle handle;
    enum class Query { refused, read };
    Query query{Query::refused}; ///< Whether something may stand behind the path.
};

/// Every route of the hub. docs/api/openapi.yaml describes the same ones; a test holds the two together.
[[nodiscard]] std::span<const Route> routes();

/// Finds the route for a request and answers it: 404 for an unknown path, 405 for a method the path does not have, 403
/// for a device that may not ask, or a console at which nobody stands who may, 400 for a write without an
/// Idempotency-Key, and otherwise what the route answers. The body is overwritten before it is let go of.
void answer(Desks& desks, wire::Request request, const wire::Reply& reply);

} // namespace verandah::hub
