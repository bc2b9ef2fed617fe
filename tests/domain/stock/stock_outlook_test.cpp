// SPDX-License-Identifier: Apache-2.0
#include "shared/domain/stock/stock_outlook.hpp"
#include "tests/domain/stock/cupboard.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verandah::domain {
namespace {

using namespace test::cupboard;
using enum StockWarning;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<StockWarning> warnings(const Cupboard& cupboard, CentreDay day = today)
{
    return warnings_of(*cupboard.book().shelf(condoms), 100, day);
}

int days_without(const Cupboard& cupboard, CentreDay from, CentreDay to)
{
    const auto days = stock_out_days(cupboard.book(), from, to);
    return days.contains(condoms) ? days.at(condoms) : 0;
}

TEST(StockWarning, ComesBackFromItsWord)
{
    for (const auto warning : every_stock_warning) {
        EXPECT_EQ(stock_warning_from(word(warning)), warning);
    }
    EXPECT_EQ(stock_warning_from("fine"), std::nullopt);
}

TEST(StockWarning, IsNotGivenOfAFullShelf)
{
    Cupboard cupboard;
    cupboard.receive(condoms, "A", 101);
    EXPECT_THAT(warnings(cupboard), IsEmpty());
}

TEST(StockWarning, IsGivenAtTheLevelItself)
{
    Cupboard cupboard;
    cupboard.receive(condoms, "A", 100);
    EXPECT_THAT(warnings(cupboard), ElementsAre(low));
}

TEST(StockWarning, SaysOutAndNotLowWhenNothingIsLeft)
{
    Cupboard cupboard;
    cupboard.receive(condoms, "A", 5);
    cupboard.ask(GiveStock{GiveStock::How::handed_out, condoms, 5}).value();
    EXPECT_THAT(warnings(cupboard), ElementsAre(out));
}

TEST(StockWarning, SaysOutWhenAllThatIsLeftHasExpired)
{
    Cupboard cupboard;
    cupboard.receive(condoms, "A", 500, today);
    EXPECT_THAT(warnings(cupboard, days_later(today, 1)), ElementsAre(out, expired));
}

TEST(StockWarning, CountsDaysToTheExpiryThatComesFirst)
{
    Cupboard cupboard;
    cupboard.receive(condoms, "A", 500, days_later(today, 61));
    cupboard.receive(condoms, "B", 500, far_off);
    EXPECT_THAT(warnings(cupboard), IsEmpty());
    EXPECT_THAT(warnings(cupboard, days_later(today, 1)), ElementsAre(expires_in_60));
    EXPECT_THAT(warnings(cupboard, days_later(today, 31)), ElementsAre(expires_in_30));
    EXPECT_THAT(warnings(cupboard, days_later(today, 62)), ElementsAre(expired));
}

TEST(StockWarning, IsNotGivenOfABatchThatIsEmpty)
{
    Cupboard cupboard;
    cupboard.receive(condoms, "A", 5, days_later(today, 3));
    cupboard.ask(GiveStock{GiveStock::How::handed_out, condoms, 5}).value();
    cupboard.receive(condoms, "B", 500, far_off);
    EXPECT_THAT(warnings(cupboard), IsEmpty());
}

TEST(StockWarning, AsksForACountAfterMoreWasTakenThanTheBookHas)
{
    Cupboard cupboard;
    cupboard.ask(TakeSupplies{condoms, 12}).value();
    EXPECT_THAT(warnings(cupboard), ElementsAre(to_count));
}

TEST(StockOutDays, AreThoseThatEndedWithNothingToGive)
{
    Cupboard cupboard;
    cupboard.receive(condoms, "A", 10, far_off, today);
    cupboard.ask(GiveStock{GiveStock::How::handed_out, condoms, 10}, days_later(today, 2)).value();
    cupboard.receive(condoms, "B", 10, far_off, days_later(today, 5));
    EXPECT_EQ(days_without(cupboard, today, days_later(today, 10)), 3);
    EXPECT_EQ(days_without(cupboard, days_later(today, 3), days_later(today, 3)), 1);
    EXPECT_EQ(days_without(cupboard, days_later(today, 10), today), 0);
}

TEST(StockOutDays, CountDaysOnWhichEverythingHadExpired)
{
    Cupboard cupboard;
    cupboard.receive(condoms, "A", 10, days_later(today, 3));
    EXPECT_EQ(days_without(cupboard, today, days_later(today, 5)), 2);
}

TEST(StockOutDays, DoNotCountWhatTheCentreNeverKept)
{
    Cupboard cupboard;
    EXPECT_EQ(days_without(cupboard, today, days_later(today, 30)), 0);
    cupboard.receive(condoms, "A", 10, far_off, days_later(today, 20));
    EXPECT_EQ(days_without(cupboard, today, days_later(today, 30)), 0);
}

TEST(StockOutDays, RunOverLeapDaysAndTheEndOfAYear)
{
    Cupboard cupboard;
    const CentreDay start{2027y, std::chrono::December, 30d};
    cupboard.receive(condoms, "A", 1, CentreDay{2029y, std::chrono::May, 1d}, start);
    cupboard.ask(GiveStock{GiveStock::How::handed_out, condoms, 1}, CentreDay{2027y, std::chrono::December, 31d})
        .value();
    EXPECT_EQ(days_without(cupboard, start, CentreDay{2028y, std::chrono::March, 1d}), 62);
}

} // namespace
} // namespace verandah::domain
