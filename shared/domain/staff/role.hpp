// SPDX-License-Identifier: Apache-2.0
// The roles that staff work in. What each may do is in permission.hpp, and nowhere else.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace verandah::domain {

enum class Role {
    reception,
    clinician,
    counsellor,
    outreach_worker,
    crisis_team,
    coordinator,
    administrator,
    committee_member, ///< Sees totals only.
};
inline constexpr std::array every_role{Role::reception,       Role::clinician,       Role::counsellor,
                                       Role::outreach_worker, Role::crisis_team,     Role::coordinator,
                                       Role::administrator,   Role::committee_member};

/// The permanent word for a role, on disk and on the wire.
[[nodiscard]] std::string_view word(Role role);
[[nodiscard]] std::optional<Role> role_from(std::string_view word);

} // namespace verandah::domain
