// SPDX-License-Identifier: Apache-2.0
// What is read as a counterfoil, and what is not.
#include "shared/domain/card/card_code.hpp"
#include "shared/domain/enrolment/enrolment_code.hpp"
#include "shared/domain/referral/counterfoil_code.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cctype>

namespace verandah::domain {
namespace {

using Why = Refusal::Why;

CounterfoilCode counting_code()
{
    CounterfoilCode::Token token;
    unsigned char next = 0;
    std::ranges::generate(token, [&] { return std::byte{next++}; });
    return CounterfoilCode{token};
}

CounterfoilCode any_code()
{
    CounterfoilCode::Token token;
    std::ranges::generate(token, [] { return static_cast<std::byte>(*rc::gen::arbitrary<unsigned char>()); });
    return CounterfoilCode{token};
}

std::optional<Why> refused(std::string_view text)
{
    const auto parsed = CounterfoilCode::parse(text);
    return parsed ? std::nullopt : std::optional{parsed.error().why};
}

TEST(CounterfoilCode, IsANineAndBase32OfRfc4648AndACheck)
{
    EXPECT_EQ(counting_code().text().substr(0, 27), "9AAAQEAYEAUDAOCAJBIFQYDIOB4"); // base32(1) of those bytes
    EXPECT_EQ(counting_code().text().size(), CounterfoilCode::text_size);
}

TEST(CounterfoilCode, IsReadAsPeopleAndScannersGiveIt)
{
    auto lower = counting_code().grouped();
    std::ranges::transform(lower, lower.begin(), [](unsigned char character) { return std::tolower(character); });

    EXPECT_EQ(CounterfoilCode::parse(counting_code().text() + "\r\n"), counting_code());
    EXPECT_EQ(CounterfoilCode::parse(lower), counting_code());
    std::ranges::replace(lower, 'o', '0');
    std::ranges::replace(lower, 'i', '1');
    std::ranges::replace(lower, 'b', '8');
    EXPECT_EQ(CounterfoilCode::parse(lower), counting_code());
}

TEST(CounterfoilCode, IsRefusedInAnotherShape)
{
    const auto text = counting_code().text();
    for (const auto& wrong : {std::string{}, std::string{"9"}, text.substr(1), text.substr(0, 28), text + "A",
                              "A" + text.substr(1), text + text, std::string(100'000, '9')}) {
        EXPECT_EQ(refused(wrong), Why::invalid_input) << wrong.substr(0, 40);
    }
}

TEST(CounterfoilCode, FindsASlipOfTheFinger)
{
    auto text = counting_code().text();
    std::swap(text[7], text[8]);
    EXPECT_EQ(refused(text), Why::conflict);
}

TEST(CounterfoilCode, IsNeverRepeatedByItsRefusal)
{
    auto text = counting_code().text();
    text[20] = text[20] == 'A' ? 'C' : 'A';
    const auto parsed = CounterfoilCode::parse(text);

    ASSERT_FALSE(parsed);
    EXPECT_FALSE(parsed.error().detail.contains(text.substr(1, 8)));
}

TEST(CounterfoilCode, IsNeitherACardNorAnInvitation)
{
    const auto text = counting_code().text();
    EXPECT_FALSE(CardCode::parse(text));
    EXPECT_FALSE(EnrolmentCode::parse(text));
    EXPECT_FALSE(looks_like_invitation(text));
    EXPECT_TRUE(looks_like_counterfoil(text));
    EXPECT_FALSE(looks_like_counterfoil(CardCode{{}, {}}.text()));
    EXPECT_FALSE(looks_like_counterfoil(""));
}

TEST(CounterfoilCode, HasOnlyCharactersOfQrAlphanumericMode)
{
    EXPECT_TRUE(std::ranges::all_of(counting_code().text(), [](char character) {
        return (character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9');
    }));
}

RC_GTEST_PROP(CounterfoilCode, ReadsBackWhatItWrites, ())
{
    const auto code = any_code();

    RC_ASSERT(code.text().size() == CounterfoilCode::text_size);
    RC_ASSERT((CounterfoilCode::parse(code.text()) == code));
    RC_ASSERT((CounterfoilCode::parse(code.grouped()) == code));
    RC_ASSERT(looks_like_counterfoil(code.text()));
}

RC_GTEST_PROP(CounterfoilCode, FindsEveryWrongCharacter, ())
{
    auto text = any_code().text();
    auto& changed = text[*rc::gen::inRange<std::size_t>(1, text.size())];
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    const auto before = changed;
    changed = alphabet[*rc::gen::inRange<std::size_t>(0, alphabet.size())];

    RC_ASSERT(changed == before || !CounterfoilCode::parse(text));
}

RC_GTEST_PROP(CounterfoilCode, ReadsAnyTextWithoutFault, (const std::string& text))
{
    const auto parsed = CounterfoilCode::parse(text);

    RC_ASSERT((parsed || parsed.error().why != Why::not_found));
}

} // namespace
} // namespace verandah::domain
