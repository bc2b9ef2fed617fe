// SPDX-License-Identifier: Apache-2.0
// GET /v1/session, POST /v1/session/…
#include "clinic/hub/routes/decoded.hpp"
#include "clinic/hub/routes/handles.hpp"

namespace verandah::hub {

namespace {

Answer<wire::SessionView> telling_session(const wire::Reply& reply)
{
    return replying<wire::SessionView>(reply, ok);
}

/// A request with an empty body.
template <class Ask>
void plainly(const Asked& asked, const wire::Reply& reply, Ask ask)
{
    decoded(asked, reply, wire::decode_empty_request, [&](const wire::EmptyRequest&) { ask(); });
}

} // namespace

void see_session(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    desks.sessions.see(asked.asker, telling_session(reply));
}

void sign_in(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    decoded(asked, reply, wire::decode_sign_in_request, [&](wire::SignInRequest body) {
        desks.sessions.sign_in(std::move(body), asked.asker, telling_session(reply));
    });
}

void unlock_session(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    decoded(asked, reply, wire::decode_unlock_request,
            [&](const wire::UnlockRequest& body) { desks.sessions.unlock(body, asked.asker, telling_session(reply)); });
}

void lock_session(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    plainly(asked, reply, [&] { desks.sessions.lock(asked.asker, telling_session(reply)); });
}

/// Every write counts as a touch; this one has no other purpose.
void keep_session(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    plainly(asked, reply, [&] { desks.sessions.see(asked.asker, telling_session(reply)); });
}

void sign_out(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    plainly(asked, reply, [&] { desks.sessions.sign_out(asked.asker, telling_session(reply)); });
}

void change_own_passphrase(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    decoded(asked, reply, wire::decode_own_passphrase_request, [&](wire::OwnPassphraseRequest body) {
        desks.sessions.change_passphrase(std::move(body), asked.asker, telling_session(reply));
    });
}

} // namespace verandah::hub
