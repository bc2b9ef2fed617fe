// SPDX-License-Identifier: Apache-2.0
// assets/partners/*.toml: what slips for partners are given for, how far back, and by whom partners may be told.
#pragma once

#include "clinic/hub/centre/fault.hpp"
#include "shared/domain/partner/partner_rules.hpp"

#include <expected>
#include <string_view>
#include <vector>

namespace verandah::hub {

/// Reads and checks the rules of partner services, or lists everything that is wrong with them. Without "modes"
/// partners are told by her alone. A mode for who fears violence that is not offered at all is refused, and so is
/// anything that would ask for partners' names: there is no key for it.
[[nodiscard]] std::expected<domain::PartnerRules, std::vector<Fault>> read_partner_rules(std::string_view text);

} // namespace verandah::hub
