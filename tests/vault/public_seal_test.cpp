// SPDX-License-Identifier: Apache-2.0
// What is sealed to a public key opens with its secret half, in its own place, and in no other way.
#include "shared/vault/hub_key.hpp"
#include "shared/vault/public_seal.hpp"
#include "shared/vault/seal.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/vault/sealed_ticket.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>

namespace verandah::vault {

namespace {

using domain::Refusal;
using test::block;
using test::bytes;
using test::content;
using test::opened;
using test::sealed;
using testing::HasSubstr;

class APublicSeal : public testing::Test {
protected:
    HubKey key_ = HubKey::make();
    PublicSealer sealer_{PublicKey::of(key_.box_key()), block};
    PublicSealOpener opener_{key_.box_key(), block};
};

TEST_F(APublicSeal, OpensWithTheSecretHalf)
{
    EXPECT_EQ(opened(opener_, sealed(sealer_)), content);
}

TEST_F(APublicSeal, SealsNothingToo)
{
    EXPECT_EQ(opened(opener_, sealed(sealer_, "")), "");
}

TEST_F(APublicSeal, KeepsZeroBytesAndPaddingMarksAtTheEnd)
{
    const std::string tricky{"end\x80\0\0", 6};

    EXPECT_EQ(opened(opener_, sealed(sealer_, tricky)), tricky);
}

TEST_F(APublicSeal, HidesTheLengthWithinABlock)
{
    EXPECT_EQ(sealed(sealer_, "a").size(), sealed(sealer_, std::string(20, 'a')).size());
    EXPECT_EQ(sealed(sealer_, "a").size(), PublicSealer::overhead + block);
}

TEST_F(APublicSeal, SealsTheSameContentIntoAnotherBoxEachTime)
{
    EXPECT_NE(sealed(sealer_), sealed(sealer_));
}

TEST_F(APublicSeal, ShowsNothingOfTheContent)
{
    const auto box = sealed(sealer_);

    EXPECT_TRUE(std::ranges::search(box, bytes(content)).empty());
}

TEST_F(APublicSeal, DoesNotOpenWithAnyBitChanged)
{
    const auto box = sealed(sealer_);
    for (std::size_t bit = 0; bit < box.size() * 8; ++bit) {
        auto changed = box;
        changed[bit / 8] ^= static_cast<std::byte>(1U << bit % 8);

        EXPECT_EQ(opened(opener_, changed), std::nullopt) << "bit " << bit;
    }
}

TEST_F(APublicSeal, DoesNotOpenCutShortAnywhere)
{
    const auto box = sealed(sealer_);
    for (std::size_t size = 0; size < box.size(); ++size) {
        EXPECT_EQ(opened(opener_, std::span{box}.first(size)), std::nullopt) << size << " bytes";
    }
}

TEST_F(APublicSeal, DoesNotOpenInAnotherPlace)
{
    EXPECT_EQ(opened(opener_, sealed(sealer_), "journal row 8"), std::nullopt);
    EXPECT_EQ(opened(opener_, sealed(sealer_), ""), std::nullopt);
}

TEST_F(APublicSeal, DoesNotOpenWithTheKeyOfAnotherHub)
{
    const PublicSealOpener other{HubKey::make().box_key(), block};

    EXPECT_EQ(opened(other, sealed(sealer_)), std::nullopt);
}

TEST_F(APublicSeal, IsNotMadeWithAnImpossiblePaddingBlock)
{
    const auto key = PublicKey::of(key_.box_key());
    EXPECT_THROW((PublicSealer{key, 0}), std::invalid_argument);
    EXPECT_THROW((PublicSealer{key, 65537}), std::invalid_argument);
    EXPECT_THROW((PublicSealOpener{key_.box_key(), 0}), std::invalid_argument);
}

RC_GTEST_PROP(SealingToAPublicKey, OpensAnyContentOfAnyLengthWithAnyBlock,
              (const std::string& text, const std::string& where))
{
    const auto key = HubKey::make();
    const auto any_block = *rc::gen::inRange<std::size_t>(1, 300);
    const PublicSealer sealer{PublicKey::of(key.box_key()), any_block};
    std::vector<std::byte> box;
    sealer.seal(bytes(text), bytes(where), box);

    RC_ASSERT((opened(PublicSealOpener{key.box_key(), any_block}, box, where) == text));
}

RC_GTEST_PROP(SealingToAPublicKey, OpensNoNoise, (const std::vector<unsigned char>& noise))
{
    const PublicSealOpener opener{HubKey::make().box_key(), 1};

    RC_ASSERT(!opened(opener, std::as_bytes(std::span{noise})));
}

// The file.

constexpr std::string_view public_key_line = "verandah public key 1\n";

class APublicKeyFile : public testing::Test {
protected:
    [[nodiscard]] std::filesystem::path file() const { return folder_ / "hub.public"; }
    /// Why a file with this text is refused.
    [[nodiscard]] Refusal refusal_of(const std::string& text) const
    {
        test::write_file(file(), text);
        const auto key = PublicKey::load(file());
        EXPECT_FALSE(key) << text;
        return key ? Refusal{Refusal::Why::conflict, "loaded"} : key.error();
    }

