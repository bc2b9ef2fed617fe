// SPDX-License-Identifier: Apache-2.0
#include "shared/wire/messages/stock_messages.hpp"

#include <gtest/gtest.h>

namespace verandah::wire {
namespace {

using namespace std::chrono_literals;
using domain::BatchCode;
using domain::CommodityCode;
using domain::MovementId;

const auto condoms = CommodityCode::make("condom.male").value();
const auto batch = BatchCode::make("LX-22/B").value();
constexpr domain::CentreDay day{2028y, std::chrono::March, 31d};

StockView full_view()
{
    return {.day = {2026y, std::chrono::November, 26d},
            .from = {2026y, std::chrono::October, 28d},
            .commodities = {{.commodity = condoms,
                             .kind = domain::CommodityKind::condom,
                             .label = {{"en", "Male condoms"}, {"hi", "पुरुष कंडोम"}},
                             .unit = {{"en", "pieces"}},
                             .low = 500,
                             .to_give = 90,
                             .balance = 100,
                             .taken_beyond = 12,
                             .nearest_expiry = day,
                             .days_without = 3,
                             .to_confirm = true,
                             .doses = {{domain::DrugCode::make("azithromycin").value(), "1 g", 2}},
                             .warnings = {domain::StockWarning::expired, domain::StockWarning::low},
                             .batches = {{batch, day, 90}}},
                            {.commodity = CommodityCode::make("gone").value()}}};
}

MovementsView full_page()
{
    domain::Movement movement{.id = MovementId{7},
                              .kind = domain::MovementKind::countered,
                              .commodity = condoms,
                              .batch = batch,
                              .amount = -12,
                              .reason = "कारण",
                              .expiry = day,
                              .counters = MovementId{3},
                              .countered_by = MovementId{9},
                              .day = day,
                              .at = domain::Instant{1'700'000'000'000ms}};
    return {{movement}, MovementId{7}};
}

TEST(StockMessages, ComeBackAsTheyWere)
{
    EXPECT_EQ(decode_stock_view(encode(full_view())).value(), full_view());
    EXPECT_EQ(decode_stock_view(encode(StockView{.day = day, .from = day})).value(),
              (StockView{.day = day, .from = day}));
    EXPECT_EQ(decode_movements_view(encode(full_page())).value(), full_page());
    const StockReceipt receipt{condoms, {{MovementId{1}, batch, -12}}};
    EXPECT_EQ(decode_stock_receipt(encode(receipt)).value(), receipt);
}

TEST(StockMessages, OfDeedsComeBackAsTheyWere)
{
    const auto received = decode_receive_request(encode(domain::ReceiveStock{condoms, batch, day, 10})).value();
    EXPECT_EQ(received.expiry, day);
    EXPECT_EQ(received.batch, batch);
    EXPECT_EQ(decode_give_request(encode(GiveRequest{condoms, 10})).value().amount, 10);
    EXPECT_EQ(decode_adjust_request(encode(domain::AdjustStock{condoms, batch, -4, "why"})).value().amount, -4);
    EXPECT_EQ(decode_waste_request(encode(domain::WasteStock{condoms, batch, 4, "wet"})).value().reason, "wet");
    EXPECT_EQ(decode_count_request(encode(domain::CountStock{condoms, batch, 93})).value().found, 93);
    EXPECT_EQ(decode_counter_request(encode(domain::CounterMovement{MovementId{17}, "slip"})).value().movement,
              MovementId{17});
}

TEST(StockMessages, AreRefusedWithAFieldThatNobodyKnowsOrWithoutOneOfTheirs)
{
    EXPECT_FALSE(decode_give_request(R"({"commodity":"needle","amount":1,"visitor":7})"));
    EXPECT_FALSE(decode_give_request(R"({"commodity":"needle"})"));
    EXPECT_FALSE(decode_receive_request(R"({"commodity":"needle","batch":"A","amount":1})"));
    EXPECT_FALSE(decode_receive_request(R"({"commodity":"needle","batch":"A","expiry":"soon","amount":1})"));
    EXPECT_FALSE(decode_counter_request(R"({"movement":0,"reason":"x"})"));
    EXPECT_FALSE(decode_adjust_request(R"({"commodity":"needle","batch":"A","amount":1,"reason":")" +
                                       std::string(121, 'x') + R"("})"));
}

TEST(MovementsQuery, ComesBackFromItsText)
{
    for (const auto& query : {MovementsQuery{}, MovementsQuery{condoms, std::nullopt},
                              MovementsQuery{std::nullopt, MovementId{5}}, MovementsQuery{condoms, MovementId{470}}}) {
        EXPECT_EQ(decode_movements_query(query_text(query)).value(), query) << query_text(query);
    }
}

} // namespace
} // namespace verandah::wire
