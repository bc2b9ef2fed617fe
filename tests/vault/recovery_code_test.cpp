// SPDX-License-Identifier: Apache-2.0
// The code on paper: read as people type it, and never mistaken for another.
#include "shared/vault/recovery_code.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

namespace verandah::vault {

namespace {

using domain::Refusal;
using testing::HasSubstr;

// Its last two characters, and its key's first bytes, were worked out by another implementation.
constexpr std::string_view known = "7K2M-ZQ4X-0T9B-WHRJ-5NEV-8D3C-GPKP";
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

std::string text_of(const RecoveryCode& code)
{
    return std::string{code.text().view()};
}

std::string complaint_about(std::string_view typed)
{
    const auto code = RecoveryCode::parse(typed);
    return code ? "accepted" : code.error().detail;
}

/// The known code without hyphens.
std::string known_characters()
{
    std::string text{known};
    std::erase(text, '-');
    return text;
}

TEST(ARecoveryCode, IsReadBackFromItsText)
{
    const auto code = RecoveryCode::make();

    const auto read = RecoveryCode::parse(text_of(code));

    ASSERT_TRUE(read);
    EXPECT_EQ(text_of(*read), text_of(code));
}

TEST(ARecoveryCode, IsReadWithTheChecksAndTheKeyItAlwaysHad)
{
    const auto code = RecoveryCode::parse(known);

    ASSERT_TRUE(code);
    EXPECT_EQ(text_of(*code), known);
    constexpr std::array<unsigned char, 8> begins{0x42, 0xa3, 0x9a, 0xaa, 0x18, 0xa5, 0x98, 0x74};
    EXPECT_TRUE(std::ranges::equal(code->key().bytes().first<8>(), std::as_bytes(std::span{begins})));
}

TEST(ARecoveryCode, IsAnotherEachTime)
{
    EXPECT_NE(text_of(RecoveryCode::make()), text_of(RecoveryCode::make()));
}

TEST(ARecoveryCode, IsMadeOfItsWholeAlphabet)
{
    std::set<char> seen;
    for (int times = 0; times < 100; ++times) {
        for (const char character : text_of(RecoveryCode::make())) {
            seen.insert(character);
        }
    }
    EXPECT_EQ(seen.size(), alphabet.size() + 1); // and the hyphen
}

TEST(ARecoveryCode, IsReadInSmallLettersWithoutHyphensAndWithSpaces)
{
    EXPECT_TRUE(RecoveryCode::parse("  7k2mzq4x 0t9b whrj\t5nev-8d3c-gpkp \r\n"));
}

TEST(ARecoveryCode, IsReadWithTheLettersThatLookLikeDigits)
{
    auto code = RecoveryCode::make();
    while (!code.text().view().contains('0') || !code.text().view().contains('1')) {
        code = RecoveryCode::make();
    }
    auto as_heard = text_of(code);
    std::ranges::replace(as_heard, '0', 'O');
    std::ranges::replace(as_heard, '1', 'l');

    const auto read = RecoveryCode::parse(as_heard);

    ASSERT_TRUE(read);
    EXPECT_EQ(text_of(*read), text_of(code));
}

TEST(ARecoveryCode, IsMistypedWhenAnyOneCharacterIsWrong)
{
    const auto right = known_characters();
    for (std::size_t place = 0; place < right.size(); ++place) {
        for (const char wrong : alphabet) {
            auto typed = right;
            typed[place] = wrong;

            EXPECT_EQ(RecoveryCode::parse(typed).has_value(), wrong == right[place]) << typed;
        }
    }
}

TEST(ARecoveryCode, IsMistypedWhenTwoCharactersChangedPlaces)
{
    const auto right = known_characters();
    for (std::size_t one = 0; one < right.size(); ++one) {
        for (std::size_t other = one + 1; other < right.size(); ++other) {
            auto typed = right;
            std::swap(typed[one], typed[other]);

            EXPECT_EQ(RecoveryCode::parse(typed).has_value(), right[one] == right[other]) << typed;
        }
    }
}

RC_GTEST_PROP(ARecoveryCode, IsMistypedWhenAnyTwoCharactersAreWrong, ())
{
    auto typed = known_characters();
    const auto one = *rc::gen::inRange<std::size_t>(0, typed.size());
    const auto other = *rc::gen::distinctFrom(rc::gen::inRange<std::size_t>(0, typed.size()), one);
    for (const auto place : {one, other}) {
        typed[place] = *rc::gen::distinctFrom(rc::gen::elementOf(std::string{alphabet}), typed[place]);
    }

    RC_ASSERT(!RecoveryCode::parse(typed));
}

TEST(ARecoveryCode, SaysWhatIsWrongWithIt)
{
    EXPECT_THAT(complaint_about(known.substr(0, known.size() - 1)), HasSubstr("too short"));
    EXPECT_THAT(complaint_about(""), HasSubstr("too short"));
    EXPECT_THAT(complaint_about(std::string{known} + "7"), HasSubstr("too long"));
    EXPECT_THAT(complaint_about("7K2M-ZQ4X-0T9B-WHRJ-5NEV-8D3C-GPKU"), HasSubstr("no U"));
    EXPECT_THAT(complaint_about("7K2M-ZQ4X-0T9B-WHRJ-5NEV-8D3C-GPK\xc3\xa9"), HasSubstr("only digits and letters"));
    EXPECT_THAT(complaint_about("7K2M-ZQ4X-0T9B-WHRJ-5NEV-8D3C-GPPK"), HasSubstr("mistyped"));
}

TEST(ARecoveryCode, IsNeverRepeatedByItsRefusal)
{
    for (const std::string typed : {"7K2M-ZQ4X-0T9B-WHRJ-5NEV-8D3C-GPPK", "7K2M-ZQ4X-0T9B-WHRJ-5NEV-8D3C"}) {
        EXPECT_EQ(complaint_about(typed).find("7K2M"), std::string::npos);
    }
}

} // namespace

} // namespace verandah::vault