    test::TemporaryFolder folder_;
    HubKey key_ = HubKey::make();
    PublicKey public_key_ = PublicKey::of(key_.box_key());
};

TEST_F(APublicKeyFile, BringsBackTheSameKey)
{
    ASSERT_TRUE(public_key_.save(file()));

    const auto loaded = PublicKey::load(file());

    ASSERT_TRUE(loaded);
    EXPECT_EQ(*loaded, public_key_);
}

TEST_F(APublicKeyFile, IsNeverOverwritten)
{
    ASSERT_TRUE(public_key_.save(file()));

    const auto again = PublicKey::of(HubKey::make().box_key()).save(file());

    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().why, Refusal::Why::conflict);
    EXPECT_EQ(PublicKey::load(file()).value(), public_key_);
}

TEST_F(APublicKeyFile, IsRefusedWhenItIsMissing)
{
    const auto loaded = PublicKey::load(file());

    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().why, Refusal::Why::not_found);
}

TEST_F(APublicKeyFile, IsRefusedWhenOthersMayChangeIt)
{
    ASSERT_TRUE(public_key_.save(file()));
    std::filesystem::permissions(file(), std::filesystem::perms{0666});

    const auto loaded = PublicKey::load(file());

    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().why, Refusal::Why::not_allowed);
}

TEST_F(APublicKeyFile, IsRefusedCutShortAnywhere)
{
    ASSERT_TRUE(public_key_.save(file()));
    const auto whole = test::read_file(file());
    for (std::size_t size = 0; size < whole.size(); ++size) {
        EXPECT_EQ(refusal_of(whole.substr(0, size)).why, Refusal::Why::invalid_input) << size;
    }
}

TEST_F(APublicKeyFile, IsRefusedWithAnythingBehindIt)
{
    ASSERT_TRUE(public_key_.save(file()));
    const auto whole = test::read_file(file());

    EXPECT_THAT(refusal_of(whole + "\n").detail, HasSubstr("64 hexadecimal digits"));
}

TEST_F(APublicKeyFile, IsRefusedInAnotherVersion)
{
    EXPECT_THAT(refusal_of("verandah public key 2\n" + std::string(64, '1') + "\n").detail,
                HasSubstr("reads version 1"));
    EXPECT_THAT(refusal_of("verandah public key 10\n" + std::string(64, '1') + "\n").detail,
                HasSubstr("reads version 1"));
}

TEST_F(APublicKeyFile, IsRefusedWhenItIsAnotherKindOfFile)
{
    EXPECT_THAT(refusal_of("verandah hub key 1\n" + std::string(64, '1') + "\n").detail,
                HasSubstr("not a public key file"));
}

TEST_F(APublicKeyFile, IsRefusedWithALetterAmongItsDigits)
{
    EXPECT_EQ(refusal_of(std::string{public_key_line} + std::string(63, '1') + "g\n").why, Refusal::Why::invalid_input);
}

TEST_F(APublicKeyFile, IsRefusedWithAKeyThatWouldSealToEverybody)
{
    const std::string all_zero(64, '0');
    const std::string order_one = "01" + std::string(62, '0');

    EXPECT_THAT(refusal_of(std::string{public_key_line} + all_zero + "\n").detail, HasSubstr("no public key"));
    EXPECT_THAT(refusal_of(std::string{public_key_line} + order_one + "\n").detail, HasSubstr("no public key"));
}

} // namespace

} // namespace verandah::vault
