// SPDX-License-Identifier: Apache-2.0
// Cutting a screen into rectangles.
#include "shared/ui/rect.hpp"

#include <gtest/gtest.h>

namespace verandah::ui {
namespace {

TEST(Rect, CutsAStripAndKeepsTheRestBehindTheGap)
{
    Rect rest{10, 20, 100, 50};
    EXPECT_EQ(rest.cut_top(10, 5), (Rect{10, 20, 100, 10}));
    EXPECT_EQ(rest, (Rect{10, 35, 100, 35}));
}

TEST(Rect, NeverCutsMoreThanThereIs)
{
    Rect rest{0, 0, 30, 10};
    EXPECT_EQ(rest.cut_end(50, 5), (Rect{0, 0, 30, 10}));
    EXPECT_EQ(rest.width, 0);
}

TEST(Rect, SharesAGridEqually)
{
    const auto cells = Rect{0, 0, 100, 60}.grid(2, 2, 20);
    ASSERT_EQ(cells.size(), 4U);
    EXPECT_EQ(cells[3], (Rect{60, 40, 40, 20}));
}

TEST(Rect, DoesNotOverlapANeighbourItTouches)
{
    EXPECT_FALSE((Rect{0, 0, 10, 10}.overlaps(Rect{10, 0, 10, 10})));
    EXPECT_TRUE((Rect{0, 0, 10, 10}.overlaps(Rect{9, 9, 10, 10})));
}

TEST(Flow, WrapsWhenALineIsFull)
{
    Flow flow{{0, 0, 100, 100}, 10};
    static_cast<void>(flow.place({60, 20}));
    EXPECT_EQ(flow.place({60, 20}), (Rect{0, 30, 60, 20}));
    EXPECT_EQ(flow.bottom(), 50);
}

} // namespace
} // namespace verandah::ui
