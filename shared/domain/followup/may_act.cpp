// SPDX-License-Identifier: Apache-2.0
// Acts on due items, and tracing by the agreed channel only.
#include "shared/domain/followup/may_act.hpp"

#include <algorithm>

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

bool is_control(char letter)
{
    constexpr char last_of_them = '\x1f';
    constexpr char and_this = '\x7f';
    return (letter >= 0 && letter <= last_of_them) || letter == and_this;
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
    std::expected<void, Refusal> operator()(const GiveItem& act) const
    {
        if (act.words.size() > GiveItem::longest_words || std::ranges::any_of(act.words, is_control)) {
            return refuse(invalid_input, "words for an outreach worker are a sentence or two, in one line");
        }
        if (agreed != Channel::outreach_worker) {
            return refuse(not_allowed, "she has not agreed to be looked for by an outreach worker");
        }
        if (item.state == DueState::expired || item.attempts >= most_tracing_attempts) {
            return refuse(conflict, "it is too late for it, or she was looked for three times");
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

bool is_looked_for(DueState state)
{
    return state == DueState::due || state == DueState::overdue || state == DueState::lost;
}

} // namespace

bool fits(TracingOutcome outcome, std::optional<TracingEnd> end)
{
    if (!end) {
        return true;
    }
    return (end == TracingEnd::not_found) == (outcome == TracingOutcome::not_reached) &&
           !(end == TracingEnd::died && outcome == TracingOutcome::reached);
}

std::expected<void, Refusal> may_act(const DueItem& item, const DueAct& act, Channel agreed, CentreDay today)
{
    return std::visit(Asked{item, agreed, today}, act);
}

std::expected<void, Refusal> may_trace(const DueItem& item, const TracingTried& tried, Channel agreed)
{
    if (agreed == Channel::none || tried.by != agreed) {
        return refuse(not_allowed, "she is looked for by the channel she agreed to, or not at all");
    }
    // A worker may have reminded her before the day had come.
    if (!is_looked_for(item.state) && !(tried.told && is_open(item.state))) {
        return refuse(conflict, "there is nothing to look for her for");
    }
    if (tried.attempt != item.attempts + 1 || tried.attempt > most_tracing_attempts) {
        return refuse(conflict, "this is not the next of three attempts");
    }
    if (!fits(tried.outcome, tried.end)) {
        return refuse(invalid_input, "the outcome cannot have told how it ended");
    }
    return {};
}

} // namespace verandah::domain
