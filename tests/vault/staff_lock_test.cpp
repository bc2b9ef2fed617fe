// SPDX-License-Identifier: Apache-2.0
// A member's key opens with her passphrase, and with nothing else.
#include "shared/vault/hub_key.hpp"
#include "shared/vault/random.hpp"
#include "shared/vault/staff_lock.hpp"
#include "tests/vault/bytes.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <vector>

namespace verandah::vault {

namespace {

using domain::Refusal;
using test::bytes_of;
using testing::HasSubstr;

constexpr std::string_view her_words = "river lantern mosaic thunder";
const auto cost = Argon2Cost::lightest();

/// Sets the two numbers of a written lock's cost.
StaffLock::Bytes with_cost(StaffLock::Bytes bytes, std::uint32_t operations, std::uint32_t memory)
{
    for (std::size_t index = 0; index < 4; ++index) {
        bytes[8 + index] = static_cast<std::byte>(operations >> 8 * index);
        bytes[12 + index] = static_cast<std::byte>(memory >> 8 * index);
    }
    return bytes;
}

class AStaffLock : public testing::Test {
protected:
    StaffSecret secret_ = StaffSecret::make();
    StaffLock lock_ = StaffLock::make(secret_, her_words, cost);
};

TEST_F(AStaffLock, OpensWithItsPassphrase)
{
    const auto opened = lock_.open(her_words);

    ASSERT_TRUE(opened);
    EXPECT_EQ(bytes_of(*opened), bytes_of(secret_));
    EXPECT_EQ(opened->public_key(), lock_.public_key());
}

TEST_F(AStaffLock, OpensAfterItWasWrittenAndRead)
{
    const auto read = StaffLock::read(lock_.bytes());

    ASSERT_TRUE(read);
    EXPECT_EQ(*read, lock_);
    EXPECT_TRUE(read->open(her_words));
}

TEST_F(AStaffLock, StaysClosedToAnotherPassphrase)
{
    const auto opened = lock_.open("river lantern mosaic thunders");

    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().why, Refusal::Why::not_allowed);
}

TEST_F(AStaffLock, StaysClosedToNoPassphrase)
{
    EXPECT_FALSE(lock_.open(""));
}

TEST_F(AStaffLock, KeepsTheSecretWhenThePassphraseIsChanged)
{
    const auto changed = StaffLock::make(secret_, "another four words here", cost);

    EXPECT_EQ(changed.public_key(), lock_.public_key());
    EXPECT_FALSE(changed.open(her_words));
    const auto opened = changed.open("another four words here");
    ASSERT_TRUE(opened);
    EXPECT_EQ(bytes_of(*opened), bytes_of(secret_));
}

TEST_F(AStaffLock, IsAnotherEachTimeThoughThePassphraseIsTheSame)
{
    const auto again = StaffLock::make(secret_, her_words, cost).bytes();
    const auto before = lock_.bytes();

    constexpr auto salt_begins = 16;
    constexpr auto salt_size = 16;
    EXPECT_FALSE(
        std::equal(again.begin() + salt_begins, again.begin() + salt_begins + salt_size, before.begin() + salt_begins));
}

TEST_F(AStaffLock, StaysClosedWhenAnyOfItsPartsWasChanged)
{
    // One bit of each part: the salt, the public key, the nonce, the sealed key, the tag.
    for (const std::size_t index : {16U, 31U, 32U, 63U, 64U, 88U, 119U, 120U, 135U}) {
        auto bytes = lock_.bytes();
        bytes[index] ^= std::byte{1};

        const auto read = StaffLock::read(bytes);

        EXPECT_TRUE(!read || !read->open(her_words)) << "byte " << index;
    }
}

TEST_F(AStaffLock, StaysClosedWhenItsCostWasChangedWithinTheBounds)
{
    const auto read = StaffLock::read(with_cost(lock_.bytes(), 3, cost.memory_kibibytes()));

    ASSERT_TRUE(read);
    EXPECT_FALSE(read->open(her_words));
}

TEST_F(AStaffLock, CarriesNothingThatTheHubKeyOpens)
{
    const auto hub_key = HubKey::make();
    const auto bytes = lock_.bytes();
    SealedKey sealed;
    std::ranges::copy(std::span{bytes}.last(sealed.size()), sealed.begin());

    EXPECT_FALSE(open_key(sealed, hub_key.journal_key().bytes(), std::span{bytes}.first(bytes.size() - sealed.size())));
}

TEST_F(AStaffLock, IsRefusedWhenCutShortOrTooLong)
{
    const auto bytes = lock_.bytes();
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_FALSE(StaffLock::read(std::span{bytes}.first(size))) << size << " bytes";
    }
    std::vector<std::byte> longer{bytes.begin(), bytes.end()};
    longer.push_back(std::byte{0});
    EXPECT_FALSE(StaffLock::read(longer));
}

