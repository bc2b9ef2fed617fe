// SPDX-License-Identifier: Apache-2.0
// A phrase of pictures is known again, and no other is.
#include "shared/vault/picture_lock.hpp"

#include <gtest/gtest.h>

#include <array>

namespace verandah::vault {
namespace {

using domain::PicturePhrase;

const auto phrase = PicturePhrase::parse("03170422").value();

TEST(APictureLock, OpensWithItsPhrase)
{
    EXPECT_TRUE(opens(lock_with(phrase), phrase));
}

TEST(APictureLock, StaysClosedToEveryPhraseThatDiffersInOnePicture)
{
    const auto lock = lock_with(phrase);
    for (std::size_t at = 0; at < PicturePhrase::length; ++at) {
        for (int picture = 1; picture <= PicturePhrase::pictures; ++picture) {
            std::array numbers{3, 17, 4, 22};
            if (numbers.at(at) != picture) {
                numbers.at(at) = picture;
                EXPECT_FALSE(opens(lock, PicturePhrase::make(numbers).value())) << at << ' ' << picture;
            }
        }
    }
}

TEST(APictureLock, StaysClosedToTheSamePicturesInAnotherOrder)
{
    EXPECT_FALSE(opens(lock_with(phrase), PicturePhrase::parse("22041703").value()));
}

TEST(APictureLock, IsAnotherEachTime)
{
    EXPECT_NE(lock_with(phrase), lock_with(phrase));
}

} // namespace
} // namespace verandah::vault
