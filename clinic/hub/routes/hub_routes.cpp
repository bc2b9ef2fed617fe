// SPDX-License-Identifier: Apache-2.0
// POST /v1/hub/lock, /v1/hub/unlock
#include "clinic/hub/desks/answers.hpp"
#include "clinic/hub/routes/handles.hpp"
#include "shared/wire/messages/staff_messages.hpp"

namespace verandah::hub {

namespace {

LockDesk::Done replying_when_done(const wire::Reply& reply)
{
    return [reply](const std::expected<void, domain::Refusal>& outcome) {
        reply(outcome ? wire::Response{ok, wire::encode(wire::EmptyRequest{})} : response_of(outcome.error()));
    };
}

LockDesk::By by(const Asked& asked)
{
    return {asked.asker.device, asked.asker.staff};
}

} // namespace

// Asking twice does what asking once does, so the Idempotency-Key is not looked up.

void lock_hub(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    if (const auto body = wire::decode_empty_request(asked.request.body); !body) {
        reply(response_of(body.error()));
        return;
    }
    desks.lock.lock(domain::HubLocked::Way::console, by(asked), replying_when_done(reply));
}

void unlock_hub(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    const auto body = wire::decode_unlock_hub_request(asked.request.body);
    if (!body) {
        reply(response_of(body.error()));
        return;
    }
    desks.lock.open(vault::way_in_from(body->words.view()), by(asked), replying_when_done(reply));
}

} // namespace verandah::hub
