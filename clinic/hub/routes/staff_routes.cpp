// SPDX-License-Identifier: Apache-2.0
// GET /v1/staff, POST /v1/staff, /v1/staff/first, /v1/staff/{account}/…
#include "clinic/hub/routes/decoded.hpp"
#include "clinic/hub/routes/handles.hpp"
#include "clinic/hub/routes/parameters.hpp"

namespace verandah::hub {

namespace {

using domain::AccountCode;

/// Decodes the body with `decode`, then lets `ask` ask a desk with the account in the path and with it.
template <class Decode, class Ask>
void about_account(const Asked& asked, const wire::Reply& reply, Decode decode, Ask ask)
{
    decoded(asked, reply, decode, [&](const auto& body) {
        if (const auto account = code_in_path<AccountCode>(asked)) {
            ask(*account, body);
        } else {
            reply(response_of(account.error()));
        }
    });
}

} // namespace

void see_staff(Desks& desks, const Asked&, const wire::Reply& reply)
{
    desks.accounts.list([reply](const wire::StaffView& view) { reply({ok, wire::encode(view)}); });
}

void make_first_administrator(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    decoded(asked, reply, wire::decode_sign_in_request, [&](wire::SignInRequest body) {
        desks.sessions.make_first(std::move(body), asked.asker, replying<wire::SessionView>(reply, created));
    });
}

void add_staff(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    decoded(asked, reply, wire::decode_add_staff_request, [&](const wire::AddStaffRequest& body) {
        desks.accounts.add(body, asked.asker, replying<wire::NewPassphrase>(reply, created));
    });
}

void change_role(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    about_account(asked, reply, wire::decode_role_request,
                  [&](const AccountCode& account, const wire::RoleRequest& body) {
                      desks.accounts.change_role(account, body, asked.asker, replying<wire::EmptyRequest>(reply, ok));
                  });
}

void revoke_staff(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    about_account(asked, reply, wire::decode_empty_request, [&](const AccountCode& account, const wire::EmptyRequest&) {
        desks.accounts.revoke(account, asked.asker, replying<wire::EmptyRequest>(reply, ok));
    });
}

void give_new_passphrase(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    about_account(asked, reply, wire::decode_empty_request, [&](const AccountCode& account, const wire::EmptyRequest&) {
        desks.accounts.give_new_passphrase(account, asked.asker, replying<wire::NewPassphrase>(reply, created));
    });
}

void open_records(Desks& desks, const Asked& asked, const wire::Reply& reply)
{
    about_account(asked, reply, wire::decode_empty_request, [&](const AccountCode& account, const wire::EmptyRequest&) {
        desks.accounts.open_records_to(account, asked.asker, replying<wire::EmptyRequest>(reply, ok));
    });
}

} // namespace verandah::hub
