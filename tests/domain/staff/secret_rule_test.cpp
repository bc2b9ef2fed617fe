// SPDX-License-Identifier: Apache-2.0
// What a member of staff may choose, and what everybody else would choose, too.
#include "shared/domain/staff/secret_rule.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

namespace verandah::domain {

namespace {

TEST(APassphrase, MayBeFourGeneratedWords)
{
    EXPECT_TRUE(check_passphrase("river lantern mosaic thunder"));
}

TEST(APassphrase, MayBeOfTheShortestGeneratedWords)
{
    EXPECT_TRUE(check_passphrase("age bet gum icy"));
}

TEST(APassphrase, IsTooShortWithFourteenCharacters)
{
    EXPECT_FALSE(check_passphrase("abcdefghijklmn"));
    EXPECT_TRUE(check_passphrase("abcdefghijklmno"));
}

TEST(APassphrase, IsCountedInCharactersAndNotInBytes)
{
    // Seven letters of Devanagari are 21 bytes.
    EXPECT_FALSE(
        check_passphrase("\xe0\xa4\x95\xe0\xa4\x96\xe0\xa4\x97\xe0\xa4\x98\xe0\xa4\x9a\xe0\xa4\x9b\xe0\xa4\x9c"));
}

TEST(APassphrase, MayBeInAnyScript)
{
    EXPECT_TRUE(check_passphrase("\u0928\u0926\u0940 \u0915\u0947 \u0915\u093f\u0928\u093e\u0930\u0947 \u0918\u0930"));
}

TEST(APassphrase, IsRefusedWhenItIsOneKeyHeldDown)
{
    EXPECT_FALSE(check_passphrase(std::string(20, 'a')));
    EXPECT_FALSE(check_passphrase("ababababababababab"));
}

TEST(APassphrase, IsRefusedBeyondItsLongest)
{
    const std::string long_one = "abcdefghijklmno";
    EXPECT_TRUE(check_passphrase(long_one + std::string(241, 'z')));
    EXPECT_FALSE(check_passphrase(long_one + std::string(242, 'z')));
}

TEST(APassphrase, IsNeverRepeatedByItsRefusal)
{
    EXPECT_EQ(check_passphrase("my dear secret").error().detail.find("secret"), std::string::npos);
}

class ACommonPin : public testing::TestWithParam<const char*> {};

TEST_P(ACommonPin, IsRefused)
{
    EXPECT_FALSE(check_pin(GetParam()));
}

/// The ten most common six-digit PINs of Markert and others (2020).
INSTANTIATE_TEST_SUITE_P(MostCommon, ACommonPin,
                         testing::Values("123456", "654321", "111111", "000000", "123123", "666666", "121212", "112233",
                                         "789456", "159753"));
INSTANTIATE_TEST_SUITE_P(Repeating, ACommonPin, testing::Values("777777", "343434", "582582"));
INSTANTIATE_TEST_SUITE_P(Stepping, ACommonPin, testing::Values("345678", "876543", "789012", "975319", "024680"));
INSTANTIATE_TEST_SUITE_P(Doubling, ACommonPin, testing::Values("998877", "114477"));
INSTANTIATE_TEST_SUITE_P(Mirroring, ACommonPin, testing::Values("123321", "907709"));
INSTANTIATE_TEST_SUITE_P(Dates, ACommonPin, testing::Values("310587", "053187", "870531", "873105"));
INSTANTIATE_TEST_SUITE_P(Years, ACommonPin, testing::Values("198753", "531987", "202653"));

TEST(APin, MayBeOneThatSaysNothing)
{
    for (const auto* pin : {"739285", "480937", "648092", "907364"}) {
        EXPECT_TRUE(check_pin(pin)) << pin;
    }
}

TEST(APin, HasSixDigits)
{
    for (const auto* pin : {"", "73928", "7392851", "73928a", "73928 ", "-73928", "7392\xd9\xa8"}) {
        EXPECT_FALSE(check_pin(pin)) << pin;
    }
}

TEST(APin, IsRefusedInOneCaseOfSevenAndNoMore)
{
    int refused = 0;
    for (int number = 0; number < 1'000'000; ++number) {
        refused += check_pin(fmt::format("{:06}", number)) ? 0 : 1;
    }
    EXPECT_GT(refused, 130'000);
    EXPECT_LT(refused, 1'000'000 / 7);
}

} // namespace

} // namespace verandah::domain
