// SPDX-License-Identifier: Apache-2.0
// The permanent words for roles.
#include "shared/domain/staff/role.hpp"

#include <algorithm>
#include <utility>

namespace verandah::domain {

// Permanent: on disk and on the wire.
std::string_view word(Role role)
{
    switch (role) {
    case Role::reception: return "reception";
    case Role::clinician: return "clinician";
    case Role::counsellor: return "counsellor";
    case Role::outreach_worker: return "outreach_worker";
    case Role::crisis_team: return "crisis_team";
    case Role::coordinator: return "coordinator";
    case Role::administrator: return "administrator";
    case Role::committee_member: return "committee_member";
    }
    std::unreachable();
}

std::optional<Role> role_from(std::string_view text)
{
    const auto* const found = std::ranges::find(every_role, text, [](Role role) { return word(role); });
    return found == every_role.end() ? std::nullopt : std::optional{*found};
}

} // namespace verandah::domain
