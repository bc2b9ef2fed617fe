// SPDX-License-Identifier: Apache-2.0
// What a row of the table asks of a history.
#include "shared/domain/followup/followup_rule.hpp"

#include <algorithm>

namespace verandah::domain {

bool fits(const FactPattern& pattern, const Fact& fact)
{
    return pattern.code == fact.code && (!pattern.value || pattern.value == fact.value);
}

bool holds(const Spell& condition, const History& history)
{
    const auto any_fits = [](const std::vector<FactPattern>& patterns, const Fact& fact) {
        return std::ranges::any_of(patterns, [&](const FactPattern& pattern) { return fits(pattern, fact); });
    };
    bool holding = false;
    for (const auto& fact : history) {
        if (any_fits(condition.since, fact)) {
            holding = true;
        } else if (any_fits(condition.until, fact)) {
            holding = false;
        }
    }
    return holding;
}

} // namespace verandah::domain