TEST_F(AStaffLock, IsRefusedInAnotherVersion)
{
    auto bytes = lock_.bytes();
    bytes[7] = std::byte{'2'};

    const auto read = StaffLock::read(bytes);

    ASSERT_FALSE(read);
    EXPECT_THAT(read.error().detail, HasSubstr("version 1"));
}

TEST_F(AStaffLock, IsRefusedWhenItsCostWasMadeCheap)
{
    EXPECT_FALSE(StaffLock::read(with_cost(lock_.bytes(), 1, cost.memory_kibibytes())));
    EXPECT_FALSE(StaffLock::read(with_cost(lock_.bytes(), cost.operations(), 8)));
    EXPECT_FALSE(StaffLock::read(with_cost(lock_.bytes(), 0, 0)));
}

TEST_F(AStaffLock, IsRefusedWhenItsCostWouldTakeTheMachine)
{
    EXPECT_FALSE(StaffLock::read(with_cost(lock_.bytes(), 0xffffffff, cost.memory_kibibytes())));
    EXPECT_FALSE(StaffLock::read(with_cost(lock_.bytes(), cost.operations(), 0xffffffff)));
    EXPECT_FALSE(StaffLock::read(with_cost(lock_.bytes(), 9, 1024 * 1024)));
}

/// The shape of released locks. A change here locks every member of staff out.
TEST_F(AStaffLock, HasTheShapeItAlwaysHad)
{
    const auto bytes = lock_.bytes();

    EXPECT_EQ(bytes.size(), 136U);
    EXPECT_TRUE(
        std::ranges::equal(std::span{bytes}.first(16), std::as_bytes(std::span{"stafflk1\x02\0\0\0\0\0\x01", 16})));
    EXPECT_TRUE(std::ranges::equal(std::span{bytes}.subspan(32, 32), lock_.public_key().bytes));
}

TEST(ADecoyLock, OpensToNothing)
{
    EXPECT_FALSE(StaffLock::decoy(cost).open(her_words));
    EXPECT_FALSE(StaffLock::decoy(cost).open(""));
}

TEST(ADecoyLock, CostsAsMuchAsARealOne)
{
    EXPECT_EQ(StaffLock::decoy(Argon2Cost::usual()).cost(), Argon2Cost::usual());
}

TEST(ADecoyLock, LooksLikeARealOne)
{
    EXPECT_TRUE(StaffLock::read(StaffLock::decoy(cost).bytes()));
}

/// RFC 7748, section 6.1: Alice's key pair.
TEST(AStaffSecret, HasThePublicKeyOfX25519)
{
    constexpr std::array<unsigned char, 32> alice{0x77, 0x07, 0x6d, 0x0a, 0x73, 0x18, 0xa5, 0x7d, 0x3c, 0x16, 0xc1,
                                                  0x72, 0x51, 0xb2, 0x66, 0x45, 0xdf, 0x4c, 0x2f, 0x87, 0xeb, 0xc0,
                                                  0x99, 0x2a, 0xb1, 0x77, 0xfb, 0xa5, 0x1d, 0xb9, 0x2c, 0x2a};
    constexpr std::array<unsigned char, 4> begins{0x85, 0x20, 0xf0, 0x09};
    SecretBytes bytes;
    std::ranges::copy(std::as_bytes(std::span{alice}), bytes.bytes().begin());

    const auto public_key = StaffSecret{std::move(bytes)}.public_key();

    EXPECT_TRUE(std::ranges::equal(std::span{public_key.bytes}.first(4), std::as_bytes(std::span{begins})));
}

TEST(Argon2Cost, IsModerateUnlessToldOtherwise)
{
    EXPECT_EQ(Argon2Cost::usual(), *Argon2Cost::make(3, 262'144));
}

TEST(Argon2Cost, MayBeAnythingWithinItsBounds)
{
    EXPECT_TRUE(Argon2Cost::make(2, 65'536));
    EXPECT_TRUE(Argon2Cost::make(8, 1'048'576));
}

/// Worked out by another implementation (argon2id_hash_raw of libargon2): a change here locks everybody out.
TEST(Argon2, GivesTheKeyItAlwaysGave)
{
    Argon2Salt salt;
    std::ranges::copy(std::as_bytes(std::span{"0123456789abcdef", 16}), salt.begin());

    const auto key = stretch("correct horse battery staple", salt, cost);

    constexpr std::array<unsigned char, 8> begins{0xcd, 0xb4, 0x54, 0x75, 0x4c, 0x3d, 0xb3, 0x3d};
    EXPECT_TRUE(std::ranges::equal(key.bytes().first<8>(), std::as_bytes(std::span{begins})));
}

} // namespace

} // namespace verandah::vault
