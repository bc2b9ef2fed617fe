// SPDX-License-Identifier: Apache-2.0
// Every text reads on its ground, in every theme.
#include "shared/ui/theme.hpp"

#include <gtest/gtest.h>

namespace verandah::ui {
namespace {

void expect_readable(const Theme& theme)
{
    for (const ContrastPair& pair : contrast_pairs(theme)) {
        EXPECT_GE(contrast(pair.ink, pair.ground), pair.least) << pair.name;
    }
}

TEST(Contrast, OfBlackOnWhiteIsTwentyOne)
{
    EXPECT_NEAR(contrast(rgb(0x000000), rgb(0xFFFFFF)), 21, 0.001);
}

TEST(Contrast, IsTheSameBothWays)
{
    EXPECT_EQ(contrast(rgb(0x17655F), rgb(0xFFFFFF)), contrast(rgb(0xFFFFFF), rgb(0x17655F)));
}

TEST(Theme, IsReadableByDay)
{
    expect_readable(Theme::light());
}

TEST(Theme, IsReadableByNight)
{
    expect_readable(Theme::night_time());
}

TEST(Theme, IsReadableInHighContrast)
{
    expect_readable(Theme::high_contrast());
}

} // namespace
} // namespace verandah::ui
