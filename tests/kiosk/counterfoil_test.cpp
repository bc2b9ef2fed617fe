// SPDX-License-Identifier: Apache-2.0
// A counterfoil put under the kiosk's scanner: thanks for each, and nothing else.
#include "sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verandah::kiosk {
namespace {

using namespace std::chrono_literals;
using test::now;
using test::turn;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::VariantWith;

domain::CounterfoilCode code_of(unsigned char byte)
{
    domain::CounterfoilCode::Token token{};
    token.fill(std::byte{byte});
    return domain::CounterfoilCode{token};
}

std::vector<Effect> scan(Flow& flow, const std::string& text, int number = 7)
{
    return handle(flow, Scanned{text}, turn(now + 1s, number));
}

TEST(Counterfoil, IsThankedForAndSentToTheHub)
{
    Flow flow{};
    const auto effects = scan(flow, code_of(1).text());

    EXPECT_TRUE(std::holds_alternative<Thanked>(flow.step));
    EXPECT_THAT(effects,
                ElementsAre(VariantWith<Wipe>(Wipe{}),
                            VariantWith<ReturnCounterfoil>(ReturnCounterfoil{turn(now + 1s, 7).key, code_of(1)})));
}

TEST(Counterfoil, PromisesNoNumberToWhoHasNone)
{
    Flow flow{};
    scan(flow, code_of(1).text());

    ASSERT_TRUE(std::holds_alternative<Thanked>(flow.step));
    EXPECT_EQ(std::get<Thanked>(flow.step).what, Thanked::For::slip);
}

TEST(Counterfoil, IsThankedForAlikeWhicheverItIsAndWhateverTheHubSays)
{
    Flow one{};
    Flow another{};
    scan(one, code_of(1).text());
    scan(another, code_of(2).grouped());
    EXPECT_EQ(one, another);

    static_cast<void>(handle(one, Refused{turn(now, 7).key}, turn(now + 2s, 8)));
    EXPECT_EQ(one, another);
}

TEST(Counterfoil, IsTakenFromSomebodyWhoSaidSheHasACardAndAfterAnother)
{
    Flow flow{};
    static_cast<void>(handle(flow, Touch{HaveCard{}}, turn(now, 1)));
    EXPECT_EQ(scan(flow, code_of(1).text()).size(), 2U);
    EXPECT_EQ(scan(flow, code_of(2).text()).size(), 2U);
    EXPECT_TRUE(std::holds_alternative<Thanked>(flow.step));
}

TEST(Counterfoil, DoesNotEndWhatSomebodyIsChoosing)
{
    Flow flow{};
    scan(flow, test::card().text());
    ASSERT_TRUE(std::holds_alternative<ChoosingNeeds>(flow.step));
    const auto before = flow;
    const auto effects = scan(flow, code_of(1).text());

    EXPECT_THAT(effects, ElementsAre(VariantWith<ReturnCounterfoil>(testing::_)));
    EXPECT_EQ(flow.step, before.step);
    EXPECT_EQ(flow.card, before.card);
}

TEST(Counterfoil, ThatIsDamagedIsNoCounterfoil)
{
    Flow flow{};
    auto text = code_of(1).text();
    std::swap(text[3], text.back());
    EXPECT_THAT(scan(flow, text), IsEmpty());
    EXPECT_TRUE(std::holds_alternative<ShowingCard>(flow.step));
}

TEST(Counterfoil, IsNotTakenForACardToForget)
{
    Flow flow{};
    static_cast<void>(handle(flow, Touch{HaveCard{}}, turn(now, 1)));
    static_cast<void>(handle(flow, Touch{AskAboutForgetting{}}, turn(now, 2)));
    static_cast<void>(handle(flow, Touch{GoOnToForget{}}, turn(now, 3)));
    EXPECT_THAT(scan(flow, code_of(1).text()), IsEmpty());
}

} // namespace
} // namespace verandah::kiosk
