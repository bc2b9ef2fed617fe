// SPDX-License-Identifier: Apache-2.0
// What is due, on histories made by hand.
#include "shared/domain/followup/due_items.hpp"
#include "tests/domain/followup/table.hpp"

#include <gtest/gtest.h>

namespace verandah::domain {
namespace {

using namespace test::followup;

TEST(DueItems, AreNoneWithoutATrigger)
{
    EXPECT_TRUE(due_items(check_up(), {}, {}, day(2026, 3, 1)).empty());
    EXPECT_TRUE(due_items(check_up(), {fact("visit.first", day(2026, 1, 1))}, {}, day(2026, 3, 1)).empty());
}

TEST(DueItems, GoFromComingToLostAsDaysPass)
{
    const History history{
        fact("visit.checkup", day(2026, 1, 10))}; // due on 10 April, overdue from 8 May, lost from 5 June
    const auto on = [&](CentreDay today) { return only(due_items(check_up(), history, {}, today)).state; };

    EXPECT_EQ(on(day(2026, 4, 2)), DueState::coming);
    EXPECT_EQ(on(day(2026, 4, 3)), DueState::this_week);
    EXPECT_EQ(on(day(2026, 4, 9)), DueState::this_week);
    EXPECT_EQ(on(day(2026, 4, 10)), DueState::due);
    EXPECT_EQ(on(day(2026, 5, 7)), DueState::due);
    EXPECT_EQ(on(day(2026, 5, 8)), DueState::overdue);
    EXPECT_EQ(on(day(2026, 6, 4)), DueState::overdue);
    EXPECT_EQ(on(day(2026, 6, 5)), DueState::lost);
}

TEST(DueItems, AreDueOnTheLastDayOfAShorterMonth)
{
    const auto item = only(due_items(check_up(), {fact("visit.checkup", day(2027, 11, 30))}, {}, day(2028, 1, 1)));

    EXPECT_EQ(item.due, day(2028, 2, 29));
    EXPECT_EQ(item.overdue_on, day(2028, 3, 28));
    EXPECT_EQ(item.lost_on, day(2028, 4, 25));
}

TEST(DueItems, AreDueAYearAfterALeapDay)
{
    const auto rules = table({rule("hiv.retest", a_year, {pattern("test.hiv.negative")}, {pattern("test.hiv.taken")})});

    EXPECT_EQ(only(due_items(rules, {fact("test.hiv.negative", day(2028, 2, 29))}, {}, day(2028, 3, 1))).due,
              day(2029, 2, 28));
}

TEST(DueItems, AreDoneByWhatCompletesThem)
{
    const History history{fact("visit.checkup", day(2026, 1, 10)), fact("visit.checkup", day(2026, 4, 20))};
    const auto items = due_items(check_up(), history, {}, day(2026, 5, 1));

    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(items[0].state, DueState::done);
    EXPECT_EQ(items[0].completed_by, FactCode::make("visit.checkup").value());
    EXPECT_EQ(items[1].state, DueState::coming);
    EXPECT_EQ(items[1].key.triggered_on, day(2026, 4, 20));
}

TEST(DueItems, AreNotDoneByWhatTriggeredThemNorByWhatCameBefore)
{
    const auto rules = table({rule("result", {0}, {pattern("test.hiv.positive")}, {pattern("test.hiv.told")})});
    const auto today = day(2026, 1, 10);

    EXPECT_EQ(only(due_items(rules, {fact("test.hiv.told", today), fact("test.hiv.positive", today)}, {}, today)).state,
              DueState::due);
    EXPECT_EQ(only(due_items(rules, {fact("test.hiv.positive", today), fact("test.hiv.told", today)}, {}, today)).state,
              DueState::done);
}

TEST(DueItems, OfOneDayAreOne)
{
    const auto today = day(2026, 1, 10);

    EXPECT_EQ(
        only(due_items(check_up(), {fact("visit.checkup", today), fact("visit.checkup", today)}, {}, today)).state,
        DueState::coming);
}

TEST(DueItems, OfANewerTriggerTakeThePlaceOfThoseNeverDone)
{
    const auto rules = table({rule("dose2", seven_days, {pattern("syphilis.dose", 1)}, {pattern("syphilis.dose", 2)})});
    const History history{fact("syphilis.dose", day(2025, 1, 1), 1), fact("syphilis.dose", day(2026, 1, 1), 1)};

    EXPECT_EQ(only(due_items(rules, history, {}, day(2026, 1, 2))).key.triggered_on, day(2026, 1, 1));
}

TEST(DueItems, OfACourseGoByTheDosesNumber)
{
    const auto rules = table({rule("dose2", seven_days, {pattern("syphilis.dose", 1)}, {pattern("syphilis.dose", 2)}),
                              rule("dose3", seven_days, {pattern("syphilis.dose", 2)}, {pattern("syphilis.dose", 3)})});
    const History history{fact("syphilis.dose", day(2026, 1, 1), 1), fact("syphilis.dose", day(2026, 1, 9), 2)};
    const auto items = due_items(rules, history, {}, day(2026, 1, 9));

    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(items[0].key.rule, rule_code("dose2"));
    EXPECT_EQ(items[0].state, DueState::done);
    EXPECT_EQ(items[1].key.rule, rule_code("dose3"));
    EXPECT_EQ(items[1].due, day(2026, 1, 16));
}

TEST(DueItems, AreNotDoneByWhatWasDoneTooEarlyToCount)
{
    auto rules = table({rule("pep.test", three_months, {pattern("pep.started")}, {pattern("test.hiv.taken")})});
    rules.rules[0].counts_from = Period{2, Period::Unit::months};
    History history{fact("pep.started", day(2026, 1, 31)), fact("test.hiv.taken", day(2026, 1, 31)),
                    fact("test.hiv.taken", day(2026, 3, 30))};
    EXPECT_EQ(only(due_items(rules, history, {}, day(2026, 5, 1))).state, DueState::due);

    history.push_back(fact("test.hiv.taken", day(2026, 3, 31)));
    EXPECT_EQ(only(due_items(rules, history, {}, day(2026, 5, 1))).state, DueState::done);
}

TEST(DueItems, ThatExpireAreNothingToDoAfterThat)
{
    auto rules = check_up();
    rules.rules[0].expires = Period{10};
    const History history{fact("visit.checkup", day(2026, 1, 10))};

    EXPECT_EQ(only(due_items(rules, history, {}, day(2026, 4, 20))).state, DueState::due);
    EXPECT_EQ(only(due_items(rules, history, {}, day(2026, 4, 21))).state, DueState::expired);
    EXPECT_EQ(only(due_items(rules, history, {}, day(2027, 4, 21))).state, DueState::expired);
}

/// Every year; every three months for who is on PrEP; never for who has HIV.
FollowupRules retest()
{
    const Spell on_prep{{pattern("prep.started"), pattern("prep.continued")}, {pattern("prep.stopped")}};
    const Spell positive{{pattern("test.hiv.positive")}};
    auto yearly = rule("hiv.retest", a_year, {pattern("test.hiv.negative")}, {pattern("test.hiv.taken")});
    yearly.unless = {on_prep, positive};
    auto quarterly = rule("hiv.retest_prep", three_months, {pattern("test.hiv.negative")}, {pattern("test.hiv.taken")});
    quarterly.when = {on_prep};
    quarterly.unless = {positive};
    return table({yearly, quarterly});
}

TEST(DueItems, FollowWhatHoldsNow)
{
    History history{fact("test.hiv.negative", day(2026, 1, 10))};
    const auto due = [&] { return only(due_items(retest(), history, {}, day(2026, 2, 20))).due; };
    EXPECT_EQ(due(), day(2027, 1, 10));

    history.push_back(fact("prep.started", day(2026, 2, 1)));
    EXPECT_EQ(due(), day(2026, 4, 10));

    history.push_back(fact("prep.stopped", day(2026, 2, 10)));
    EXPECT_EQ(due(), day(2027, 1, 10));

    history.push_back(fact("test.hiv.positive", day(2026, 2, 15)));
    EXPECT_TRUE(due_items(retest(), history, {}, day(2026, 2, 20)).empty());
}

TEST(DueItems, FollowAChangedTableFromTheMomentItChanges)
{
    const History history{fact("visit.checkup", day(2026, 1, 10))};
    const DueActed given{{rule_code("checkup"), day(2026, 1, 10)}, GiveItem{AccountCode::make("outreach-2").value()}};
    const std::vector<FollowupAct> acts{given};
    auto changed = check_up();
    changed.rules[0].due = {6, Period::Unit::months};
    changed.rules[0].overdue_after = std::chrono::days{10};

    const auto before = only(due_items(check_up(), history, acts, day(2026, 5, 10)));
    const auto now = only(due_items(changed, history, acts, day(2026, 5, 10)));

    EXPECT_EQ(before.state, DueState::overdue);
    EXPECT_EQ(now.state, DueState::coming);
    EXPECT_EQ(now.overdue_on, day(2026, 7, 20));
    EXPECT_EQ(now.key, before.key);
    EXPECT_EQ(now.given_to, before.given_to); // what was done stays with the item
    EXPECT_TRUE(due_items(table({}), history, acts, day(2026, 5, 10)).empty());
}

} // namespace
} // namespace verandah::domain
