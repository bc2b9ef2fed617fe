// SPDX-License-Identifier: Apache-2.0
// Days and calendar months, at the ends of months and in leap years.
#include "shared/domain/followup/period.hpp"
#include "tests/domain/followup/table.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace verandah::domain {
namespace {

using test::followup::day;
using Unit = Period::Unit;

TEST(Period, OfAMonthKeepsTheDaysNumber)
{
    EXPECT_EQ(after(day(2026, 1, 15), {1, Unit::months}), day(2026, 2, 15));
    EXPECT_EQ(after(day(2026, 11, 26), {3, Unit::months}), day(2027, 2, 26));
    EXPECT_EQ(after(day(2026, 12, 31), {12, Unit::months}), day(2027, 12, 31));
}

TEST(Period, OfAMonthEndsWithAShorterMonth)
{
    EXPECT_EQ(after(day(2026, 1, 31), {1, Unit::months}), day(2026, 2, 28));
    EXPECT_EQ(after(day(2026, 8, 31), {1, Unit::months}), day(2026, 9, 30));
    EXPECT_EQ(after(day(2026, 11, 30), {3, Unit::months}), day(2027, 2, 28));
}

TEST(Period, OfAMonthKnowsLeapYears)
{
    EXPECT_EQ(after(day(2028, 1, 31), {1, Unit::months}), day(2028, 2, 29));
    EXPECT_EQ(after(day(2027, 11, 30), {3, Unit::months}), day(2028, 2, 29));
    EXPECT_EQ(after(day(2099, 12, 29), {2, Unit::months}), day(2100, 2, 28)); // 2100 is no leap year
}

TEST(Period, OfAYearAfterALeapDayIsTheTwentyEighth)
{
    EXPECT_EQ(after(day(2028, 2, 29), {12, Unit::months}), day(2029, 2, 28));
    EXPECT_EQ(after(day(2028, 2, 29), {48, Unit::months}), day(2032, 2, 29));
}

TEST(Period, OfDaysCountsTheLeapDay)
{
    EXPECT_EQ(after(day(2028, 2, 22), {7, Unit::days}), day(2028, 2, 29));
    EXPECT_EQ(after(day(2028, 2, 23), {7, Unit::days}), day(2028, 3, 1));
    EXPECT_EQ(after(day(2027, 2, 23), {7, Unit::days}), day(2027, 3, 2));
    EXPECT_EQ(days_between(day(2028, 2, 28), day(2028, 3, 1)), std::chrono::days{2});
    EXPECT_EQ(days_between(day(2028, 3, 1), day(2028, 2, 28)), std::chrono::days{-2});
}

RC_GTEST_PROP(Period, OfMonthsIsARealDayInTheMonthCounted, ())
{
    const CentreDay from{std::chrono::sys_days{std::chrono::days{*rc::gen::inRange(0, 40'000)}}};
    const auto months = *rc::gen::inRange(0, 120);

    const auto then = after(from, {months, Unit::months});

    const auto month_of = [](CentreDay each) {
        return static_cast<int>(each.year()) * 12 + static_cast<int>(static_cast<unsigned>(each.month()));
    };
    RC_ASSERT(then.ok());
    RC_ASSERT(month_of(then) == month_of(from) + months);
    RC_ASSERT((then.day() <= from.day()));
    RC_ASSERT((then >= from));
}

} // namespace
} // namespace verandah::domain
