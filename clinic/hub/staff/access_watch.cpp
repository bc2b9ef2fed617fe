// SPDX-License-Identifier: Apache-2.0
// Refused access, in the journal.
#include "clinic/hub/staff/access_watch.hpp"

namespace verandah::hub {

void AccessWatch::note(const std::string& device, const Standing& standing, domain::Right refused, domain::Instant now)
{
    std::optional<int> left_out;
    {
        const std::lock_guard lock{mutex_};
        left_out = sparing_.write_down(device, now);
    }
    if (!left_out) {
        return;
    }
    writer_.submit({.actor = device,
                    .key = std::nullopt,
                    .decide =
                        [refused, role = standing.role, left_out](const store::Ledger&, domain::Moment moment) {
                            return std::vector<domain::Event>{
                                domain::StaffEvent{domain::AccessRefused{refused, role, *left_out, moment.at}}};
                        },
                    .answer = [](const store::Ledger&, const store::Write::Outcome&) {},
                    .staff = standing.account});
}

} // namespace verandah::hub
