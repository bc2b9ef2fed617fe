// SPDX-License-Identifier: Apache-2.0
// A box opens with what it was sealed with, and with nothing else.
#include "shared/vault/hub_key.hpp"
#include "shared/vault/seal.hpp"
#include "tests/vault/sealed_ticket.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>

namespace verandah::vault {

namespace {

using test::block;
using test::bytes;
using test::content;
using test::opened;
using test::place;
using test::sealed;

class ASealer : public testing::Test {
protected:
    HubKey key_ = HubKey::make();
    Sealer sealer_{key_.journal_key(), block};
};

TEST_F(ASealer, OpensWhatItSealed)
{
    EXPECT_EQ(opened(sealer_, sealed(sealer_)), content);
}

TEST_F(ASealer, OpensWhatAnotherSealedWithTheSameKey)
{
    const Sealer after_restart{key_.journal_key(), block};

    EXPECT_EQ(opened(after_restart, sealed(sealer_)), content);
}

TEST_F(ASealer, SealsNothingToo)
{
    EXPECT_EQ(opened(sealer_, sealed(sealer_, "")), "");
}

TEST_F(ASealer, KeepsZeroBytesAndPaddingMarksAtTheEnd)
{
    const std::string tricky{"end\x80\0\0", 6};

    EXPECT_EQ(opened(sealer_, sealed(sealer_, tricky)), tricky);
}

TEST_F(ASealer, HidesTheLengthWithinABlock)
{
    EXPECT_EQ(sealed(sealer_, "a").size(), sealed(sealer_, std::string(block - 1, 'a')).size());
    EXPECT_EQ(sealed(sealer_, "a").size(), Sealer::nonce_size + block + Sealer::tag_size);
}

TEST_F(ASealer, SealsTheSameContentIntoAnotherBoxEachTime)
{
    EXPECT_NE(sealed(sealer_), sealed(sealer_));
}

TEST_F(ASealer, ShowsNothingOfTheContent)
{
    const auto box = sealed(sealer_);

    const auto found = std::ranges::search(box, bytes(content));

    EXPECT_TRUE(found.empty());
}

TEST_F(ASealer, OpensNoBoxWithAnyBitChanged)
{
    const auto box = sealed(sealer_);
    for (std::size_t bit = 0; bit < box.size() * 8; ++bit) {
        auto changed = box;
        changed[bit / 8] ^= static_cast<std::byte>(1U << bit % 8);

        EXPECT_EQ(opened(sealer_, changed), std::nullopt) << "bit " << bit;
    }
}

TEST_F(ASealer, OpensNoBoxCutShortAnywhere)
{
    const auto box = sealed(sealer_);
    for (std::size_t size = 0; size < box.size(); ++size) {
        EXPECT_EQ(opened(sealer_, std::span{box}.first(size)), std::nullopt) << size << " bytes";
    }
}

TEST_F(ASealer, OpensNoBoxInAnotherPlace)
{
    EXPECT_EQ(opened(sealer_, sealed(sealer_), "journal row 8"), std::nullopt);
    EXPECT_EQ(opened(sealer_, sealed(sealer_), ""), std::nullopt);
}

TEST_F(ASealer, OpensNoBoxWithTheNonceOfAnother)
{
    auto first = sealed(sealer_);
    auto second = sealed(sealer_);
    std::swap_ranges(first.begin(), first.begin() + Sealer::nonce_size, second.begin());

    EXPECT_EQ(opened(sealer_, first), std::nullopt);
    EXPECT_EQ(opened(sealer_, second), std::nullopt);
}

TEST_F(ASealer, OpensNoBoxOfAnotherHub)
{
    const Sealer other{HubKey::make().journal_key(), block};

    EXPECT_EQ(opened(sealer_, sealed(other)), std::nullopt);
}

TEST_F(ASealer, OpensNoBoxOfALargerPaddingBlockThanItCanHold)
{
    const Sealer larger{key_.journal_key(), 2 * block};

    EXPECT_EQ(opened(larger, sealed(sealer_)), std::nullopt);
}

TEST_F(ASealer, ReusesItsCallersBuffersForAShorterContent)
{
    std::vector<std::byte> box;
    std::vector<std::byte> scratch;
    sealer_.seal(bytes(std::string(500, 'a')), bytes(place), box);
    ASSERT_TRUE(sealer_.open(box, bytes(place), scratch));
    sealer_.seal(bytes(content), bytes(place), box);

    const auto found = sealer_.open(box, bytes(place), scratch);

    ASSERT_TRUE(found);
    EXPECT_TRUE(std::ranges::equal(*found, bytes(content)));
}

TEST_F(ASealer, IsNotMadeWithAnImpossiblePaddingBlock)
{
    EXPECT_THROW((Sealer{key_.journal_key(), 0}), std::invalid_argument);
    EXPECT_THROW((Sealer{key_.journal_key(), 65537}), std::invalid_argument);
}

RC_GTEST_PROP(Sealing, OpensAnyContentOfAnyLengthWithAnyBlock, (const std::string& text, const std::string& where))
{
    const auto any_block = *rc::gen::inRange<std::size_t>(1, 300);
    const Sealer sealer{HubKey::make().journal_key(), any_block};
    std::vector<std::byte> box;
    sealer.seal(bytes(text), bytes(where), box);

    RC_ASSERT((opened(sealer, box, where) == text));
}

RC_GTEST_PROP(Sealing, OpensNoNoise, (const std::vector<unsigned char>& noise))
{
    const Sealer sealer{HubKey::make().journal_key(), 1};

    RC_ASSERT(!opened(sealer, std::as_bytes(std::span{noise})));
}

} // namespace

} // namespace verandah::vault
