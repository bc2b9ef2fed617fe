// SPDX-License-Identifier: Apache-2.0
// From due items to what is asked of workers.
#include "shared/domain/record/tracings_asked.hpp"

#include "shared/domain/record/decide_entry.hpp"

namespace verandah::domain {

std::vector<TracingId> tracings_asked(const File& file, const FollowupRules& rules, CentreDay today)
{
    std::vector<TracingId> asked;
    if (file.channel != Channel::outreach_worker || !may_write(file)) {
        return asked;
    }
    for (const auto& item : due_items(rules, history_of(file), file.followup, today)) {
        if (is_asked_of_worker(item)) {
            asked.push_back(*item.tracing);
        }
    }
    return asked;
}

} // namespace verandah::domain
