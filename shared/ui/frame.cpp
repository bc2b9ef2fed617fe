// SPDX-License-Identifier: Apache-2.0
// Drawing, sizes and motion. What can be pressed is in frame_touch.cpp and frame_widgets.cpp.
#include "shared/ui/frame.hpp"

#include "shared/ui/motion.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace verandah::ui {
namespace {

constexpr std::array steps{0.0F, 4.0F, 8.0F, 12.0F, 16.0F, 24.0F, 32.0F, 48.0F};
constexpr float shrink_step = 0.94F; ///< Text that does not fit is tried so much smaller, again and again.
constexpr float fit_grace = 1.0F;    ///< Pixels a text may be wider or higher than its box.

/// Whether the middle for the eye is the middle of the capitals, as it is of letters hung from a line (Devanagari).
/// Hebrew, Arabic and their sisters have their weight elsewhere and are centred by their lines.
bool centred_by_capitals(std::string_view words)
{
    return std::ranges::none_of(words, [](char byte) {
        const auto lead = static_cast<unsigned char>(byte);
        return lead >= 0xD6U && lead <= 0xDFU;
    });
}

float along(Align align, float room)
{
    switch (align) {
    case Align::start: return 0;
    case Align::centre: return room / 2;
    case Align::end: return room;
    }
    return 0;
}

float down(const MeasuredText& text, std::string_view words, const TextRequest& request, Place place, float height)
{
    const float room = height - text.size.height;
    switch (place) {
    case Place::top: return 0;
    case Place::bottom: return room;
    case Place::middle: break;
    }
    if (text.lines == 1 && centred_by_capitals(words)) {
        return height / 2 - text.baseline + capital_part * request.size / 2;
    }
    return room / 2;
}

} // namespace

Frame::Frame(Painter& painter, Interaction& interaction, const Input& input, const View& view)
    : painter_{painter}, interaction_{interaction}, input_{input}, view_{view}
{
    ++interaction_.frame;
}

float Frame::space(int step) const
{
    return px(steps.at(static_cast<std::size_t>(step)));
}

Rect Frame::on_screen(const Rect& rect) const
{
    if (view_.direction == Direction::left_to_right) {
        return rect;
    }
    return {view_.size.width - rect.end(), rect.y, rect.width, rect.height};
}

Rect Frame::in_sight(const Rect& rect) const
{
    return clips_.empty() ? rect : rect.intersection(clips_.back());
}

void Frame::fill(const Rect& rect, Colour colour, float radius)
{
    painter_.fill(on_screen(rect), colour, radius);
}

void Frame::gradient(const Rect& rect, Colour top, Colour bottom)
{
    painter_.fill_gradient(on_screen(rect), top, bottom);
}

void Frame::outline(const Rect& rect, Colour colour, float radius, float thickness)
{
    painter_.outline(on_screen(rect), colour, radius, thickness);
}

void Frame::panel(const Rect& rect, const Panel& panel)
{
    if (panel.raised > 0) {
        painter_.shadow(on_screen(rect), theme().shadow, panel.radius, panel.raised * 1.5F, panel.raised * 0.6F);
    }
    fill(rect, panel.ground.value_or(theme().card), panel.radius);
    const Colour edge = panel.edge.value_or(theme().line);
    if (edge.alpha > 0 && panel.thickness > 0) {
        outline(rect, edge, panel.radius, panel.thickness);
    }
}

void Frame::line(Point from, float length, Colour colour)
{
    fill({from.x, from.y, length, std::max(1.0F, std::round(view_.scale))}, colour);
}

TextRequest Frame::request(std::string_view words, const TextStyle& style, float width) const
{
    return {.text = words,
            .size = style.size,
            .weight = style.weight,
            .align = style.align,
            .direction = view_.direction,
            .width = std::floor(width),
            .max_lines = 0};
}

