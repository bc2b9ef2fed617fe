// SPDX-License-Identifier: Apache-2.0
// Cutting rectangles: plain arithmetic, nothing rounds here.
#include "shared/ui/rect.hpp"

#include <iterator>

namespace verandah::ui {
namespace {

constexpr float grace = 0.5F;

/// The length of one of `count` equal parts of `whole` with gaps between them.
float part_of(float whole, int count, float gap)
{
    const auto parts = static_cast<float>(std::max(count, 1));
    return std::max(0.0F, (whole - gap * (parts - 1)) / parts);
}

} // namespace

bool Rect::contains(Point point) const
{
    return point.x >= x && point.x < end() && point.y >= y && point.y < bottom();
}

bool Rect::contains(const Rect& other) const
{
    return other.x >= x - grace && other.y >= y - grace && other.end() <= end() + grace &&
           other.bottom() <= bottom() + grace;
}

bool Rect::overlaps(const Rect& other) const
{
    return other.x < end() && x < other.end() && other.y < bottom() && y < other.bottom();
}

Rect Rect::intersection(const Rect& other) const
{
    const float left = std::max(x, other.x);
    const float top = std::max(y, other.y);
    return {left, top, std::max(0.0F, std::min(end(), other.end()) - left),
            std::max(0.0F, std::min(bottom(), other.bottom()) - top)};
}

Rect Rect::inset(float horizontal, float vertical) const
{
    return {x + horizontal, y + vertical, std::max(0.0F, width - 2 * horizontal),
            std::max(0.0F, height - 2 * vertical)};
}

Rect Rect::centred(Size inner) const
{
    return {x + (width - inner.width) / 2, y + (height - inner.height) / 2, inner.width, inner.height};
}

Rect Rect::at_start(Size inner) const
{
    return {x, y + (height - inner.height) / 2, inner.width, inner.height};
}

Rect Rect::at_end(Size inner) const
{
    return {end() - inner.width, y + (height - inner.height) / 2, inner.width, inner.height};
}

Rect Rect::cut_top(float strip, float gap)
{
    const Rect cut{x, y, width, std::min(strip, height)};
    const float gone = std::min(strip + gap, height);
    y += gone;
    height -= gone;
    return cut;
}

Rect Rect::cut_bottom(float strip, float gap)
{
    const float taken = std::min(strip, height);
    const Rect cut{x, bottom() - taken, width, taken};
    height -= std::min(strip + gap, height);
    return cut;
}

Rect Rect::cut_start(float strip, float gap)
{
    const Rect cut{x, y, std::min(strip, width), height};
    const float gone = std::min(strip + gap, width);
    x += gone;
    width -= gone;
    return cut;
}

Rect Rect::cut_end(float strip, float gap)
{
    const float taken = std::min(strip, width);
    const Rect cut{end() - taken, y, taken, height};
    width -= std::min(strip + gap, width);
    return cut;
}

std::vector<Rect> Rect::columns(int count, float gap) const
{
    const float part = part_of(width, count, gap);
    std::vector<Rect> parts;
    for (int i = 0; i < count; ++i) {
        parts.push_back({x + static_cast<float>(i) * (part + gap), y, part, height});
    }
    return parts;
}

std::vector<Rect> Rect::rows(int count, float gap) const
{
    const float part = part_of(height, count, gap);
    std::vector<Rect> parts;
    for (int i = 0; i < count; ++i) {
        parts.push_back({x, y + static_cast<float>(i) * (part + gap), width, part});
    }
    return parts;
}

std::vector<Rect> Rect::grid(int column_count, int row_count, float gap) const
{
    std::vector<Rect> cells;
    for (const Rect& row : rows(row_count, gap)) {
        std::ranges::copy(row.columns(column_count, gap), std::back_inserter(cells));
    }
    return cells;
}

Rect Flow::place(Size size)
{
    const bool starts_line = next_.x <= area_.x;
    if (!starts_line && next_.x + size.width > area_.end()) {
        next_ = {area_.x, next_.y + line_height_ + gap_};
        line_height_ = 0;
    }
    const Rect placed{next_.x, next_.y, std::min(size.width, area_.width), size.height};
    next_.x = placed.end() + gap_;
    line_height_ = std::max(line_height_, size.height);
    return placed;
}

} // namespace verandah::ui
