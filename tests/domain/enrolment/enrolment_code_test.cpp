// SPDX-License-Identifier: Apache-2.0
// What is read as an enrolment code or invitation, and which slips of the finger are found.
#include "shared/domain/enrolment/base32.hpp"
#include "shared/domain/enrolment/enrolment_code.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <utility>

namespace verandah::domain {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
using Why = Refusal::Why;

template <class Bytes>
Bytes counting_from(unsigned char next)
{
    Bytes bytes;
    std::ranges::generate(bytes, [&] { return std::byte{next++}; });
    return bytes;
}

const AuthorityHash authority = counting_from<AuthorityHash>(0);
const EnrolmentSecret secret = counting_from<EnrolmentSecret>(100);
const EnrolmentCode code{authority, secret};
const EnrolmentInvitation invitation{"192.168.1.10", 8444, authority, secret};

template <class Read>
void expect_refused(const Read& read, Why why, std::string_view text)
{
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().why, why) << text;
    EXPECT_EQ(read.error().detail.find(text.substr(0, 12)), std::string::npos);
}

TEST(EnrolmentCode, IsTwentySixCharactersOfTheAlphabetOfCards)
{
    EXPECT_EQ(code.text().size(), 26U);
    EXPECT_EQ(code.text().find_first_not_of(alphabet), std::string::npos);
    EXPECT_TRUE(code.text().starts_with("AAAQEAYEAUDAOCAJ")); // RFC 4648 base32 of the bytes 0 to 9
}

TEST(EnrolmentCode, StaysTheSameForGood)
{
    EXPECT_EQ(code.text(), "AAAQEAYEAUDAOCAJMRSWMZ3I" + check_characters("AAAQEAYEAUDAOCAJMRSWMZ3I"));
    EXPECT_EQ(check_characters("AAAQEAYEAUDAOCAJMRSWMZ3I"), "6U");
}

TEST(EnrolmentCode, IsShownInFiveGroups)
{
    EXPECT_EQ(code.grouped(), "AAAQE AYEAU DAOCA JMRSW MZ3I6U");
}

TEST(EnrolmentCode, IsReadAsItIsShownAndAsPeopleTypeIt)
{
    EXPECT_EQ(EnrolmentCode::parse(code.text()), code);
    EXPECT_EQ(EnrolmentCode::parse(code.grouped()), code);
    EXPECT_EQ(EnrolmentCode::parse("  aaaqe-ayeau-da0ca-jmrsw-mz3i6u\r\n"), code); // a nought for the letter
}