/// As asked for when that fits; else smaller, down to `smallest`; else cut to the lines there is room for.
TextRequest Frame::fitted(const Rect& box, std::string_view words, const TextStyle& style)
{
    TextRequest shaped = request(words, style, style.max_lines == 1 ? 0 : box.width);
    const float floor = style.smallest > 0 ? std::min(style.smallest, style.size) : style.size;
    while (true) {
        const MeasuredText measured = painter_.measure(shaped);
        const bool few_enough = style.max_lines == 0 || measured.lines <= style.max_lines;
        const bool low_enough = style.max_lines == 1 || measured.size.height <= box.height + fit_grace;
        if (few_enough && low_enough && measured.complete && measured.size.width <= box.width + fit_grace) {
            return shaped;
        }
        if (shaped.size <= floor) {
            const float line_height = std::max(1.0F, measured.size.height / static_cast<float>(measured.lines));
            const int room = std::max(1, static_cast<int>((box.height + fit_grace) / line_height));
            shaped.width = std::max(1.0F, std::floor(box.width));
            shaped.max_lines = style.max_lines == 0 ? room : std::min(room, style.max_lines);
            return shaped;
        }
        shaped.size = std::max(floor, shaped.size * shrink_step);
    }
}

Rect Frame::text(const Rect& box, std::string_view words, const TextStyle& style)
{
    if (words.empty()) {
        return {box.x, box.y, 0, 0};
    }
    const TextRequest shaped = fitted(box, words, style);
    const MeasuredText measured = painter_.measure(shaped);
    const Rect used{box.x + along(style.align, box.width - measured.size.width),
                    box.y + down(measured, words, shaped, style.place, box.height), measured.size.width,
                    measured.size.height};
    painter_.text(on_screen(used), shaped, style.colour.value_or(theme().ink));
    return used;
}

Size Frame::measure(std::string_view words, const TextStyle& style, float width)
{
    if (words.empty()) {
        return {};
    }
    return painter_.measure(request(words, style, width)).size;
}

void Frame::icon(const Rect& box, const Icon& icon, Colour colour)
{
    if (!icon.shown()) {
        return;
    }
    const float side = std::round(std::min(box.width, box.height));
    const bool mirrored = icon.directional && view_.direction == Direction::right_to_left;
    painter_.icon(on_screen(box.centred({side, side})), icon, colour, mirrored ? Facing::mirrored : Facing::as_drawn);
}

void Frame::progress(const Rect& rect, float fraction)
{
    const float radius = rect.height / 2;
    fill(rect, theme().track, radius);
    const float done = rect.width * std::clamp(fraction, 0.0F, 1.0F);
    if (done >= rect.height) { // shorter than that it would not be round
        fill({rect.x, rect.y, done, rect.height}, theme().sun, radius);
    }
}

void Frame::qr(const Rect& box, const QrCode& code)
{
    const float side = std::min(box.width, box.height);
    painter_.qr(on_screen(box.centred({side, side})), code);
}

void Frame::house_mark(const Rect& box)
{
    // Parts of the whole width and height, from the pictures: outer, middle, inner arch and the doorway.
    constexpr float ratio = 0.745F;
    const float width = std::min(box.width, box.height / ratio);
    const Rect mark = box.centred({width, width * ratio});
    const std::array arches{std::pair{1.0F, theme().arch_outer}, std::pair{0.744F, theme().arch_middle},
                            std::pair{0.488F, theme().arch_inner}, std::pair{0.256F, theme().paper}};
    constexpr std::array heights{1.0F, 0.811F, 0.624F, 0.451F};
    for (std::size_t i = 0; i < arches.size(); ++i) {
        const float arch_width = mark.width * arches[i].first;
        const float arch_height = mark.height * heights[i];
        painter_.arch(
            on_screen({mark.x + (mark.width - arch_width) / 2, mark.bottom() - arch_height, arch_width, arch_height}),
            arches[i].second);
    }
}

void Frame::veil()
{
    fill(area(), theme().veil);
}

float Frame::moving(std::string_view name, float target, float start)
{
    if (view_.motion == Motion::reduced) {
        return target;
    }
    const auto [found, added] = interaction_.moving.try_emplace(widget_id(name));
    Interaction::Moving& way = found->second;
    const auto place = [this](const Interaction::Moving& moved) {
        const double part = (view_.seconds - moved.since) / motion_seconds;
        return moved.from + (moved.to - moved.from) * eased(part);
    };
    if (added) {
        way = {.from = start, .to = target, .since = view_.seconds};
    } else if (way.to != target) {
        way = {.from = place(way), .to = target, .since = view_.seconds};
    }
    way.seen_in = interaction_.frame;
    if (way.from != way.to && view_.seconds < way.since + motion_seconds) {
        again_in(0);
    }
    return place(way);
}

void Frame::again_in(double seconds)
{
    next_frame_ = std::min(seconds, next_frame_.value_or(seconds));
}

} // namespace verandah::ui
