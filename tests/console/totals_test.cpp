// SPDX-License-Identifier: Apache-2.0
// Today for whoever sees totals only.
#include "clinic/console/flow/door.hpp"
#include "door_states.hpp"
#include "named_state.hpp"
#include "stage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace verandah::console {
namespace {

using domain::Role;
using test::sample_now;
using test::Stage;

bool asks_for_totals(const std::vector<Effect>& effects)
{
    return std::ranges::any_of(effects, [](const Effect& each) { return std::holds_alternative<FetchTotals>(each); });
}

Console committee()
{
    return test::state_named("committee", test::every_door_state());
}

TEST(TotalsPage, IsAskedOfTheHubByWhoeverSeesNoLineAndByNobodyElse)
{
    for (const auto role : domain::every_role) {
        auto console = test::console_at_the_door(test::nobody());
        auto effects = handle(console, SessionHappening{SessionCame{test::signed_in(role)}}, sample_now);
        EXPECT_EQ(asks_for_totals(effects), role == Role::committee_member) << domain::word(role);
    }
}

TEST(TotalsPage, IsAskedAnewEveryFiveMinutes)
{
    auto console = committee();
    static_cast<void>(handle(console, SessionHappening{Touched{}}, sample_now + totals_last - std::chrono::seconds{1}));
    EXPECT_FALSE(asks_for_totals(handle(console, TimePassed{}, sample_now + totals_last - std::chrono::seconds{1})));

    EXPECT_TRUE(asks_for_totals(handle(console, TimePassed{}, sample_now + totals_last)));
}

TEST(TotalsPage, HidesWhatIsSmallInWords)
{
    Stage stage{committee()};
    stage.show();

    EXPECT_TRUE(stage.rehearsal.shows("38"));
    EXPECT_TRUE(stage.rehearsal.shows("fewer than 5"));
    EXPECT_TRUE(stage.rehearsal.shows("not told"));
    EXPECT_TRUE(stage.rehearsal.shows("15 min"));
}

TEST(TotalsPage, IsForgottenWithWhoeverSawIt)
{
    auto console = committee();
    static_cast<void>(handle(console, SessionHappening{SessionCame{test::nobody()}}, sample_now));

    EXPECT_FALSE(console.totals);
}

} // namespace
} // namespace verandah::console