TEST(EnrolmentCode, IsRefusedInAnotherLengthOrWithOtherCharacters)
{
    expect_refused(EnrolmentCode::parse(""), Why::invalid_input, "-");
    expect_refused(EnrolmentCode::parse(code.text().substr(1)), Why::invalid_input, code.text());
    expect_refused(EnrolmentCode::parse(code.text() + "A"), Why::invalid_input, code.text());
    expect_refused(EnrolmentCode::parse("9" + code.text().substr(1)), Why::invalid_input, code.text());
    expect_refused(EnrolmentCode::parse(std::string(100'000, 'A')), Why::invalid_input, "AAAAAAAAAAAA");
}

TEST(EnrolmentCode, FindsEveryCharacterThatIsWrong)
{
    for (std::size_t place = 0; place < code.text().size(); ++place) {
        for (const char other : alphabet) {
            auto slip = code.text();
            if (std::exchange(slip[place], other) != other) {
                expect_refused(EnrolmentCode::parse(slip), Why::conflict, slip);
            }
        }
    }
}

RC_GTEST_PROP(EnrolmentCode, FindsEveryTwoNeighboursExchanged, ())
{
    EnrolmentSecret any;
    std::ranges::generate(any, [] { return static_cast<std::byte>(*rc::gen::arbitrary<unsigned char>()); });
    auto slip = EnrolmentCode{authority, any}.text();
    const auto place = *rc::gen::inRange<std::size_t>(0, slip.size() - 1);
    RC_PRE(slip[place] != slip[place + 1]);
    std::swap(slip[place], slip[place + 1]);
    RC_ASSERT(!EnrolmentCode::parse(slip));
}

RC_GTEST_PROP(EnrolmentCode, ComesBackFromItsText, ())
{
    AuthorityHash any_authority;
    EnrolmentSecret any_secret;
    const auto any_byte = [] { return static_cast<std::byte>(*rc::gen::arbitrary<unsigned char>()); };
    std::ranges::generate(any_authority, any_byte);
    std::ranges::generate(any_secret, any_byte);
    const EnrolmentCode any{any_authority, any_secret};
    const auto again = EnrolmentCode::parse(any.text());
    RC_ASSERT(again.has_value() && *again == any);
}

TEST(EnrolmentInvitation, IsWrittenInQrsAlphanumericModeOnly)
{
    constexpr std::string_view alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"; // ISO/IEC 18004, table 5
    EXPECT_EQ(invitation.text().find_first_not_of(alphanumeric), std::string::npos);
    EXPECT_TRUE(invitation.text().starts_with("VERANDAH/1/192.168.1.10/8444/AAAQEAYE"));
    EXPECT_LE(invitation.text().size(), 108U); // of version 6 at level Q
}

TEST(EnrolmentInvitation, ComesBackFromItsText)
{
    for (const auto* host : {"192.168.1.10", "hub.lan", "fd00::1", "a-b.example"}) {
        const EnrolmentInvitation each{host, 443, authority, secret};
        EXPECT_EQ(EnrolmentInvitation::parse(each.text()), each) << host;
        EXPECT_EQ(EnrolmentInvitation::parse(each.text() + "\r\n"), each) << host;
    }
}

TEST(EnrolmentInvitation, IsReadFromAScannerThatSendsLowerCase)
{
    auto lower = invitation.text();
    std::ranges::transform(lower, lower.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    EXPECT_EQ(EnrolmentInvitation::parse(lower), invitation);
}

TEST(EnrolmentInvitation, FindsEveryCharacterThatIsWrong)
{
    const auto text = invitation.text();
    for (std::size_t place = 0; place < text.size(); ++place) {
        for (const char other : std::string_view{"AZ27/.:0"}) {
            auto slip = text;
            if (std::exchange(slip[place], other) != other) {
                EXPECT_FALSE(EnrolmentInvitation::parse(slip)) << slip;
            }
        }
    }
}

TEST(EnrolmentInvitation, IsRefusedWithPartsThatAreNoneThoughTheirCheckIsRight)
{
    const auto with_check = [](const std::string& content) { return content + check_characters(content); };
    const auto key = base32(authority);
    const auto word = base32(secret);
    ASSERT_TRUE(EnrolmentInvitation::parse(with_check("VERANDAH/1/HUB/8444/" + key + "/" + word)));
    for (const auto& content : {"VERANDAH/2/HUB/8444/" + key + "/" + word, "VERANDAH/1//8444/" + key + "/" + word,
                                "VERANDAH/1/HUB/0/" + key + "/" + word, "VERANDAH/1/HUB/65536/" + key + "/" + word,
                                "VERANDAH/1/HUB/08444/" + key + "/" + word, "VERANDAH/1/HUB//" + key + "/" + word,
                                "VERANDAH/1/H B/8444/" + key + "/" + word, "VERANDAH/1/HUB/8444/" + key + "A/" + word,
                                "VERANDAH/1/HUB/8444/" + key.substr(1) + "/" + word,
                                "VERANDAH/1/HUB/8444/" + key + "/" + word + "/A", "VERANDAH/1/HUB/8444/" + key,
                                std::string{"VERANDAH/1/"}, std::string{"VERANDAH/"}, std::string{"VERANDAH"}}) {
        EXPECT_FALSE(EnrolmentInvitation::parse(with_check(content))) << content;
    }
}

TEST(EnrolmentInvitation, IsToldFromACard)
{
    EXPECT_TRUE(looks_like_invitation(invitation.text()));
    EXPECT_TRUE(looks_like_invitation(" verandah/9/whatever"));
    EXPECT_FALSE(looks_like_invitation("AAAQEAYEAUDAOCAJBIFQYDIOB4IBCEQTCQKRMFY"));
    EXPECT_FALSE(looks_like_invitation(""));
}

} // namespace

} // namespace verandah::domain
