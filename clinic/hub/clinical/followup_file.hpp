// SPDX-License-Identifier: Apache-2.0
// assets/followup/*.toml: what has to be done again, and when.
#pragma once

#include "clinic/hub/centre/fault.hpp"
#include "shared/domain/followup/followup_rule.hpp"

#include <expected>
#include <string_view>
#include <vector>

namespace verandah::hub {

/// Reads and checks one table of follow-up rules, or lists everything that is wrong with it. Refused are, beside what
/// is no TOML and unknown keys: a code used twice, a service that is not in the file, a span or a fact that cannot be
/// read, a rule whose item nothing could ever complete in time because what completes it counts only after it expired.
[[nodiscard]] std::expected<domain::FollowupRules, std::vector<Fault>> read_followup_rules(std::string_view text);

} // namespace verandah::hub
