// SPDX-License-Identifier: Apache-2.0
// The cupboard as devices meet it.
#include "clinic/hub/clinical/commodities_file.hpp"
#include "tests/hub/desk_house.hpp"

#include <gmock/gmock.h>

namespace verandah::hub {
namespace {

using namespace std::chrono_literals;
using domain::Role;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using enum wire::DeviceKind;

constexpr auto condoms = R"("commodity":"condom.male")";

class StockRoom : public test::DeskHouse {
protected:
    wire::Response receive(const std::string& batch, int amount, const std::string& expiry = "2028-03-31")
    {
        return post(console, "/v1/stock/receive",
                    std::string{"{"} + condoms + R"(,"batch":")" + batch + R"(","expiry":")" + expiry +
                        R"(","amount":)" + std::to_string(amount) + "}");
    }
    wire::Response give(wire::DeviceKind kind, int amount, const std::string& path = "/v1/stock/hand-out")
    {
        return post(kind, path, std::string{"{"} + condoms + R"(,"amount":)" + std::to_string(amount) + "}");
    }
    wire::StockView::OfCommodity kept(const std::string& code = "condom.male")
    {
        const auto answer = get(console, "/v1/stock");
        EXPECT_EQ(answer.status, 200) << answer.body;
        const auto view = wire::decode_stock_view(answer.body).value();
        return *std::ranges::find(view.commodities, code, [](const auto& each) { return each.commodity.text(); });
    }
    wire::MovementsView movements(const std::string& query = "")
    {
        const auto answer = get(console, "/v1/stock/movements" + query);
        EXPECT_EQ(answer.status, 200) << answer.body;
        return wire::decode_movements_view(answer.body).value();
    }
};

TEST_F(StockRoom, ShowsTheWholeCatalogueBeforeAnythingCame)
{
    const auto view = wire::decode_stock_view(get(console, "/v1/stock").body).value();
    EXPECT_EQ(view.commodities.size(), starting_catalogue().commodities.size());
    EXPECT_THAT(kept().warnings, IsEmpty());
    EXPECT_THAT(kept().batches, IsEmpty());
}

