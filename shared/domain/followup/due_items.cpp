// SPDX-License-Identifier: Apache-2.0
// From facts and acts to due items.
#include "shared/domain/followup/due_items.hpp"

#include "shared/domain/permanent_word.hpp"

#include <algorithm>
#include <utility>

namespace verandah::domain {
namespace {

constexpr std::chrono::days a_week{7};

CentreDay plus(CentreDay day, std::chrono::days days)
{
    return CentreDay{std::chrono::sys_days{day} + days};
}

bool any_fits(const std::vector<FactPattern>& patterns, const Fact& fact)
{
    return std::ranges::any_of(patterns, [&](const FactPattern& pattern) { return fits(pattern, fact); });
}

bool applies(const FollowupRule& rule, const History& history)
{
    const auto holds_now = [&](const Spell& condition) { return holds(condition, history); };
    return std::ranges::all_of(rule.when, holds_now) && std::ranges::none_of(rule.unless, holds_now);
}

/// One item of a rule as the history alone tells it.
struct Triggered {
    CentreDay on;
    std::optional<FactCode> completed_by{};
};

bool counts(const FollowupRule& rule, CentreDay triggered_on, CentreDay done_on)
{
    return !rule.counts_from || done_on >= after(triggered_on, *rule.counts_from);
}

/// Oldest first; of one day only one, triggered by the last fact of that day.
std::vector<Triggered> triggered_by(const FollowupRule& rule, const History& history)
{
    std::vector<Triggered> all;
    for (const auto& fact : history) {
        if (any_fits(rule.completed_by, fact)) {
            for (auto& earlier : all) {
                if (!earlier.completed_by && counts(rule, earlier.on, fact.on)) {
                    earlier.completed_by = fact.code;
                }
            }
        }
        if (any_fits(rule.triggers, fact)) {
            if (!all.empty() && all.back().on == fact.on) {
                all.pop_back();
            }
            all.push_back({.on = fact.on});
        }
    }
    return all;
}

/// What staff did about one item, told in order.
struct Done {
    DueItem& item;

    void operator()(const CompleteItem& act) const { item.completed_because = act.because; }
    void operator()(const PostponeItem& act) const
    {
        item.due = act.until;
        item.postponed_because = act.because;
        item.tracing.reset();
    }
    void operator()(const GiveItem& act) const
    {
        item.given_to = act.worker;
        item.tracing = act.tracing;
        item.tracing_end.reset(); // she is looked for anew
    }
    void operator()(const ReopenItem& /*act*/) const
    {
        if (!item.completed_because && !item.tracing_end) {
            item.given_to.reset();
        }
        item.tracing.reset();
        item.completed_because.reset();
        item.tracing_end.reset();
    }
    void operator()(const TracingTried& tried) const
    {
        item.attempts = std::max(item.attempts, tried.attempt);
        item.tracing_end = tried.end;
    }
};

void tell(DueItem& item, std::span<const FollowupAct> acts)
{
    for (const auto& act : acts) {
        if (const auto* acted = std::get_if<DueActed>(&act); acted != nullptr && acted->item == item.key) {
            std::visit(Done{item}, acted->act);
        }
        if (const auto* tried = std::get_if<TracingTried>(&act); tried != nullptr && tried->item == item.key) {
            Done{item}(*tried);
        }
    }
}

bool ends(std::optional<TracingEnd> end)
{
    return end && end != TracingEnd::will_come && end != TracingEnd::not_found;
}

DueState state_of(const DueItem& item, CentreDay today)
{
    if (item.completed_by || item.completed_because) {
        return DueState::done;
    }
    if (ends(item.tracing_end)) {
        return DueState::ended;
    }
    if (item.expires_on && today > *item.expires_on) {
        return DueState::expired;
    }
    if (today >= item.lost_on || item.tracing_end == TracingEnd::not_found) {
        return DueState::lost;
    }
    if (today >= item.overdue_on) {
        return DueState::overdue;
    }
    if (today >= item.due) {
        return DueState::due;
    }
    return plus(today, a_week) >= item.due ? DueState::this_week : DueState::coming;
}

DueItem item_of(const FollowupRule& rule, const Triggered& triggered, std::span<const FollowupAct> acts,
                CentreDay today)
{
    const auto due = after(triggered.on, rule.due);
    DueItem item{.key = {rule.code, triggered.on},
                 .service = rule.service,
                 .due = due,
                 .overdue_on = due,
                 .lost_on = due,
                 .state = DueState::coming,
                 .completed_by = triggered.completed_by};
    tell(item, acts);
    item.overdue_on = plus(item.due, rule.overdue_after);
    item.lost_on = plus(item.overdue_on, lost_after);
    if (rule.expires) {
        item.expires_on = after(due, *rule.expires); // a postponed dose is too late on the same day as before
    }
    item.state = state_of(item, today);
    return item;
}

} // namespace

bool is_open(DueState state)
{
    switch (state) {
    case DueState::coming:
    case DueState::this_week:
    case DueState::due:
    case DueState::overdue:
    case DueState::lost: return true;
    case DueState::expired:
    case DueState::ended:
    case DueState::done: return false;
    }
    std::unreachable();
}

bool is_asked_of_worker(const DueItem& item)
{
    return item.tracing && is_open(item.state) && !item.tracing_end && item.attempts < most_tracing_attempts;
}

std::vector<DueItem> due_items(const FollowupRules& rules, const History& history, std::span<const FollowupAct> acts,
                               CentreDay today)
{
    std::vector<DueItem> items;
    for (const auto& rule : rules.rules) {
        const auto triggered = triggered_by(rule, history);
        if (triggered.empty()) {
            continue;
        }
        const bool applies_now = applies(rule, history);
        for (const auto& each : triggered) {
            auto item = item_of(rule, each, acts, today);
            const bool is_newest = &each == &triggered.back();
            if (item.state == DueState::done || (is_newest && applies_now)) {
                items.push_back(std::move(item));
            }
        }
    }
    std::ranges::stable_sort(items, {}, [](const DueItem& item) { return std::pair{item.due, item.key}; });
    return items;
}

// Permanent: on the wire.
std::string_view word(DueState state)
{
    switch (state) {
    case DueState::coming: return "coming";
    case DueState::this_week: return "this_week";
    case DueState::due: return "due";
    case DueState::overdue: return "overdue";
    case DueState::lost: return "lost";
    case DueState::expired: return "expired";
    case DueState::ended: return "ended";
    case DueState::done: return "done";
    }
    std::unreachable();
}

std::optional<DueState> due_state_from(std::string_view text)
{
    return with_word(every_due_state, text);
}

} // namespace verandah::domain
