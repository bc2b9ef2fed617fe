// SPDX-License-Identifier: Apache-2.0
// GET and POST /v1/forgetting-requests, POST /v1/forgetting-requests/{request}/…, /v1/visitors/forget
#include "clinic/hub/routes/decoded.hpp"
#include "clinic/hub/routes/handles.hpp"
#include "clinic/hub/routes/parameters.hpp"

namespace verandah::hub {

namespace {

/// A request with an empty body about the request in its path.
template <class Ask>
void about_request(const Asked& asked, const wire::Reply& reply, Ask ask)
{
    decoded(asked, reply, wire::decode_empty_request, [&](const wire::EmptyRequest&) {
        if (const auto request = id_in_path<domain::ForgettingRequestId>(asked)) {
            ask(*request);
        } else {
            reply(response_of(request.error()));
        }
    });
}

} // namespace

void ask_to_be_forgotten(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    decoded(asked, reply, wire::decode_forget_request, [&](const wire::ForgetRequest& body) {
        desks.forgetting.ask(body, asked.asker, replying<wire::EmptyRequest>(reply, created));
    });
}

void take_back_forgetting(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    decoded(asked, reply, wire::decode_empty_request, [&](const wire::EmptyRequest&) {
        desks.forgetting.take_back(asked.asker, replying<wire::EmptyRequest>(reply, ok));
    });
}

void see_forgetting_requests(Desks& desks, const Asked&, const wire::Reply& reply)
{
    reply({ok, wire::encode(desks.forgetting.view())});
}

void carry_out_forgetting(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    about_request(asked, reply, [&](domain::ForgettingRequestId request) {
        desks.forgetting.carry_out(request, asked.asker, replying<wire::ForgettingReceipt>(reply, ok));
    });
}

void decline_forgetting(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    about_request(asked, reply, [&](domain::ForgettingRequestId request) {
        desks.forgetting.decline(request, replying<wire::EmptyRequest>(reply, ok));
    });
}

void forget_visitor(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    decoded(asked, reply, wire::decode_forget_request, [&](const wire::ForgetRequest& body) {
        desks.forgetting.forget(body, asked.asker, replying<wire::ForgettingReceipt>(reply, ok));
    });
}

} // namespace verandah::hub
