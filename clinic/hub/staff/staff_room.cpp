// SPDX-License-Identifier: Apache-2.0
// Who stands where, and how sessions end.
#include "clinic/hub/staff/staff_room.hpp"

#include <utility>

namespace verandah::hub {

StaffRoom::StaffRoom(store::Writer& writer, Options options)
    : writer_{writer}, options_{std::move(options)}, passphrases_{[this] { pass_time(); }, options_.report}
{
}

Standing StaffRoom::standing_at(const std::string& device) const
{
    return is_locked() ? Standing{.who = domain::Who::locked_hub} : sessions_.at(device, now());
}

wire::SessionView StaffRoom::view_at(const std::string& device, const store::Ledger& ledger) const
{
    auto view = sessions_.view(device, now());
    if (is_locked()) {
        view.hub = wire::SessionView::Hub::locked;
    } else if (ledger.staff().is_empty()) {
        view.hub = wire::SessionView::Hub::without_accounts;
    }
    if (const auto* member = view.account ? ledger.staff().find(*view.account) : nullptr) {
        view.has_own_passphrase = member->passphrase == domain::StaffMember::Passphrase::her_own;
    }
    const auto who = standing_at(device).who;
    if (domain::may(who, domain::Right::line_alarm)) {
        view.alerts = static_cast<int>(ledger.alerts().open().size());
    }
    for (const auto& row : domain::permission_table) {
        if (domain::may(who, row.right)) {
            view.rights.push_back(row.right);
        }
    }
    return view;
}

void StaffRoom::write_signed_out(const std::string& device, const domain::AccountCode& account,
                                 domain::SignOutReason reason)
{
    writer_.submit({.actor = device,
                    .key = std::nullopt,
                    .decide =
                        [account, reason](const store::Ledger&, domain::Moment now) {
                            return std::vector<domain::Event>{
                                domain::StaffEvent{domain::StaffSignedOut{account, reason, now.at}}};
                        },
                    .answer = [](const store::Ledger&, const store::Write::Outcome&) {},
                    .staff = account});
}

void StaffRoom::end_sessions_of(const domain::AccountCode& account, std::string_view spared)
{
    for (const auto& device : sessions_.end_of(account, spared)) {
        write_signed_out(device, account, domain::SignOutReason::changed);
        session_changed(device);
    }
}

void StaffRoom::end_all_sessions()
{
    for (const auto& ended : sessions_.end_all()) {
        session_changed(ended.device);
    }
}

void StaffRoom::pass_time()
{
    const auto passed = sessions_.pass_time(now());
    for (const auto& [device, account] : passed.ended) {
        write_signed_out(device, account, domain::SignOutReason::shift_over);
        session_changed(device);
    }
    for (const auto& device : passed.waiting) {
        session_changed(device);
    }
}

} // namespace verandah::hub
