// SPDX-License-Identifier: Apache-2.0
// What is read as a card code, and what is not.
#include "shared/domain/card/card_code.hpp"
#include "shared/domain/card/card_hash.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cctype>
#include <unordered_set>

namespace verandah::domain {

namespace {

/// 24 bytes counting up from 0x00.
CardCode counting_code()
{
    CardCode::Token token;
    CardCode::Tag tag;
    unsigned char next = 0;
    std::ranges::generate(token, [&] { return std::byte{next++}; });
    std::ranges::generate(tag, [&] { return std::byte{next++}; });
    return {token, tag};
}

constexpr std::string_view counting_text = "AAAQEAYEAUDAOCAJBIFQYDIOB4IBCEQTCQKRMFY"; // base32(1) of those bytes

CardCode any_code()
{
    CardCode::Token token;
    CardCode::Tag tag;
    const auto any_byte = [] { return static_cast<std::byte>(*rc::gen::arbitrary<unsigned char>()); };
    std::ranges::generate(token, any_byte);
    std::ranges::generate(tag, any_byte);
    return {token, tag};
}

void expect_refused(std::string_view text)
{
    const auto parsed = CardCode::parse(text);

    ASSERT_FALSE(parsed);
    EXPECT_EQ(parsed.error().why, Refusal::Why::invalid_input);
}

TEST(CardCode, IsWrittenAsBase32OfRfc4648)
{
    EXPECT_EQ(counting_code().text(), counting_text);
}

TEST(CardCode, IsReadFromItsText)
{
    EXPECT_EQ(CardCode::parse(counting_text), counting_code());
}

TEST(CardCode, IsReadInLowerCase)
{
    std::string lower{counting_text};
    std::ranges::transform(lower, lower.begin(), [](unsigned char character) { return std::tolower(character); });

    EXPECT_EQ(CardCode::parse(lower), counting_code());
}

TEST(CardCode, IsReadWithTheLineEndOfAScanner)
{
    for (const std::string_view end : {"\r\n", "\n", "\r", "\t"}) {
        EXPECT_EQ(CardCode::parse(std::string{counting_text} + std::string{end}), counting_code());
    }
}

TEST(CardCode, IsReadWithWhiteSpaceAroundIt)
{
    EXPECT_EQ(CardCode::parse(" \t" + std::string{counting_text} + "  "), counting_code());
}

TEST(CardCode, IsRefusedWithWhiteSpaceInside)
{
    std::string text{counting_text};
    text[10] = ' ';

    expect_refused(text);
}

TEST(CardCode, IsRefusedWhenEmptyOrBlank)
{
    expect_refused("");
    expect_refused(" \r\n");
}

TEST(CardCode, IsRefusedWhenOneCharacterIsMissing)
{
    expect_refused(counting_text.substr(1));
}

TEST(CardCode, IsRefusedWhenScannedTwiceInOneGo)
{
    expect_refused(std::string{counting_text} + std::string{counting_text});
}

TEST(CardCode, IsRefusedWithPadding)
{
    expect_refused(std::string{counting_text} + "=");
}

TEST(CardCode, IsRefusedWithCharactersOutsideTheAlphabet)
{
    for (const char stranger : {'0', '1', '8', '9', '-', '=', '@', '[', '`', '{', '\0', '\x80', '\xff'}) {
        std::string text{counting_text};
        text[5] = stranger;

        expect_refused(text);
    }
}

TEST(CardCode, IsRefusedWithLastBitsThatNoTextHas)
{
    std::string text{counting_text};
    text.back() = 'Z'; // the last character carries two bits and three zeros: 'Z' is 'Y' with the last zero set

    expect_refused(text);
}

TEST(CardCode, IsNeverRepeatedByItsRefusal)
{
    std::string text{counting_text};
    text[20] = '1';

    const auto parsed = CardCode::parse(text);

    ASSERT_FALSE(parsed);
    EXPECT_EQ(parsed.error().detail.find(text.substr(0, 8)), std::string::npos);
    EXPECT_EQ(parsed.error().detail.find(text.substr(30)), std::string::npos);
}

TEST(CardCode, HasOnlyCharactersOfQrAlphanumericMode)
{
    const auto text = counting_code().text();

    EXPECT_TRUE(std::ranges::all_of(text, [](char character) {
        return (character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9');
    }));
}

RC_GTEST_PROP(CardCode, ReadsBackWhatItWrites, ())
{
    const auto code = any_code();

    const auto text = code.text();

    RC_ASSERT(text.size() == CardCode::text_size);
    RC_ASSERT((CardCode::parse(text) == code));
}

RC_GTEST_PROP(CardCode, ReadsNoOtherTextAsTheSameCode, ())
{
    const auto code = any_code();
    auto text = code.text();
    auto& changed = text[*rc::gen::inRange<std::size_t>(0, text.size())];
    const auto before = changed;
    changed = *rc::gen::suchThat<char>(
        [&](char character) { return std::toupper(static_cast<unsigned char>(character)) != before; });

    const auto parsed = CardCode::parse(text);

    RC_ASSERT((!parsed || *parsed != code));
}

RC_GTEST_PROP(CardCode, ReadsAnyTextWithoutFault, (const std::string& text))
{
    const auto parsed = CardCode::parse(text);

    RC_ASSERT((parsed || parsed.error().why == Refusal::Why::invalid_input));
}

TEST(CardHash, IndexesCards)
{
    CardHash::Bytes bytes{};
    const CardHash first{bytes};
    bytes.back() = std::byte{1};
    const CardHash second{bytes};

    const std::unordered_set<CardHash> index{first, second, first};

    EXPECT_EQ(index.size(), 2U);
}

} // namespace

} // namespace verandah::domain