TEST_F(StockRoom, ReceivesABatchAndShowsItsBalance)
{
    EXPECT_EQ(receive("lx-22", 1'000).status, 201);
    const auto shelf = kept();
    EXPECT_EQ(shelf.to_give, 1'000);
    EXPECT_EQ(shelf.label.at("hi"), "पुरुष कंडोम");
    ASSERT_EQ(shelf.batches.size(), 1U);
    EXPECT_EQ(shelf.batches.front().batch.view(), "LX-22");
}

TEST_F(StockRoom, SaysWhatADoseTakesOfEachMedicine)
{
    EXPECT_THAT(kept("azithromycin.500mg").doses,
                ElementsAre(domain::DoseUnits{domain::DrugCode::make("azithromycin").value(), "1 g", 2}));
    EXPECT_THAT(kept().doses, IsEmpty());
}

TEST_F(StockRoom, TakesNothingTwiceUnderOneKeyAndPutsBackWhatItTook)
{
    ASSERT_EQ(receive("LX-22", 100).status, 201);
    const auto key = fresh_key();
    const auto body = std::string{"{"} + condoms + R"(,"amount":28})";
    const auto first = post_with_key(console, "/v1/stock/dispense", body, key);
    const auto again = post_with_key(console, "/v1/stock/dispense", body, key);
    EXPECT_EQ(first.body, again.body);
    EXPECT_EQ(kept().to_give, 72);

    const auto movement = wire::decode_stock_receipt(first.body).value().movements.front().movement;
    EXPECT_EQ(post(console, "/v1/stock/counter",
                   R"({"movement":)" + std::to_string(movement.value()) + R"(,"reason":"Not given after all"})")
                  .status,
              201);
    EXPECT_EQ(kept().to_give, 100);
}

TEST_F(StockRoom, AnswersWithTheMovementsItMade)
{
    ASSERT_EQ(receive("LATE", 100).status, 201);
    ASSERT_EQ(receive("SOON", 10, "2026-12-31").status, 201);
    const auto receipt = wire::decode_stock_receipt(give(console, 25, "/v1/stock/dispense").body).value();
    ASSERT_EQ(receipt.movements.size(), 2U);
    EXPECT_EQ(receipt.movements[0].batch.view(), "SOON");
    EXPECT_EQ(receipt.movements[1].amount, -15);
    EXPECT_EQ(movements().movements.front().kind, domain::MovementKind::dispensed);
}

TEST_F(StockRoom, DoesNothingTwiceForOneKey)
{
    const auto key = fresh_key();
    const std::string body = std::string{"{"} + condoms + R"(,"batch":"A","expiry":"2028-03-31","amount":50})";
    const auto first = post_with_key(console, "/v1/stock/receive", body, key);
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(post_with_key(console, "/v1/stock/receive", body, key).body, first.body);
    EXPECT_EQ(kept().to_give, 50);
}

TEST_F(StockRoom, RefusesAKeyThatWasUsedForAnotherAmount)
{
    const auto key = fresh_key();
    const auto body = [](const std::string& amount) {
        return std::string{"{"} + condoms + R"(,"batch":"A","expiry":"2028-03-31","amount":)" + amount + "}";
    };
    ASSERT_EQ(post_with_key(console, "/v1/stock/receive", body("50"), key).status, 201);
    EXPECT_EQ(post_with_key(console, "/v1/stock/receive", body("51"), key).status, 409);
}

TEST_F(StockRoom, RefusesWhatNoCupboardHolds)
{
    ASSERT_EQ(receive("A", 10).status, 201);
    EXPECT_EQ(receive("B", -1).status, 400);
    EXPECT_EQ(receive("B", 0).status, 400);
    EXPECT_EQ(receive("B", 1'000'001).status, 400);
    EXPECT_EQ(receive("B", 5, "2026-02-30").status, 400);
    EXPECT_EQ(receive("B", 5, "2020-01-01").status, 400);
    EXPECT_EQ(receive("two words", 5).status, 400);
    EXPECT_EQ(give(console, 11).status, 409);
    EXPECT_EQ(give(console, -1).status, 400);
    pass(1ms); // a key is made of the time, too
    for (const auto* amount : {"1e3", "1.5", "\"5\"", "99999999999999999999", "null", "true", "[]"}) {
        EXPECT_EQ(
            post(console, "/v1/stock/hand-out", std::string{"{"} + condoms + R"(,"amount":)" + amount + "}").status,
            400)
            << amount;
    }
    pass(1ms);
    EXPECT_EQ(post(console, "/v1/stock/hand-out", R"({"commodity":"gold","amount":1})").status, 404);
    EXPECT_EQ(post(console, "/v1/stock/hand-out", R"({"commodity":"../x","amount":1})").status, 400);
    EXPECT_EQ(kept().to_give, 10);
}

TEST_F(StockRoom, RefusesToGiveWhatHasExpired)
{
    ASSERT_EQ(receive("A", 10, "2026-03-04").status, 201);
    pass(72h);
    stand("console-1", Role::coordinator);
    EXPECT_EQ(give(console, 1).status, 409);
    EXPECT_EQ(kept().to_give, 0);
    EXPECT_EQ(kept().balance, 10);
    EXPECT_THAT(kept().warnings, ElementsAre(domain::StockWarning::out, domain::StockWarning::expired));
    EXPECT_GT(kept().days_without, 0);
}

TEST_F(StockRoom, CountsAdjustsWastesAndCounters)
{
    ASSERT_EQ(receive("A", 100).status, 201);
    const auto of_batch = std::string{"{"} + condoms + R"(,"batch":"A",)";
    EXPECT_EQ(post(console, "/v1/stock/count", of_batch + R"("found":90})").status, 201);
    EXPECT_EQ(post(console, "/v1/stock/adjust", of_batch + R"("amount":-2,"reason":"mistyped"})").status, 201);
    EXPECT_EQ(post(console, "/v1/stock/waste", of_batch + R"("amount":8,"reason":"wet"})").status, 201);
    EXPECT_EQ(kept().to_give, 80);
    EXPECT_EQ(post(console, "/v1/stock/counter", R"({"movement":4,"reason":"they are dry"})").status, 201);
    EXPECT_EQ(kept().to_give, 88);
    EXPECT_EQ(post(console, "/v1/stock/counter", R"({"movement":4,"reason":"again"})").status, 409);
    EXPECT_EQ(post(console, "/v1/stock/counter", R"({"movement":77,"reason":"which"})").status, 404);
    EXPECT_EQ(post(console, "/v1/stock/waste", of_batch + R"("amount":8,"reason":""})").status, 400);
    EXPECT_EQ(post(console, "/v1/stock/count", of_batch + R"("found":-1})").status, 400);
    const auto all = movements().movements;
    EXPECT_EQ(all.front().counters, domain::MovementId{4});
    EXPECT_EQ(all.at(1).countered_by, all.front().id);
}

TEST_F(StockRoom, ListsMovementsAPageAtATimeAndEachOnce)
{
    ASSERT_EQ(receive("A", 100'000).status, 201);
    for (int times = 0; times < 130; ++times) {
        pass(1ms); // a key is made of the time, too
        ASSERT_EQ(give(console, 1).status, 201);
    }
    ASSERT_EQ(
        post(console, "/v1/stock/receive", R"({"commodity":"needle","batch":"N","expiry":"2028-01-01","amount":5})")
            .status,
        201);
    const auto first = movements("?commodity=condom.male");
    ASSERT_EQ(first.movements.size(), 100U);
    const auto second = movements("?commodity=condom.male&before=" + std::to_string(first.next.value().value()));
    EXPECT_EQ(second.movements.size(), 31U);
    EXPECT_EQ(second.next, std::nullopt);
    EXPECT_LT(second.movements.front().id, first.movements.back().id);
    EXPECT_EQ(movements("?commodity=needle").movements.size(), 1U);
}

TEST_F(StockRoom, RefusesAQueryThatSaysAnythingElse)
{
    for (const auto* query :
         {"?", "?commodity", "?commodity=", "?commodity=A", "?before=0", "?before=-1", "?before=x",
          "?before=1&before=2", "?visitor=1", "?commodity=needle&", "?before=99999999999999999999"}) {
        EXPECT_EQ(get(console, std::string{"/v1/stock/movements"} + query).status, 400) << query;
    }
    EXPECT_EQ(get(console, "/v1/stock?commodity=needle").status, 404);
}

TEST_F(StockRoom, TellsAKioskWhatItOffersAndNoBalance)
{
    const auto centre = wire::decode_centre_view(get(kiosk, "/v1/centre").body).value();
    ASSERT_EQ(centre.supplies.size(), 2U);
    EXPECT_EQ(centre.supplies.front().commodity.view(), "condom.male");
    EXPECT_EQ(centre.supplies.front().pieces, 12);
    EXPECT_EQ(get(kiosk, "/v1/stock").status, 403);
    EXPECT_EQ(get(kiosk, "/v1/stock/movements").status, 403);
    EXPECT_EQ(give(kiosk, 1, "/v1/stock/dispense").status, 403);
    EXPECT_EQ(post(kiosk, "/v1/stock/receive", "{}").status, 403);
}

TEST_F(StockRoom, AnswersAKioskAlikeWhateverIsLeft)
{
    const auto without = give(kiosk, 12);
    ASSERT_EQ(receive("A", 20).status, 201);
    const auto with = give(kiosk, 12);
    EXPECT_EQ(without.status, 201);
    EXPECT_EQ(with.status, without.status);
    EXPECT_EQ(with.body, without.body);
    EXPECT_EQ(kept().to_give, 8);
    EXPECT_EQ(kept().taken_beyond, 12);
}

TEST_F(StockRoom, LetsAKioskTakeOnlyWhatIsOfferedThere)
{
    ASSERT_EQ(receive("A", 1'000).status, 201);
    EXPECT_EQ(give(kiosk, 13).status, 400);
    EXPECT_EQ(give(kiosk, 0).status, 400);
    EXPECT_EQ(post(kiosk, "/v1/stock/hand-out", R"({"commodity":"doxycycline.100mg","amount":1})").status, 404);
    EXPECT_EQ(kept().to_give, 1'000);
}

TEST_F(StockRoom, CountsAKiosksRepeatedRequestOnce)
{
    ASSERT_EQ(receive("A", 100).status, 201);
    const auto key = fresh_key();
    const std::string body = std::string{"{"} + condoms + R"(,"amount":12})";
    EXPECT_EQ(post_with_key(kiosk, "/v1/stock/hand-out", body, key).status, 201);
    EXPECT_EQ(post_with_key(kiosk, "/v1/stock/hand-out", body, key).status, 201);
    EXPECT_EQ(kept().to_give, 88);
}

TEST_F(StockRoom, LetsEachRoleDoWhatTheTableSays)
{
    for (const auto role : domain::every_role) {
        stand("console-1", role);
        EXPECT_EQ(get(console, "/v1/stock").status == 200, domain::may(role, domain::Right::stock_see));
        EXPECT_EQ(receive("A", 10).status == 201, domain::may(role, domain::Right::stock_change)) << word(role);
    }
    for (const auto role : domain::every_role) {
        stand("console-1", role);
        EXPECT_EQ(give(console, 1).status == 201, domain::may(role, domain::Right::stock_give)) << word(role);
    }
}

TEST_F(StockRoom, WritesDownWhoDidIt)
{
    ASSERT_EQ(receive("A", 10).status, 201);
    const auto last = recorded().back();
    EXPECT_TRUE(std::holds_alternative<domain::StockEvent>(last.event));
    EXPECT_EQ(last.actor, "console-1");
    EXPECT_TRUE(last.staff.has_value());
}

} // namespace
} // namespace verandah::hub
