// SPDX-License-Identifier: Apache-2.0
// Words drawn from the list, and what was typed put in order.
#include "shared/vault/passphrase.hpp"

#include "shared/vault/random.hpp"

#include <algorithm>
#include <ranges>
#include <string>
#include <vector>

namespace verandah::vault {

namespace {

constexpr std::string_view white_space = " \t\r\n\v\f";
constexpr std::size_t longest_word = 9; // of the list; room for it is made at once, so that no half is left behind

std::vector<std::string_view> split(std::string_view text, std::string_view separators)
{
    std::vector<std::string_view> words;
    for (auto begin = text.find_first_not_of(separators); begin != std::string_view::npos;) {
        const auto end = std::min(text.find_first_of(separators, begin), text.size());
        words.push_back(text.substr(begin, end - begin));
        begin = text.find_first_not_of(separators, end);
    }
    return words;
}

const std::vector<std::string_view>& list()
{
    static const auto words = split(passphrase_words(), "\n");
    return words;
}

char in_lower_case(char letter) // of ASCII alone: no locale has a say here
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

} // namespace

files::SecretText make_passphrase(std::size_t words)
{
    std::string text;
    text.reserve(words * (longest_word + 1));
    for (std::size_t word = 0; word < words; ++word) {
        text += word == 0 ? "" : " ";
        text += list()[random_below(static_cast<std::uint32_t>(list().size()))];
    }
    return files::SecretText{std::move(text)};
}

files::SecretText read_passphrase(std::string_view typed)
{
    std::string text;
    text.reserve(typed.size() + 1);
    for (const auto word : split(typed, white_space)) {
        text += text.empty() ? "" : " ";
        std::ranges::transform(word, std::back_inserter(text), in_lower_case);
    }
    return files::SecretText{std::move(text)};
}

KnownWords known_words(std::string_view passphrase)
{
    const auto words = split(passphrase, white_space);
    const auto is_known = [](std::string_view word) { return std::ranges::find(list(), word) != list().end(); };
    return {static_cast<std::size_t>(std::ranges::count_if(words, is_known)), words.size()};
}

} // namespace verandah::vault
