// SPDX-License-Identifier: Apache-2.0
#include "tests/domain/stock/cupboard.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verandah::domain {
namespace {

using namespace test::cupboard;
using enum Refusal::Why;
using How = GiveStock::How;
using testing::ElementsAre;

Refusal::Why refused(const std::expected<StockEvent, Refusal>& decision)
{
    return decision ? throw std::logic_error{"it was allowed"} : decision.error().why;
}

StockMoved moved(const std::expected<StockEvent, Refusal>& decision)
{
    return std::get<StockMoved>(decision.value());
}

TEST(BatchCode, TakesSmallLettersForCapitals)
{
    EXPECT_EQ(batch("lx-22/b"), batch("LX-22/B"));
}

TEST(BatchCode, RefusesWhatNoMakerPrints)
{
    for (const auto* text : {"", "two words", "ज", "a,b", "=1+1", "1234567890123456789012345"}) {
        EXPECT_FALSE(BatchCode::make(text)) << text;
    }
}

TEST(Stock, KeepsWhatCameInByItsBatch)
{
    Cupboard cupboard;
    cupboard.receive(condoms, "A", 100);
    cupboard.receive(condoms, "B", 40);
    cupboard.receive(condoms, "A", 10);
    EXPECT_EQ(cupboard.balance(condoms, "A"), 110);
    EXPECT_EQ(cupboard.balance(condoms, "B"), 40);
    EXPECT_EQ(cupboard.book().shelf(condoms)->balance(), 150);
}

TEST(Stock, RefusesToReceiveWhatTheCatalogueDoesNotName)
{
    Cupboard cupboard;
    EXPECT_EQ(refused(cupboard.ask(ReceiveStock{CommodityCode::make("morphine").value(), batch("A"), far_off, 1})),
              not_found);
}

TEST(Stock, RefusesAmountsThatNobodyCarries)
{
    Cupboard cupboard;
    cupboard.receive(condoms, "A", 5);
    for (const std::int64_t amount : {std::int64_t{0}, std::int64_t{-1}, most_moved + 1, INT64_MIN, INT64_MAX}) {
        EXPECT_EQ(refused(cupboard.ask(ReceiveStock{condoms, batch("A"), far_off, amount})), invalid_input) << amount;
        EXPECT_EQ(refused(cupboard.ask(GiveStock{How::handed_out, condoms, amount})), invalid_input) << amount;
        EXPECT_EQ(refused(cupboard.ask(WasteStock{condoms, batch("A"), amount, "wet"})), invalid_input) << amount;
    }
}

TEST(Stock, RefusesToReceiveWhatHasExpiredOrNeverWill)
{
    Cupboard cupboard;
    EXPECT_EQ(refused(cupboard.ask(ReceiveStock{condoms, batch("A"), days_later(today, -1), 1})), invalid_input);
    EXPECT_EQ(refused(cupboard.ask(ReceiveStock{condoms, batch("A"), CentreDay{2099y, std::chrono::May, 1d}, 1})),
              invalid_input);
    EXPECT_TRUE(cupboard.ask(ReceiveStock{condoms, batch("A"), today, 1}));
}

TEST(Stock, RefusesASecondExpiryForABatchThatIsThere)
{
    Cupboard cupboard;
    cupboard.receive(condoms, "A", 5, far_off);
    EXPECT_EQ(refused(cupboard.ask(ReceiveStock{condoms, batch("A"), days_later(far_off, 30), 5})), conflict);
}

TEST(Stock, TakesTheRightExpiryAfterAMistakenReceiptWasCountered)
{
    Cupboard cupboard;
    cupboard.receive(condoms, "A", 5, days_later(today, 3));
    cupboard.ask(CounterMovement{MovementId{1}, "wrong expiry"}).value();
    cupboard.receive(condoms, "A", 5, far_off);
    EXPECT_EQ(cupboard.book().shelf(condoms)->batches.at(batch("A")), (Batch{far_off, 5}));
}

TEST(Stock, GivesWhatExpiresFirstAndSplitsOverBatches)
{
    Cupboard cupboard;
    cupboard.receive(tablets, "LATE", 100, far_off);
    cupboard.receive(tablets, "SOON", 10, days_later(today, 20));
    const auto given = moved(cupboard.ask(GiveStock{How::dispensed, tablets, 28}));
    EXPECT_THAT(given.changes, ElementsAre(BatchChange{batch("SOON"), -10}, BatchChange{batch("LATE"), -18}));
    EXPECT_EQ(cupboard.balance(tablets, "SOON"), 0);
    EXPECT_EQ(cupboard.balance(tablets, "LATE"), 82);
}

TEST(Stock, NumbersEachBatchOfASplitAsAMovementOfItsOwn)
{
    Cupboard cupboard;
    cupboard.receive(tablets, "LATE", 100, far_off);
    cupboard.receive(tablets, "SOON", 10, days_later(today, 20));
    EXPECT_EQ(moved(cupboard.ask(GiveStock{How::dispensed, tablets, 28})).first, MovementId{3});
    EXPECT_EQ(cupboard.book().movement(MovementId{4})->amount, -18);
    EXPECT_EQ(cupboard.book().next(), MovementId{5});
}

TEST(Stock, GivesABatchOnItsLastDayAndNotAfterIt)
{
    Cupboard cupboard;
    const auto last = days_later(today, 5);
    cupboard.receive(tablets, "A", 10, last);
    EXPECT_TRUE(cupboard.ask(GiveStock{How::dispensed, tablets, 1}, last));
    EXPECT_EQ(refused(cupboard.ask(GiveStock{How::dispensed, tablets, 1}, days_later(last, 1))), conflict);
}

TEST(Stock, GivesNothingAtAllWhenThereIsNotEnough)
{
    Cupboard cupboard;
    cupboard.receive(tablets, "A", 10);
    EXPECT_EQ(refused(cupboard.ask(GiveStock{How::dispensed, tablets, 11})), conflict);
    EXPECT_EQ(cupboard.balance(tablets, "A"), 10);
}

TEST(Stock, TakesAKiosksPortionOffTheBatches)
{
    Cupboard cupboard;
    cupboard.receive(condoms, "A", 20);
    EXPECT_EQ(moved(cupboard.ask(TakeSupplies{condoms, 12})).kind, MovementKind::handed_out);
    EXPECT_EQ(cupboard.balance(condoms, "A"), 8);
}

TEST(Stock, CountsWhatWasTakenAtAKioskEvenWhenTheBookHasNone)
{
    Cupboard cupboard;
    cupboard.receive(condoms, "A", 8);
    EXPECT_TRUE(std::holds_alternative<SuppliesTaken>(cupboard.ask(TakeSupplies{condoms, 12}).value()));
    EXPECT_EQ(cupboard.balance(condoms, "A"), 8);
    EXPECT_EQ(cupboard.book().shelf(condoms)->taken_beyond, 12);
}

TEST(Stock, ForgetsWhatWasTakenBeyondTheBookWhenItIsCounted)
{
    Cupboard cupboard;
    cupboard.receive(condoms, "A", 8);
    cupboard.ask(TakeSupplies{condoms, 12}).value();
    cupboard.ask(CountStock{condoms, batch("A"), 3}).value();
    EXPECT_EQ(cupboard.book().shelf(condoms)->taken_beyond, 0);
    EXPECT_EQ(cupboard.balance(condoms, "A"), 3);
}

TEST(Stock, LetsAKioskTakeNoMoreThanItsPortionAndNothingElse)
{
    Cupboard cupboard;
    cupboard.receive(tablets, "A", 100);
    EXPECT_EQ(refused(cupboard.ask(TakeSupplies{condoms, 13})), invalid_input);
    EXPECT_EQ(refused(cupboard.ask(TakeSupplies{condoms, -12})), invalid_input);
    EXPECT_EQ(refused(cupboard.ask(TakeSupplies{tablets, 1})), not_found);
}

TEST(Stock, CountsByAMovementOfTheDifference)
{
    Cupboard cupboard;
    cupboard.receive(condoms, "A", 100);
    EXPECT_EQ(moved(cupboard.ask(CountStock{condoms, batch("A"), 93})).changes.front().amount, -7);
    EXPECT_EQ(moved(cupboard.ask(CountStock{condoms, batch("A"), 93})).changes.front().amount, 0);
    EXPECT_EQ(moved(cupboard.ask(CountStock{condoms, batch("A"), 95})).changes.front().amount, 2);
    EXPECT_EQ(refused(cupboard.ask(CountStock{condoms, batch("A"), -1})), invalid_input);
}

TEST(Stock, WantsAReasonForWasteAndAdjustment)
{
    Cupboard cupboard;
    cupboard.receive(condoms, "A", 100);
    EXPECT_EQ(refused(cupboard.ask(WasteStock{condoms, batch("A"), 1, ""})), invalid_input);
    EXPECT_EQ(refused(cupboard.ask(AdjustStock{condoms, batch("A"), 1, std::string(121, 'x')})), invalid_input);
    EXPECT_EQ(refused(cupboard.ask(AdjustStock{condoms, batch("A"), 1, "two\nlines"})), invalid_input);
    EXPECT_TRUE(cupboard.ask(WasteStock{condoms, batch("A"), 1, "a wet box"}));
    EXPECT_TRUE(cupboard.ask(AdjustStock{condoms, batch("A"), -4, "mistyped in May"}));
    EXPECT_EQ(cupboard.balance(condoms, "A"), 95);
}

TEST(Stock, NeverFallsBelowZero)
{
    Cupboard cupboard;
    cupboard.receive(condoms, "A", 10);
    EXPECT_EQ(refused(cupboard.ask(WasteStock{condoms, batch("A"), 11, "wet"})), conflict);
    EXPECT_EQ(refused(cupboard.ask(AdjustStock{condoms, batch("A"), -11, "wrong"})), conflict);
    cupboard.ask(GiveStock{How::handed_out, condoms, 4}).value();
    EXPECT_EQ(refused(cupboard.ask(CounterMovement{MovementId{1}, "never came"})), conflict);
}

TEST(Stock, TakesAMovementBackByOneThatNamesIt)
{
    Cupboard cupboard;
    cupboard.receive(condoms, "A", 10);
    cupboard.ask(GiveStock{How::handed_out, condoms, 4}).value();
    const auto before = *cupboard.book().movement(MovementId{2});
    EXPECT_EQ(moved(cupboard.ask(CounterMovement{MovementId{2}, "put back"})).counters, MovementId{2});
    EXPECT_EQ(cupboard.balance(condoms, "A"), 10);
    const auto& after = *cupboard.book().movement(MovementId{2});
    EXPECT_EQ(after.countered_by, MovementId{3});
    EXPECT_EQ(after.amount, before.amount);
}

TEST(Stock, TakesAMovementBackOnceAndNeverATakingBack)
{
    Cupboard cupboard;
    cupboard.receive(condoms, "A", 10);
    cupboard.ask(GiveStock{How::handed_out, condoms, 4}).value();
    cupboard.ask(CounterMovement{MovementId{2}, "put back"}).value();
    EXPECT_EQ(refused(cupboard.ask(CounterMovement{MovementId{2}, "put back"})), conflict);
    EXPECT_EQ(refused(cupboard.ask(CounterMovement{MovementId{3}, "no, it went"})), conflict);
    EXPECT_EQ(refused(cupboard.ask(CounterMovement{MovementId{9}, "which one"})), not_found);
}

TEST(Stock, RefusesABatchThatNeverCame)
{
    Cupboard cupboard;
    cupboard.receive(condoms, "A", 10);
    EXPECT_EQ(refused(cupboard.ask(CountStock{condoms, batch("Z"), 5})), not_found);
    EXPECT_EQ(refused(cupboard.ask(WasteStock{tablets, batch("A"), 5, "wet"})), not_found);
}

TEST(Stock, TellsARepeatedRequestFromAnotherOneWithItsKey)
{
    Cupboard cupboard;
    const ReceiveStock asked{condoms, batch("A"), far_off, 10};
    const auto event = cupboard.ask(asked).value();
    EXPECT_TRUE(is_answer(event, asked));
    EXPECT_FALSE(is_answer(event, ReceiveStock{condoms, batch("A"), far_off, 11}));
    EXPECT_FALSE(is_answer(event, GiveStock{How::handed_out, condoms, 10}));
    const auto taken = cupboard.ask(TakeSupplies{condoms, 12}).value();
    EXPECT_TRUE(is_answer(taken, TakeSupplies{condoms, 12}));
    EXPECT_FALSE(is_answer(taken, asked));
}

} // namespace
} // namespace verandah::domain
