// SPDX-License-Identifier: Apache-2.0
// GET /v1/audit, /v1/audit/export, /v1/audit/check
#include "clinic/hub/desks/answers.hpp"
#include "clinic/hub/routes/handles.hpp"
#include "shared/wire/messages/audit_messages.hpp"

namespace verandah::hub {

void see_audit(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    const auto query = wire::decode_audit_query(asked.query);
    if (!query) {
        reply(response_of(query.error()));
        return;
    }
    desks.audit.list(*query, asked.asker, replying<wire::AuditView>(reply, ok));
}

void export_audit_part(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    const auto query = wire::decode_audit_query(asked.query);
    if (!query) {
        reply(response_of(query.error()));
        return;
    }
    desks.audit.export_part(*query, asked.asker, replying<wire::AuditPart>(reply, ok));
}

void check_audit(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    desks.audit.check(asked.asker, replying<wire::AuditCheck>(reply, ok));
}

} // namespace verandah::hub
