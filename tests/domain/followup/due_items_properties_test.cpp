// SPDX-License-Identifier: Apache-2.0
// What holds for due items whatever the table, the history and the acts.
#include "shared/domain/followup/due_items.hpp"
#include "shared/domain/followup/may_act.hpp"
#include "tests/domain/followup/table.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <map>

namespace verandah::domain {
namespace {

using namespace test::followup;

constexpr std::array<std::string_view, 4> codes{"a", "b", "c.d", "c.e"};

template <class List>
auto any_of(const List& list)
{
    return list[*rc::gen::inRange<std::size_t>(0, list.size())];
}
CentreDay any_day()
{
    return CentreDay{std::chrono::sys_days{day(2026, 1, 1)} + std::chrono::days{*rc::gen::inRange(0, 900)}};
}
FactPattern any_pattern()
{
    const auto code = any_of(codes);
    return pattern(code, *rc::gen::arbitrary<bool>() ? std::optional{*rc::gen::inRange(1, 3)} : std::nullopt);
}
std::vector<FactPattern> some_patterns()
{
    std::vector<FactPattern> patterns;
    for (int left = *rc::gen::inRange(1, 3); left > 0; --left) {
        patterns.push_back(any_pattern());
    }
    return patterns;
}
FollowupRule any_rule(int number)
{
    const Period due{*rc::gen::inRange(0, 14), *rc::gen::element(Period::Unit::days, Period::Unit::months)};
    auto made = rule("rule" + std::to_string(number), due, some_patterns(), some_patterns());
    made.overdue_after = std::chrono::days{*rc::gen::inRange(1, 60)};
    if (*rc::gen::arbitrary<bool>()) {
        made.expires = Period{*rc::gen::inRange(0, 90)};
    }
    if (*rc::gen::arbitrary<bool>()) {
        made.when = {{some_patterns(), some_patterns()}};
    }
    if (*rc::gen::arbitrary<bool>()) {
        made.unless = {{some_patterns(), {}}};
    }
    return made;
}
FollowupRules any_table()
{
    std::vector<FollowupRule> rules;
    for (int number = *rc::gen::inRange(1, 5); number > 0; --number) {
        rules.push_back(any_rule(number));
    }
    return table(std::move(rules));
}
History any_history()
{
    History history;
    for (int left = *rc::gen::inRange(0, 20); left > 0; --left) {
        history.push_back(fact(any_of(codes), any_day(), *rc::gen::inRange(1, 3)));
    }
    std::ranges::stable_sort(history, {}, &Fact::on);
    return history;
}
DueAct any_act()
{
    switch (*rc::gen::inRange(0, 4)) {
    case 0: return CompleteItem{any_of(every_completed_because)};
    case 1: return PostponeItem{any_day(), any_of(every_postponed_because)};
    case 2: return GiveItem{AccountCode::make("outreach-2").value()};
    default: return ReopenItem{};
    }
}
std::vector<FollowupAct> any_acts(const FollowupRules& rules, const History& history)
{
    std::vector<FollowupAct> acts;
    if (history.empty()) {
        return acts;
    }
    for (int left = *rc::gen::inRange(0, 8); left > 0; --left) {
        const DueItemKey key{any_of(rules.rules).code, any_of(history).on};
        if (*rc::gen::arbitrary<bool>()) {
            acts.emplace_back(DueActed{key, any_act()});
        } else {
            acts.emplace_back(TracingTried{key, *rc::gen::inRange(1, 4), Channel::outreach_worker,
                                           any_of(every_tracing_outcome), std::nullopt});
        }
    }
    return acts;
}

RC_GTEST_PROP(DueItemProperties, NothingIsDueBeforeWhatTriggeredItUnlessSomebodySaidSo, ())
{
    const auto rules = any_table();
    for (const auto& item : due_items(rules, any_history(), {}, any_day())) {
        RC_ASSERT((item.due >= item.key.triggered_on));
        RC_ASSERT((item.overdue_on > item.due));
        RC_ASSERT(days_between(item.overdue_on, item.lost_on) == lost_after);
    }
}

RC_GTEST_PROP(DueItemProperties, ARuleHasAtMostOneItemToSeeTo, ())
{
    const auto rules = any_table();
    const auto history = any_history();
    std::map<FollowupRuleCode, int> left;
    for (const auto& item : due_items(rules, history, any_acts(rules, history), any_day())) {
        left[item.key.rule] += item.state == DueState::done ? 0 : 1;
        RC_ASSERT(left[item.key.rule] <= 1);
    }
}

RC_GTEST_PROP(DueItemProperties, EachItemIsThereOnceAndTheEarliestFirst, ())
{
    const auto rules = any_table();
    const auto history = any_history();
    const auto items = due_items(rules, history, any_acts(rules, history), any_day());
    for (std::size_t each = 1; each < items.size(); ++each) {
        RC_ASSERT((items[each - 1].due <= items[each].due));
        RC_ASSERT(std::ranges::count(items, items[each].key, &DueItem::key) == 1);
    }
}

RC_GTEST_PROP(DueItemProperties, TimeAloneNeverMakesAnItemLessPressing, ())
{
    const auto rules = any_table();
    const auto history = any_history();
    const auto acts = any_acts(rules, history);
    const auto today = any_day();
    const auto now = due_items(rules, history, acts, today);
    const auto later = due_items(rules, history, acts, after(today, {*rc::gen::inRange(1, 200)}));

    RC_ASSERT(now.size() == later.size());
    for (std::size_t each = 0; each < now.size(); ++each) {
        RC_ASSERT(now[each].key == later[each].key);
        RC_ASSERT(now[each].state <= later[each].state); // they are listed from coming to expired
    }
}

RC_GTEST_PROP(DueItemProperties, WhatCompletesARuleLeavesItNothingToSeeToButWhatThatBegan, ())
{
    const auto rules = any_table();
    auto history = any_history();
    const auto completing = any_of(rules.rules).completed_by.front();
    const auto today = day(2029, 1, 1);
    history.push_back({completing.code, today, completing.value});
    const auto& rule = *std::ranges::find_if(
        rules.rules, [&](const FollowupRule& each) { return each.completed_by.front() == completing; });

    for (const auto& item : due_items(rules, history, {}, today)) {
        RC_ASSERT(item.key.rule != rule.code || item.state == DueState::done || item.key.triggered_on == today);
    }
}

RC_GTEST_PROP(DueItemProperties, WhatMayBeDoneAboutAnItemIsDoneToItAndMayBeTakenBack, ())
{
    const auto rules = any_table();
    const auto history = any_history();
    auto acts = any_acts(rules, history);
    const auto today = any_day();
    const auto items = due_items(rules, history, acts, today);
    RC_PRE(!items.empty());
    const auto item = any_of(items);
    const DueAct act = CompleteItem{CompletedBecause::no_longer_needed};
    RC_PRE(may_act(item, act, Channel::none, today).has_value());

    const auto as_now = [&] {
        const auto all = due_items(rules, history, acts, today);
        const auto found = std::ranges::find(all, item.key, &DueItem::key);
        RC_ASSERT(found != all.end());
        return *found;
    };
    acts.emplace_back(DueActed{item.key, act});
    RC_ASSERT(as_now().state == DueState::done);
    RC_ASSERT(may_act(as_now(), ReopenItem{}, Channel::none, today).has_value());
    acts.emplace_back(DueActed{item.key, ReopenItem{}});
    RC_ASSERT(as_now().state != DueState::done);
}

} // namespace
} // namespace verandah::domain
