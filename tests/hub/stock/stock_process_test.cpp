// SPDX-License-Identifier: Apache-2.0
// The cupboard of the real verandah-hub: killed, locked and opened, it never counts anything twice and loses nothing.
#include "shared/wire/messages/stock_messages.hpp"
#include "tests/hub/patient_device.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace verandah::hub {
namespace {

using test::PatientDevice;

class ServedStock : public testing::Test {
protected:
    std::string recovery_code() const { return centre.new_way_in("paper"); }
    wire::Response take(const std::string& key = test::fresh_key())
    {
        return kiosk.ask({.method = "POST",
                          .target = "/v1/stock/hand-out",
                          .idempotency_key = key,
                          .body = R"({"commodity":"condom.male","amount":12})"});
    }
    void receive(int amount)
    {
        const auto answer =
            console.post("/v1/stock/receive", R"({"commodity":"condom.male","batch":"A","expiry":")" + next_year() +
                                                  R"(","amount":)" + std::to_string(amount) + "}");
        ASSERT_EQ(answer.status, 201) << answer.body;
    }
    /// Of the real clock: the hub is a program of its own.
    static std::string next_year()
    {
        const std::chrono::year_month_day today{
            std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
        return std::to_string(static_cast<int>(today.year()) + 1) + "-12-31";
    }
    wire::StockView::OfCommodity condoms()
    {
        const auto answer = console.ask({.method = "GET", .target = "/v1/stock"});
        EXPECT_EQ(answer.status, 200) << answer.body;
        const auto view = wire::decode_stock_view(answer.body).value();
        return *std::ranges::find(view.commodities, "condom.male",
                                  [](const auto& each) { return each.commodity.view(); });
    }

    test::ServedCentre centre;
    wire::DeviceBundle bundle = (centre.serve(), centre.let_in("console", "console-1"));
    PatientDevice console{(centre.sign_in(bundle), bundle)};
    PatientDevice kiosk{centre.let_in("kiosk", "kiosk-1")};
};

TEST_F(ServedStock, IsThereAgainAfterTheHubWasKilled)
{
    receive(100);
    const auto key = test::fresh_key();
    ASSERT_EQ(take(key).status, 201);
    centre.cut_off();
    centre.serve();
    centre.sign_in(bundle);
    EXPECT_EQ(take(key).status, 201);
    EXPECT_EQ(condoms().to_give, 88);
}

TEST_F(ServedStock, LooksTheSameAtTheKioskWhileTheHubIsLockedAndIsCountedForLater)
{
    const auto words = recovery_code();
    receive(100);
    const auto open = take();
    ASSERT_EQ(console.post("/v1/hub/lock").status, 200);
    const auto locked = take();
    EXPECT_EQ(locked.status, open.status);
    EXPECT_EQ(locked.body, open.body);
    EXPECT_EQ(console.ask({.method = "GET", .target = "/v1/stock"}).status, 403);
    EXPECT_EQ(console.post("/v1/stock/receive", "{}").status, 403);
    ASSERT_EQ(console.post("/v1/hub/unlock", R"({"words":")" + words + R"("})").status, 200);
    centre.sign_in(bundle);
    EXPECT_EQ(condoms().to_give, 88);
    EXPECT_EQ(condoms().taken_beyond, 12);
}

} // namespace
} // namespace verandah::hub
