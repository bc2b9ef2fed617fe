// SPDX-License-Identifier: Apache-2.0
// What outreach workers are still to do about one visitor, as her file tells it.
#pragma once

#include "shared/domain/followup/followup_rule.hpp"
#include "shared/domain/record/file.hpp"

#include <vector>

namespace verandah::domain {

/// The tracings that are still asked of somebody on `today`; none once she agrees to no record any more, or to another
/// way of being looked for.
[[nodiscard]] std::vector<TracingId> tracings_asked(const File& file, const FollowupRules& rules, CentreDay today);

} // namespace verandah::domain
