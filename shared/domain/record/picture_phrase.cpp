// SPDX-License-Identifier: Apache-2.0
// What is a phrase of pictures and what is none.
#include "shared/domain/record/picture_phrase.hpp"

#include <algorithm>
#include <vector>

namespace verandah::domain {

std::expected<PicturePhrase, Refusal> PicturePhrase::make(std::span<const int> numbers)
{
    const auto is_picture = [](int number) { return number >= 1 && number <= pictures; };
    if (numbers.size() != length || !std::ranges::all_of(numbers, is_picture)) {
        return refuse(Refusal::Why::invalid_input, "a phrase is four pictures of those there are");
    }
    if (std::ranges::count(numbers, numbers.front()) == std::ssize(numbers)) {
        return refuse(Refusal::Why::invalid_input, "a phrase is not one picture four times");
    }
    std::array<std::uint8_t, length> chosen{};
    std::ranges::transform(numbers, chosen.begin(), [](int number) { return static_cast<std::uint8_t>(number); });
    return PicturePhrase{chosen};
}

std::expected<PicturePhrase, Refusal> PicturePhrase::parse(std::string_view text)
{
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    std::vector<int> numbers;
    if (text.size() == 2 * length && std::ranges::all_of(text, is_digit)) {
        for (std::size_t at = 0; at < text.size(); at += 2) {
            numbers.push_back((text[at] - '0') * 10 + (text[at + 1] - '0'));
        }
    }
    return make(numbers);
}

std::string PicturePhrase::text() const
{
    std::string text;
    for (const auto number : numbers_) {
        text += static_cast<char>('0' + number / 10);
        text += static_cast<char>('0' + number % 10);
    }
    return text;
}

} // namespace verandah::domain
