// SPDX-License-Identifier: Apache-2.0
// BLAKE2b as its specification has it.
#include "shared/vault/hash.hpp"
#include "shared/vault/random.hpp"
#include "tests/vault/bytes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace verandah::vault {

namespace {

using test::bytes;

std::string hex(const Digest& digest)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const auto byte : digest) {
        text += digits[std::to_integer<unsigned>(byte) >> 4U];
        text += digits[std::to_integer<unsigned>(byte) & 0xfU];
    }
    return text;
}

TEST(Hash, IsBlake2bOf256Bits) // `b2sum -l 256` of coreutils gives the same
{
    EXPECT_EQ(hex(hash({bytes("abc")})), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    EXPECT_EQ(hex(hash({})), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
}

TEST(Hash, TakesItsPartsOneAfterAnother)
{
    EXPECT_EQ(hash({bytes("a"), bytes(""), bytes("bc")}), hash({bytes("abc")}));
}

TEST(Hash, ChangesWithTheOrderOfItsParts)
{
    EXPECT_NE(hash({bytes("a"), bytes("b")}), hash({bytes("b"), bytes("a")}));
}

TEST(Hash, IsAnotherUnderAKey)
{
    const auto key = random_bytes<key_size>();
    const auto other_key = random_bytes<key_size>();

    EXPECT_EQ(keyed_hash(key, bytes("abc")), keyed_hash(key, bytes("abc")));
    EXPECT_NE(keyed_hash(key, bytes("abc")), keyed_hash(other_key, bytes("abc")));
    EXPECT_NE(keyed_hash(key, bytes("abc")), hash({bytes("abc")}));
}

TEST(ConstantTimeComparison, FindsADifferenceInAnyByte)
{
    const auto left = random_bytes<32>();
    for (std::size_t index = 0; index < left.size(); ++index) {
        auto right = left;
        right[index] ^= std::byte{1};

        EXPECT_FALSE(equal_in_constant_time(left, right)) << "byte " << index;
    }
}

TEST(ConstantTimeComparison, FindsEqualBytesEqual)
{
    const auto left = random_bytes<32>();
    const auto right = left;

    EXPECT_TRUE(equal_in_constant_time(left, right));
}

TEST(ConstantTimeComparison, FindsAnotherLengthDifferent)
{
    const auto left = random_bytes<32>();

    EXPECT_FALSE(equal_in_constant_time(left, std::span{left}.first<31>()));
}

TEST(RandomBytes, AreOthersEachTime)
{
    EXPECT_NE(random_bytes<16>(), random_bytes<16>());
}

TEST(Vault, MayBeInitialisedTwice)
{
    EXPECT_NO_THROW(initialise());
    EXPECT_NO_THROW(initialise());
}

} // namespace

} // namespace verandah::vault
