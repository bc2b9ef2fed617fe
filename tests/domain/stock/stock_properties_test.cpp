// SPDX-License-Identifier: Apache-2.0
// Whatever is done to a cupboard, its book adds up.
#include "tests/domain/stock/cupboard.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

namespace verandah::domain {
namespace {

using namespace test::cupboard;

std::int64_t between(std::int64_t least, std::int64_t most)
{
    return *rc::gen::inRange<std::int64_t>(least, most);
}

StockCommand any_command()
{
    const auto commodity = between(0, 2) == 0 ? condoms : tablets;
    const auto code = batch(*rc::gen::elementOf(std::vector<std::string>{"A", "B", "C"}));
    const auto amount = between(-5, 60);
    switch (between(0, 7)) {
    case 0: return ReceiveStock{commodity, code, days_later(today, static_cast<int>(between(-2, 40))), amount};
    case 1: return GiveStock{GiveStock::How::dispensed, commodity, amount};
    case 2: return TakeSupplies{commodity, between(-1, 14)};
    case 3: return AdjustStock{commodity, code, amount - 20, "the book was wrong"};
    case 4: return WasteStock{commodity, code, amount, "wet"};
    case 5: return CountStock{commodity, code, amount};
    default: return CounterMovement{MovementId{between(1, 30)}, "a mistake"};
    }
}

struct Done {
    std::vector<StockEvent> events;
    StockBook book;
};

Done any_story()
{
    Cupboard cupboard;
    std::vector<StockEvent> events;
    for (auto count = between(0, 60); count > 0; --count) {
        if (auto event = cupboard.ask(any_command(), days_later(today, static_cast<int>(between(0, 45))))) {
            events.push_back(*std::move(event));
        }
    }
    return {std::move(events), cupboard.book()};
}

RC_GTEST_PROP(StockBook, BalancesAreAlwaysTheSumOfTheirMovementsAndNeverBelowZero, ())
{
    const auto done = any_story();
    std::map<std::pair<CommodityCode, BatchCode>, std::int64_t> sums;
    for (const auto& [id, movement] : done.book.movements()) {
        sums[{movement.commodity, movement.batch}] += movement.amount;
    }
    for (const auto& [commodity, shelf] : done.book.shelves()) {
        for (const auto& [code, batch] : shelf.batches) {
            RC_ASSERT(batch.balance == sums[std::pair(commodity, code)]);
            RC_ASSERT(batch.balance >= 0);
        }
    }
}

RC_GTEST_PROP(StockBook, IsTheSameWhenItsEventsHappenAgain, ())
{
    const auto done = any_story();
    StockBook again;
    for (const auto& event : done.events) {
        domain::apply(again, event);
    }
    RC_ASSERT(again == done.book);
}

RC_GTEST_PROP(StockBook, NeverEditsAMovementButForWhatTookItBack, ())
{
    const auto done = any_story();
    StockBook growing;
    std::map<MovementId, Movement> first_seen;
    for (const auto& event : done.events) {
        domain::apply(growing, event);
        for (const auto& [id, movement] : growing.movements()) {
            auto bare = movement;
            bare.countered_by.reset();
            RC_ASSERT(first_seen.try_emplace(id, bare).first->second == bare);
        }
    }
}

RC_GTEST_PROP(StockBook, TakesNoMovementBackTwice, ())
{
    const auto done = any_story();
    std::map<MovementId, int> taken_back;
    for (const auto& [id, movement] : done.book.movements()) {
        if (movement.counters) {
            RC_ASSERT(++taken_back[*movement.counters] == 1);
            RC_ASSERT(done.book.movement(*movement.counters)->amount == -movement.amount);
        }
    }
}

RC_GTEST_PROP(StockBook, GivesNothingAfterItsLastDayAndNothingLaterWhileSomethingExpiresSooner, ())
{
    const auto done = any_story();
    StockBook growing;
    for (const auto& event : done.events) {
        const auto* moved = std::get_if<StockMoved>(&event);
        const bool is_gift =
            moved != nullptr && (moved->kind == MovementKind::dispensed || moved->kind == MovementKind::handed_out);
        if (is_gift) {
            const auto before = *growing.shelf(moved->commodity);
            auto after = growing;
            domain::apply(after, event);
            const auto last = before.batches.at(moved->changes.back().batch).expiry;
            for (const auto& change : moved->changes) {
                RC_ASSERT(before.batches.at(change.batch).expiry >= moved->day);
            }
            for (const auto& [code, batch] : after.shelf(moved->commodity)->batches) {
                RC_ASSERT(batch.balance == 0 || batch.expiry < moved->day || batch.expiry >= last);
            }
        }
        domain::apply(growing, event);
    }
}

} // namespace
} // namespace verandah::domain
