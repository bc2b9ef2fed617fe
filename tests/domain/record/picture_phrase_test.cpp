// SPDX-License-Identifier: Apache-2.0
// What is a phrase of pictures and what is none.
#include "shared/domain/record/picture_phrase.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <vector>

namespace verandah::domain {
namespace {

RC_GTEST_PROP(APicturePhrase, IsReadBackFromItsText, ())
{
    const auto numbers =
        *rc::gen::container<std::vector<int>>(PicturePhrase::length, rc::gen::inRange(1, PicturePhrase::pictures + 1));
    if (const auto phrase = PicturePhrase::make(numbers)) {
        RC_ASSERT(PicturePhrase::parse(phrase->text()).value() == *phrase);
    } else {
        RC_ASSERT(std::ranges::count(numbers, numbers.front()) == std::ssize(numbers));
    }
}

TEST(APicturePhrase, HasFourPicturesOfThoseThereAre)
{
    for (const auto& numbers : std::vector<std::vector<int>>{
             {}, {1, 2, 3}, {1, 2, 3, 4, 5}, {0, 2, 3, 4}, {1, 2, 3, 25}, {-1, 2, 3, 4}, {1, 2, 3, 259}}) {
        EXPECT_FALSE(PicturePhrase::make(numbers));
    }
    EXPECT_TRUE(PicturePhrase::make(std::vector{1, 24, 24, 24}));
}

TEST(APicturePhrase, IsNotOnePictureFourTimes)
{
    EXPECT_FALSE(PicturePhrase::make(std::vector{7, 7, 7, 7}));
}

TEST(APicturePhrase, IsReadFromNoOtherText)
{
    for (const auto* text : {"", "0317042", "031704220", "03 17 04", "0317042a", "-1170422", "٠٣١٧", "99170422"}) {
        EXPECT_FALSE(PicturePhrase::parse(text)) << text;
    }
}

} // namespace
} // namespace verandah::domain
