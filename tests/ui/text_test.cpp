// SPDX-License-Identifier: Apache-2.0
// Shaping, and a cache that is bounded and can forget.
#include "shared/ui/icon.hpp"
#include "shared/ui/text.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

namespace verandah::ui {
namespace {

std::size_t ink(const AlphaBitmap& bitmap)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(bitmap.alpha, [](std::uint8_t alpha) { return alpha > 127; }));
}

class Scripts : public testing::TestWithParam<std::string_view> {};

TEST_P(Scripts, AreShapedIntoInk)
{
    const TextShaper shaper;
    const TextRequest request{.text = GetParam(), .size = 40};
    EXPECT_GT(ink(shaper.paint(request)), 300U);
    EXPECT_GT(shaper.measure(request).size.width, 40);
}
INSTANTIATE_TEST_SUITE_P(OfTheHouse, Scripts, testing::Values("Welcome", "स्वागत है", "أهلًا بك"));

TEST(TextShaper, JoinsArabicLetters)
{
    const TextShaper shaper;
    const float joined = shaper.measure({.text = "بب", .size = 40}).size.width;
    const float apart = shaper.measure({.text = "ب‌ب", .size = 40}).size.width; // a zero-width non-joiner between
    EXPECT_NE(joined, apart);
}

TEST(TextShaper, DrawsHeavierWeightsWithMoreInk)
{
    const TextShaper shaper;
    const auto weighed = [&](Weight weight) {
        return ink(shaper.paint({.text = "Done", .size = 60, .weight = weight}));
    };
    EXPECT_LT(weighed(Weight::regular), weighed(Weight::semibold));
    EXPECT_LT(weighed(Weight::semibold), weighed(Weight::bold));
    EXPECT_LT(weighed(Weight::bold), weighed(Weight::heavy));
}

TEST(TextShaper, WrapsToItsWidth)
{
    const TextShaper shaper;
    const auto text =
        shaper.measure({.text = "Take a picture of this square", .size = 20, .width = 150, .max_lines = 0});
    EXPECT_GT(text.lines, 1);
    EXPECT_LE(text.size.width, 150);
    EXPECT_TRUE(text.complete);
}

/// The last column with ink among rows `first` to `last`.
int right_edge(const AlphaBitmap& bitmap, int first, int last)
{
    int edge = 0;
    for (int y = first; y < last; ++y) {
        for (int x = 0; x < bitmap.width; ++x) {
            if (bitmap.alpha[static_cast<std::size_t>(y) * static_cast<std::size_t>(bitmap.width) +
                             static_cast<std::size_t>(x)] > 127) {
                edge = std::max(edge, x);
            }
        }
    }
    return edge;
}

TEST(TextShaper, BeginsEveryArabicLineAtTheRight)
{
    const TextShaper shaper;
    const AlphaBitmap lines = shaper.paint({.text = "التقطي صورة لهذا المربع الآن رقم",
                                            .size = 30,
                                            .direction = Direction::right_to_left,
                                            .width = 300,
                                            .max_lines = 0});
    const int upper = right_edge(lines, 0, lines.height / 2);
    const int lower = right_edge(lines, lines.height / 2, lines.height);
    EXPECT_NEAR(upper, lower, 6);
}

TEST(TextShaper, GivesEveryScriptOneLineHeight)
{
    const TextShaper shaper;
    EXPECT_EQ(shaper.measure({.text = "أهلًا بك", .size = 40}).size.height,
              shaper.measure({.text = "स्वागत है", .size = 40}).size.height);
}

TEST(TextShaper, SaysWhenAWordHadToBeBroken)
{
    const TextShaper shaper;
    EXPECT_FALSE(shaper.measure({.text = "Unterstützungsangebot", .size = 20, .width = 60, .max_lines = 0}).complete);
}

TEST(TextShaper, SurvivesBrokenBytes)
{
    const TextShaper shaper;
    EXPECT_GT(shaper.measure({.text = "a\xFF\xFE", .size = 20}).size.width, 0);
}

TEST(TextShaper, KeepsABitmapWithinWhatATextureHolds)
{
    const TextShaper shaper;
    const AlphaBitmap bitmap = shaper.paint({.text = std::string(2000, 'W'), .size = 40});
    EXPECT_LE(bitmap.width, 8192);
    EXPECT_GT(ink(bitmap), 0U);
}

TEST(Icons, AreAllInTheFont)
{
    const TextShaper shaper;
    const AlphaBitmap nothing = shaper.paint_icon(0xF8FE, 48); // a place the font leaves empty
    for (const Icon& icon : every_icon()) {
        const AlphaBitmap drawn = shaper.paint_icon(icon.codepoint, 48);
        EXPECT_GT(ink(drawn), 40U) << icon.name;
        EXPECT_NE(drawn.alpha, nothing.alpha) << icon.name;
    }
}

TEST(Icons, AreFoundByName)
{
    ASSERT_TRUE(find_icon("shower"));
    EXPECT_EQ(*find_icon("shower"), icon::shower);
    EXPECT_FALSE(find_icon("unicorn"));
}

TEST(Fonts, OfTheHouseAreInstalled)
{
    EXPECT_THAT(missing_fonts(), testing::IsEmpty());
}

/// Textures as names in a set, so that a test can see which are alive.
struct Textures {
    std::set<Texture> alive;
    Texture next = 1;

    TextureMaker maker()
    {
        return {.make = [this](const AlphaBitmap&) { return *alive.insert(next++).first; },
                .remove = [this](Texture texture) { alive.erase(texture); }};
    }
};

TEST(TextCache, ShapesATextOnce)
{
    Textures textures;
    TextCache cache{textures.maker(), 10, 1'000'000};
    const Texture first = cache.drawn({.text = "47", .size = 30}).texture;
    EXPECT_EQ(cache.drawn({.text = "47", .size = 30}).texture, first);
    EXPECT_NE(cache.drawn({.text = "47", .size = 31}).texture, first);
}

TEST(TextCache, KeepsToItsBoundAndThrowsOutTheOldestFirst)
{
    Textures textures;
    TextCache cache{textures.maker(), 3, 1'000'000};
    for (const char* text : {"1", "2", "3", "4", "5"}) {
        static_cast<void>(cache.drawn({.text = text, .size = 30}));
    }
    const Texture newest = cache.drawn({.text = "5", .size = 30}).texture;
    cache.trim();
    EXPECT_EQ(cache.entries(), 3U);
    EXPECT_EQ(textures.alive.size(), 3U);
    EXPECT_TRUE(textures.alive.contains(newest));
}

TEST(TextCache, KeepsToItsBoundInBytes)
{
    Textures textures;
    TextCache cache{textures.maker(), 1000, 20'000};
    for (int number = 0; number < 40; ++number) {
        static_cast<void>(cache.drawn({.text = std::to_string(number), .size = 40}));
    }
    cache.trim();
    EXPECT_LE(cache.bytes(), 20'000U);
}

TEST(TextCache, HoldsNothingAfterForgettingEverything)
{
    Textures textures;
    TextCache cache{textures.maker(), 100, 1'000'000};
    static_cast<void>(cache.drawn({.text = "a visitor's number is 47", .size = 30}));
    static_cast<void>(cache.drawn_icon(icon::shower.codepoint, 30));
    static_cast<void>(cache.measure({.text = "and more", .size = 30}));

    cache.forget_everything();

    EXPECT_EQ(cache.entries(), 0U);
    EXPECT_EQ(cache.bytes(), 0U);
    EXPECT_TRUE(textures.alive.empty());
}

} // namespace
} // namespace verandah::ui
