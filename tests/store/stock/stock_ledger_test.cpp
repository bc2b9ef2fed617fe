// SPDX-License-Identifier: Apache-2.0
// The cupboard's book in the ledger: it outlives forgetting, is in the digest, and goes with the lock.
#include "clinic/store/ledger_digest.hpp"
#include "tests/domain/stock/cupboard.hpp"
#include "tests/store/forgetting/history.hpp"

#include <gtest/gtest.h>

namespace verandah::store {
namespace {

using namespace std::chrono_literals;
namespace cupboard = test::cupboard;

/// Condoms came in, and some were taken.
void stock(test::History& history)
{
    const auto ask = [&history](const domain::StockCommand& command) {
        history.happen(
            decide(history.live().stock(), cupboard::small_catalogue(), command, cupboard::on(cupboard::today))
                .value());
    };
    ask(domain::ReceiveStock{cupboard::condoms, cupboard::batch("A"), cupboard::far_off, 100});
    ask(domain::TakeSupplies{cupboard::condoms, 12});
    ask(domain::CountStock{cupboard::condoms, cupboard::batch("A"), 85});
}

TEST(StockInTheLedger, IsTheSameAfterAReplay)
{
    test::History history;
    stock(history);
    EXPECT_EQ(history.replayed().stock(), history.live().stock());
    EXPECT_EQ(history.live().stock().shelf(cupboard::condoms)->balance(), 85);
    EXPECT_EQ(digest_of(history.replayed()), digest_of(history.live()));
}

TEST(StockInTheLedger, StandsWhenAVisitorIsForgotten)
{
    test::History history;
    const auto visitor = history.mint(1);
    history.check_in(visitor);
    stock(history);
    const auto before = history.live().stock();
    history.forget(visitor);
    EXPECT_EQ(history.live().stock(), before);
    EXPECT_EQ(history.replayed().stock(), before);
}

TEST(StockInTheLedger, StandsWhenTheDayItHappenedOnIsForgotten)
{
    test::History history;
    history.check_in(std::nullopt);
    stock(history);
    const auto next_day = domain::CentreDay{std::chrono::sys_days{test::today} + std::chrono::days{1}};
    history.check_in(std::nullopt, {test::noon + 24h, next_day});
    const auto before = history.live().stock();
    for (const auto& day : history.days().known) {
        history.forget(day);
    }
    EXPECT_EQ(history.replayed().stock(), before);
}

TEST(StockInTheLedger, ShowsInTheDigest)
{
    test::History history;
    const auto before = digest_of(history.live());
    stock(history);
    EXPECT_NE(digest_of(history.live()), before);
}

TEST(StockInTheLedger, IsNotKnownToALockedHub)
{
    test::History history;
    stock(history);
    auto locked = history.live();
    locked.forget_people();
    EXPECT_EQ(locked.stock(), domain::StockBook{});
}

TEST(StockInTheLedger, IsAnsweredForAfterTheLockAsBefore)
{
    test::History history;
    const auto key = domain::RequestKey::make(test::noon, {1});
    history.happen(domain::StockEvent{domain::SuppliesTaken{cupboard::condoms, 12, cupboard::today, test::noon}}, key);
    auto locked = history.live();
    locked.forget_people();
    EXPECT_NE(locked.answer_to(key), nullptr);
}

} // namespace
} // namespace verandah::store
