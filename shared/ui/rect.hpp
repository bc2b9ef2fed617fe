// SPDX-License-Identifier: Apache-2.0
// Rectangles and how a screen is cut into them. x grows from the reading start (the left in English, the right in
// Arabic): a screen is written once and Frame mirrors it when it draws. Pixels, y downwards.
#pragma once

#include <algorithm>
#include <vector>

namespace verandah::ui {

struct Point {
    float x = 0;
    float y = 0;
    friend bool operator==(Point, Point) = default;
};

struct Size {
    float width = 0;
    float height = 0;
    friend bool operator==(Size, Size) = default;
};

struct Rect {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;
    friend bool operator==(const Rect&, const Rect&) = default;

    [[nodiscard]] float end() const { return x + width; }
    [[nodiscard]] float bottom() const { return y + height; }
    [[nodiscard]] Point centre() const { return {x + width / 2, y + height / 2}; }
    [[nodiscard]] Size size() const { return {width, height}; }
    [[nodiscard]] bool contains(Point point) const;
    [[nodiscard]] bool contains(const Rect& other) const; ///< With half a pixel of grace for rounding.
    [[nodiscard]] bool overlaps(const Rect& other) const; ///< Touching edges do not overlap.
    [[nodiscard]] Rect intersection(const Rect& other) const;

    [[nodiscard]] Rect inset(float all) const { return inset(all, all); }
    [[nodiscard]] Rect inset(float horizontal, float vertical) const;
    [[nodiscard]] Rect moved(float right, float down) const { return {x + right, y + down, width, height}; }
    [[nodiscard]] Rect centred(Size inner) const;  ///< A box of `inner` in the middle of this one.
    [[nodiscard]] Rect at_start(Size inner) const; ///< At the start edge, vertically in the middle.
    [[nodiscard]] Rect at_end(Size inner) const;   ///< At the end edge, vertically in the middle.

    /// Cut a strip off and keep the rest (this rect shrinks by strip + gap). Never cuts below zero.
    Rect cut_top(float strip, float gap = 0);
    Rect cut_bottom(float strip, float gap = 0);
    Rect cut_start(float strip, float gap = 0);
    Rect cut_end(float strip, float gap = 0);

    /// Equal parts with `gap` between them.
    [[nodiscard]] std::vector<Rect> columns(int count, float gap) const;
    [[nodiscard]] std::vector<Rect> rows(int count, float gap) const;
    [[nodiscard]] std::vector<Rect> grid(int column_count, int row_count, float gap) const; ///< Row by row.
};

/// Places boxes one after another from the start, wrapping like words: for chips.
class Flow {
public:
    Flow(const Rect& area, float gap) : area_{area}, gap_{gap}, next_{area.x, area.y} {}

    [[nodiscard]] Rect place(Size size);
    [[nodiscard]] float bottom() const { return next_.y + line_height_; } ///< Where the last line ends.

private:
    Rect area_;
    float gap_;
    Point next_;
    float line_height_ = 0;
};

} // namespace verandah::ui
