// SPDX-License-Identifier: Apache-2.0
// Accounts: what may become of them, and what became.
#include "shared/domain/staff/staff_book.hpp"

#include <algorithm>
#include <utility>

namespace verandah::domain {

namespace {

using enum Refusal::Why;

std::unexpected<Refusal> no_such_account()
{
    return refuse(not_found, "no such account is open");
}

bool is_administrator(const StaffMember& member)
{
    return member.role == Role::administrator && !member.revoked_at;
}

} // namespace

const StaffMember* StaffBook::find(const AccountCode& account) const
{
    const auto found = members_.find(account);
    return found == members_.end() || found->second.revoked_at ? nullptr : &found->second;
}

bool StaffBook::has_clinic_key() const
{
    return std::ranges::any_of(members_, [](const auto& entry) { return entry.second.clinic_key.has_value(); });
}

bool StaffBook::is_last_administrator(const AccountCode& account) const
{
    const auto* member = find(account);
    return member != nullptr && is_administrator(*member) &&
           std::ranges::count_if(members_, [](const auto& entry) { return is_administrator(entry.second); }) == 1;
}

StaffBook::Decision StaffBook::add(const AccountCode& account, Role role, SealedBytes lock, Instant at) const
{
    if (is_empty() && role != Role::administrator) {
        return refuse(conflict, "the first account has to be an administrator's");
    }
    if (members_.contains(account)) {
        return refuse(conflict, "there is, or was, an account of that name; choose another");
    }
    return StaffAdded{account, role, std::move(lock), at};
}

StaffBook::Decision StaffBook::change_role(const AccountCode& account, Role role, Instant at) const
{
    const auto* member = find(account);
    if (member == nullptr) {
        return no_such_account();
    }
    if (member->role == role) {
        return std::nullopt;
    }
    if (is_last_administrator(account)) {
        return refuse(conflict, "the last administrator stays one; make another one first");
    }
    return StaffRoleChanged{account, role, at};
}

StaffBook::Decision StaffBook::change_passphrase(const AccountCode& account, SealedBytes lock, KeyPair key_pair,
                                                 Instant at) const
{
    if (find(account) == nullptr) {
        return no_such_account();
    }
    return StaffPassphraseChanged{account, std::move(lock), key_pair, at};
}

StaffBook::Decision StaffBook::revoke(const AccountCode& account, Instant at) const
{
    const auto known = members_.find(account);
    if (known == members_.end()) {
        return no_such_account();
    }
    if (known->second.revoked_at) {
        return std::nullopt;
    }
    if (is_last_administrator(account)) {
        return refuse(conflict, "the last administrator cannot be revoked; make another one first");
    }
    return StaffRevoked{account, at};
}

StaffBook::Decision StaffBook::grant_clinic_key(const AccountCode& account, SealedBytes sealed_key, Grant grant,
                                                Instant at) const
{
    const auto* member = find(account);
    if (member == nullptr) {
        return no_such_account();
    }
    if (!holds_clinic_key(member->role)) {
        return refuse(conflict, "that role does not open records");
    }
    if (member->clinic_key) {
        return std::nullopt;
    }
    if (grant == Grant::first_key && has_clinic_key()) {
        return refuse(conflict, "there is a clinic key already; a colleague who holds it lets her in");
    }
    return ClinicKeyGranted{account, std::move(sealed_key), at};
}

StaffBook::Decision StaffBook::sign_in(const AccountCode& account, Instant at) const
{
    if (find(account) == nullptr) {
        return no_such_account();
    }
    return StaffSignedIn{account, at};
}

namespace {

struct Apply {
    std::map<AccountCode, StaffMember>& members;

    template <class Change>
    void change(const AccountCode& account, Change change) const
    {
        if (const auto member = members.find(account); member != members.end()) {
            change(member->second);
        }
    }

    void operator()(const StaffAdded& event) const
    {
        using enum StaffMember::Passphrase;
        const auto passphrase = members.empty() ? her_own : made_for_her;
        members.try_emplace(
            event.account,
            StaffMember{.role = event.role, .lock = event.lock, .added_at = event.at, .passphrase = passphrase});
    }
    void operator()(const StaffRoleChanged& event) const
    {
        change(event.account, [&](StaffMember& member) {
            member.role = event.role;
            if (!holds_clinic_key(event.role)) {
                member.clinic_key.reset();
            }
        });
    }
    void operator()(const StaffPassphraseChanged& event) const
    {
        change(event.account, [&](StaffMember& member) {
            using enum StaffMember::Passphrase;
            member.lock = event.lock;
            member.passphrase = event.key_pair == KeyPair::kept ? her_own : made_for_her;
            if (event.key_pair == KeyPair::made_anew) {
                member.clinic_key.reset();
            }
        });
    }
    void operator()(const StaffRevoked& event) const
    {
        change(event.account, [&](StaffMember& member) {
            member.revoked_at = event.at;
            member.clinic_key.reset();
        });
    }
    void operator()(const ClinicKeyGranted& event) const
    {
        change(event.account, [&](StaffMember& member) { member.clinic_key = event.sealed_key; });
    }
    void operator()(const StaffSignedIn& event) const
    {
        change(event.account, [&](StaffMember& member) { member.last_signed_in = event.at; });
    }
    void operator()(const StaffSignedOut&) const {}
    void operator()(const SignInRefused&) const {}
    void operator()(const AccessRefused&) const {}
};

} // namespace

void apply(StaffBook& book, const StaffEvent& event)
{
    std::visit(Apply{book.members_}, event);
}

} // namespace verandah::domain
