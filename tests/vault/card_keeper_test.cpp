// SPDX-License-Identifier: Apache-2.0
// A centre knows the cards it made, and nobody else's.
#include "shared/vault/card_keeper.hpp"
#include "shared/vault/random.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace verandah::vault {

namespace {

using domain::CardCode;

CardCode::Token any_token()
{
    return random_bytes<std::tuple_size_v<CardCode::Token>>();
}

CardCode with_bit_changed(const CardCode& card, std::size_t bit)
{
    auto token = card.token();
    auto tag = card.tag();
    auto& byte = bit / 8 < token.size() ? token[bit / 8] : tag[bit / 8 - token.size()];
    byte ^= static_cast<std::byte>(1U << bit % 8);
    return {token, tag};
}

constexpr std::size_t card_bits = (sizeof(CardCode::Token) + sizeof(CardCode::Tag)) * 8;

class ACardKeeper : public testing::Test {
protected:
    HubKey key_ = HubKey::make();
    CardKeeper keeper_{key_};
};

TEST_F(ACardKeeper, KnowsACardItMinted)
{
    EXPECT_TRUE(keeper_.is_ours(keeper_.mint(any_token())));
}

TEST_F(ACardKeeper, KnowsACardAfterARestart)
{
    const auto card = keeper_.mint(any_token());

    const CardKeeper after_restart{key_};

    EXPECT_TRUE(after_restart.is_ours(card));
    EXPECT_EQ(after_restart.lookup(card), keeper_.lookup(card));
}

TEST_F(ACardKeeper, KeepsTheTokenItWasGiven)
{
    const auto token = any_token();

    EXPECT_EQ(keeper_.mint(token).token(), token);
}

TEST_F(ACardKeeper, DoesNotKnowACardOfAnotherCentre)
{
    const CardKeeper elsewhere{HubKey::make()};

    EXPECT_FALSE(keeper_.is_ours(elsewhere.mint(any_token())));
}

TEST_F(ACardKeeper, DoesNotKnowACardWithAnyBitChanged)
{
    const auto card = keeper_.mint(any_token());
    for (std::size_t bit = 0; bit < card_bits; ++bit) {
        EXPECT_FALSE(keeper_.is_ours(with_bit_changed(card, bit))) << "bit " << bit;
    }
}

TEST_F(ACardKeeper, LooksEveryCardUpUnderAHashOfItsOwn)
{
    const auto card = keeper_.mint(any_token());
    for (std::size_t bit = 0; bit < card_bits; ++bit) {
        EXPECT_NE(keeper_.lookup(with_bit_changed(card, bit)), keeper_.lookup(card)) << "bit " << bit;
    }
}

TEST_F(ACardKeeper, LooksACardUpDifferentlyInEveryCentre)
{
    const auto card = keeper_.mint(any_token());

    EXPECT_NE(CardKeeper{HubKey::make()}.lookup(card), keeper_.lookup(card));
}

TEST_F(ACardKeeper, KnowsACardReadBackFromItsText)
{
    const auto card = keeper_.mint(any_token());

    const auto scanned = CardCode::parse(card.text() + "\r\n");

    ASSERT_TRUE(scanned);
    EXPECT_TRUE(keeper_.is_ours(*scanned));
}

} // namespace

} // namespace verandah::vault
