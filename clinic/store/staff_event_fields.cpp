// SPDX-License-Identifier: Apache-2.0
// The permanent words of staff events.
#include "clinic/store/staff_event_fields.hpp"

namespace verandah::store::staff_events {

using namespace domain;

Json fields(const StaffAdded& event)
{
    return {{"account", event.account.view()},
            {"role", word(event.role)},
            {"lock", sealed_bytes(event.lock)},
            {"at", ms(event.at)}};
}
StaffAdded read(const Fields& from, Is<StaffAdded>)
{
    return {from.code<AccountCode>("account"), from.word("role", role_from), from.sealed_bytes("lock"),
            from.instant("at")};
}

Json fields(const StaffRoleChanged& event)
{
    return {{"account", event.account.view()}, {"role", word(event.role)}, {"at", ms(event.at)}};
}
StaffRoleChanged read(const Fields& from, Is<StaffRoleChanged>)
{
    return {from.code<AccountCode>("account"), from.word("role", role_from), from.instant("at")};
}

Json fields(const StaffPassphraseChanged& event)
{
    return {{"account", event.account.view()},
            {"lock", sealed_bytes(event.lock)},
            {"key_pair", word(event.key_pair)},
            {"at", ms(event.at)}};
}
StaffPassphraseChanged read(const Fields& from, Is<StaffPassphraseChanged>)
{
    return {from.code<AccountCode>("account"), from.sealed_bytes("lock"), from.word("key_pair", key_pair_from),
            from.instant("at")};
}

Json fields(const StaffRevoked& event)
{
    return {{"account", event.account.view()}, {"at", ms(event.at)}};
}
StaffRevoked read(const Fields& from, Is<StaffRevoked>)
{
    return {from.code<AccountCode>("account"), from.instant("at")};
}

Json fields(const ClinicKeyGranted& event)
{
    return {{"account", event.account.view()}, {"sealed_key", sealed_bytes(event.sealed_key)}, {"at", ms(event.at)}};
}
ClinicKeyGranted read(const Fields& from, Is<ClinicKeyGranted>)
{
    return {from.code<AccountCode>("account"), from.sealed_bytes("sealed_key"), from.instant("at")};
}

Json fields(const StaffSignedIn& event)
{
    return {{"account", event.account.view()}, {"at", ms(event.at)}};
}
StaffSignedIn read(const Fields& from, Is<StaffSignedIn>)
{
    return {from.code<AccountCode>("account"), from.instant("at")};
}

Json fields(const StaffSignedOut& event)
{
    return {{"account", event.account.view()}, {"reason", word(event.reason)}, {"at", ms(event.at)}};
}
StaffSignedOut read(const Fields& from, Is<StaffSignedOut>)
{
    return {from.code<AccountCode>("account"), from.word("reason", sign_out_reason_from), from.instant("at")};
}

Json fields(const SignInRefused& event)
{
    Json json{{"left_out", event.left_out}, {"at", ms(event.at)}};
    if (event.account) {
        json["account"] = event.account->view();
    }
    return json;
}
SignInRefused read(const Fields& from, Is<SignInRefused>)
{
    return {from.has("account") ? std::optional{from.code<AccountCode>("account")} : std::nullopt,
            from.integer<int>("left_out"), from.instant("at")};
}

Json fields(const AccessRefused& event)
{
    Json json{{"right", word(event.right)}, {"left_out", event.left_out}, {"at", ms(event.at)}};
    if (event.role) {
        json["role"] = word(*event.role);
    }
    return json;
}
AccessRefused read(const Fields& from, Is<AccessRefused>)
{
    return {from.word("right", right_from),
            from.has("role") ? std::optional{from.word("role", role_from)} : std::nullopt,
            from.integer<int>("left_out"), from.instant("at")};
}

} // namespace verandah::store::staff_events
