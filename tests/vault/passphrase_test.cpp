// SPDX-License-Identifier: Apache-2.0
// Passphrases: made of the list's words, and read as people type them.
#include "shared/domain/staff/secret_rule.hpp"
#include "shared/vault/passphrase.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace verandah::vault {

namespace {

std::vector<std::string> words_of(std::string_view text)
{
    std::istringstream stream{std::string{text}};
    return {std::istream_iterator<std::string>{stream}, {}};
}

std::string as_read(std::string_view typed)
{
    return std::string{read_passphrase(typed).view()};
}

TEST(TheWordList, HasAWordForEveryThrowOfFiveDice)
{
    const auto words = words_of(passphrase_words());

    EXPECT_EQ(std::set(words.begin(), words.end()).size(), 6U * 6U * 6U * 6U * 6U);
}

TEST(TheWordList, HasOnlyWordsThatAreReadAsTheyAreWritten)
{
    for (const auto& word : words_of(passphrase_words())) {
        EXPECT_EQ(as_read(word), word);
    }
}

TEST(TheWordList, MakesFourWordsLongEnoughForStaffAtTheirShortest)
{
    auto words = words_of(passphrase_words());
    const auto shortest = std::ranges::min(words, {}, &std::string::size).size();

    EXPECT_GE(staff_words * shortest + staff_words - 1, domain::shortest_passphrase);
}

TEST(AMadePassphrase, HasAsManyWordsOfTheListAsAskedFor)
{
    for (const auto count : {staff_words, hub_words, most_hub_words}) {
        const auto passphrase = make_passphrase(count);

        EXPECT_EQ(known_words(passphrase.view()).all, count);
        EXPECT_EQ(known_words(passphrase.view()).known, count);
    }
}

TEST(AMadePassphrase, IsAnotherEachTime)
{
    EXPECT_NE(make_passphrase(hub_words).view(), make_passphrase(hub_words).view());
}

TEST(AMadePassphrase, IsReadBackAsItWasMade)
{
    const auto passphrase = make_passphrase(hub_words);

    EXPECT_EQ(read_passphrase(passphrase.view()).view(), passphrase.view());
}

TEST(AMadePassphrase, TakesItsWordsFromTheWholeList)
{
    std::set<char> first_letters;
    for (int times = 0; times < 200; ++times) {
        first_letters.insert(make_passphrase(1).view().front());
    }
    EXPECT_GT(first_letters.size(), 10U);
}

TEST(ATypedPassphrase, IsReadAlikeInCapitalsAndWithAnySpaces)
{
    EXPECT_EQ(as_read("  River  LANTERN\tmosaic thunder\r\n"), "river lantern mosaic thunder");
}

TEST(ATypedPassphrase, KeepsEveryOtherByte)
{
    EXPECT_EQ(as_read("\xe0\xa4\xa8\xe0\xa4\xa6\xe0\xa5\x80 42!-_\xc3\x84"),
              "\xe0\xa4\xa8\xe0\xa4\xa6\xe0\xa5\x80 42!-_\xc3\x84");
}

TEST(ATypedPassphrase, IsNothingWhenNothingWasTyped)
{
    EXPECT_EQ(as_read(""), "");
    EXPECT_EQ(as_read(" \n"), "");
}

TEST(KnownWords, CountsTheWordsThatAreInTheList)
{
    const auto words = known_words("abacus zoologgy zoom");

    EXPECT_EQ(words.known, 2U);
    EXPECT_EQ(words.all, 3U);
}

} // namespace

} // namespace verandah::vault
