// SPDX-License-Identifier: Apache-2.0
// POST /v1/cards, /v1/cards/…, /v1/alerts, /v1/alerts/{alert}/answer
#include "clinic/hub/routes/decoded.hpp"
#include "clinic/hub/routes/handles.hpp"
#include "clinic/hub/routes/parameters.hpp"

namespace verandah::hub {

void mint_card(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    decoded(asked, reply, wire::decode_card_request, [&](const wire::CardRequest& body) {
        desks.cards.mint(body, asked.asker, replying<wire::CardReceipt>(reply, created));
    });
}

void replace_card(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    decoded(asked, reply, wire::decode_replace_card_request, [&](const wire::ReplaceCardRequest& body) {
        desks.cards.replace(body, asked.asker, replying<wire::CardReceipt>(reply, created));
    });
}

void revoke_card(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    decoded(asked, reply, wire::decode_revoke_card_request, [&](const wire::RevokeCardRequest& body) {
        desks.cards.revoke(body, asked.asker, replying<wire::EmptyRequest>(reply, ok));
    });
}

void raise_alert(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    decoded(asked, reply, wire::decode_alert_request, [&](const wire::AlertRequest& body) {
        desks.alerts.raise(body, asked.asker, replying<wire::EmptyRequest>(reply, created));
    });
}

void answer_alert(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    decoded(asked, reply, wire::decode_empty_request, [&](const wire::EmptyRequest&) {
        if (const auto alert = id_in_path<domain::AlertId>(asked)) {
            desks.alerts.answer(*alert, asked.asker, replying<wire::EmptyRequest>(reply, ok));
        } else {
            reply(response_of(alert.error()));
        }
    });
}

} // namespace verandah::hub
