// SPDX-License-Identifier: Apache-2.0
// Acts on due items, and tracing by the agreed channel only.
#include "shared/domain/followup/may_act.hpp"

namespace verandah::domain {
namespace {

using enum Refusal::Why;

std::expected<void, Refusal> may_postpone(const PostponeItem& act, CentreDay today)
{
    const auto ahead = act.until.ok() ? days_between(today, act.until) : std::chrono::days{0};
    if (ahead <= std::chrono::days{0} || ahead > longest_postponed) {
        return refuse(invalid_input, "an item is postponed to a later day within a year");
    }
    return {};
}

/// Attempts at finding her were made, and stay.
bool has_something_to_take_back(const DueItem& item)
{
    return item.completed_because || item.given_to || item.tracing_end;
}

struct Asked {
    const DueItem& item;
    Channel agreed;
    CentreDay today;

    std::expected<void, Refusal> operator()(const CompleteItem& /*act*/) const { return unless_done(); }
    std::expected<void, Refusal> operator()(const PostponeItem& act) const
    {
        const auto open = unless_done();
        return open ? may_postpone(act, today) : open;
    }
    std::expected<void, Refusal> operator()(const GiveItem& /*act*/) const
    {
        if (agreed != Channel::outreach_worker) {
            return refuse(not_allowed, "she has not agreed to be looked for by an outreach worker");
        }
        return unless_done();
    }
    std::expected<void, Refusal> operator()(const ReopenItem& /*act*/) const
    {
        if (item.completed_by || !has_something_to_take_back(item)) {
            return refuse(conflict, "nothing was done about this item that could be taken back");
        }
        return {};
    }

    [[nodiscard]] std::expected<void, Refusal> unless_done() const
    {
        if (item.state == DueState::done) {
            return refuse(conflict, "the item is done");
        }
        return {};
    }
};

/// Nobody can tell "not found" who was reached, and who was not reached has told nothing.
bool fits_outcome(const TracingTried& tried)
{
    if (!tried.end) {
        return true;
    }
    return (tried.end == TracingEnd::not_found) == (tried.outcome == TracingOutcome::not_reached) &&
           !(tried.end == TracingEnd::died && tried.outcome == TracingOutcome::reached);
}

} // namespace

std::expected<void, Refusal> may_act(const DueItem& item, const DueAct& act, Channel agreed, CentreDay today)
{
    return std::visit(Asked{item, agreed, today}, act);
}

std::expected<void, Refusal> may_trace(const DueItem& item, const TracingTried& tried, Channel agreed)
{
    if (agreed == Channel::none || tried.by != agreed) {
        return refuse(not_allowed, "she is looked for by the channel she agreed to, or not at all");
    }
    if (item.state != DueState::due && item.state != DueState::overdue && item.state != DueState::lost) {
        return refuse(conflict, "there is nothing to look for her for");
    }
    if (tried.attempt != item.attempts + 1 || tried.attempt > most_tracing_attempts) {
        return refuse(conflict, "this is not the next of three attempts");
    }
    if (!fits_outcome(tried)) {
        return refuse(invalid_input, "the outcome cannot have told how it ended");
    }
    return {};
}

} // namespace verandah::domain
