// SPDX-License-Identifier: Apache-2.0
// What is particular to the messages of forgetting a visitor: cards, outcomes, and how many may ask.
#include "shared/wire/messages/forgetting_messages.hpp"
#include "tests/wire/card_text.hpp"

#include <gmock/gmock.h>

namespace verandah::wire {
namespace {

using test::card_text;
using testing::HasSubstr;
using testing::Not;

std::string with_card(const std::string& card)
{
    return R"({"card":")" + card + R"("})";
}

TEST(ForgetRequest, IsRefusedWithACardThatIsNoneWithoutRepeatingIt)
{
    for (const std::string& garbage :
         {std::string{}, std::string{"CANARY"}, card_text + "A", card_text.substr(1), std::string(10'000, 'A'),
          "CANARY" + std::string(33, '0'), std::string(39, '='), "CANARY\\u0000" + std::string(32, 'A')}) {
        const auto refused = decode_forget_request(with_card(garbage));
        ASSERT_FALSE(refused) << garbage;
        EXPECT_EQ(refused.error().why, domain::Refusal::Why::invalid_input);
        EXPECT_THAT(refused.error().detail, Not(HasSubstr("CANARY")));
        EXPECT_LT(refused.error().detail.size(), 100U);
    }
    EXPECT_TRUE(decode_forget_request(with_card(card_text)));
}

TEST(ForgetRequest, IsRefusedWithoutACard)
{
    EXPECT_FALSE(decode_forget_request("{}"));
    EXPECT_FALSE(decode_forget_request(R"({"card":null})"));
    EXPECT_FALSE(decode_forget_request(R"({"card":")" + card_text + R"(","name":"CANARY"})"));
}

TEST(ForgettingReceipt, IsRefusedWithAnOutcomeNobodyKnows)
{
    for (const auto outcome : {ForgettingReceipt::Outcome::forgotten, ForgettingReceipt::Outcome::nothing_kept}) {
        EXPECT_EQ(decode_forgetting_receipt(encode(ForgettingReceipt{outcome})), ForgettingReceipt{outcome});
    }
    EXPECT_FALSE(decode_forgetting_receipt(R"({"outcome":"remembered"})"));
}

TEST(ForgettingRequestsView, HoldsAsManyAsTheHubKeepsAndNoMore)
{
    ForgettingRequestsView view;
    for (std::size_t each = 1; each <= ForgettingRequestsView::most; ++each) {
        view.requests.push_back({domain::ForgettingRequestId{static_cast<std::int64_t>(each)}, "kiosk-1", {}});
    }
    EXPECT_EQ(decode_forgetting_requests_view(encode(view)), view);

    view.requests.push_back(view.requests.back());
    EXPECT_FALSE(decode_forgetting_requests_view(encode(view)));
}

TEST(ForgettingRequestsView, IsRefusedWithANumberOrADeviceThatCannotBe)
{
    const auto with = [](std::string_view number, const std::string& device) {
        return decode_forgetting_requests_view(R"({"requests":[{"request":)" + std::string{number} + R"(,"device":")" +
                                               device + R"(","at":5}]})");
    };

    EXPECT_TRUE(with("1", "kiosk-1"));
    for (const auto* number : {"0", "-1", "9007199254740993", "1.5", "\"1\"", "null"}) {
        EXPECT_FALSE(with(number, "kiosk-1")) << number;
    }
    EXPECT_FALSE(with("1", std::string(65, 'k')));
}

} // namespace
} // namespace verandah::wire
