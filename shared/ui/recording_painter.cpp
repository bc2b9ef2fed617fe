// SPDX-License-Identifier: Apache-2.0
// The painter that only remembers. It measures with the same fonts as the real one, so what fits here fits there.
#include "shared/ui/recording_painter.hpp"

namespace verandah::ui {
namespace {

constexpr std::size_t most_texts_recorded = 3000;

} // namespace

RecordingPainter::RecordingPainter()
    : cache_{{.make = [](const AlphaBitmap&) { return Texture{0}; }, .remove = [](Texture) {}}, most_texts_recorded, 0}
{
}

void RecordingPainter::fill(const Rect& rect, Colour colour, float)
{
    shapes_.push_back({Shape::Kind::fill, rect, colour});
}

void RecordingPainter::fill_gradient(const Rect& rect, Colour top, Colour)
{
    shapes_.push_back({Shape::Kind::fill, rect, top});
}

void RecordingPainter::outline(const Rect& rect, Colour colour, float, float)
{
    shapes_.push_back({Shape::Kind::outline, rect, colour});
}

void RecordingPainter::shadow(const Rect& rect, Colour colour, float, float, float)
{
    shapes_.push_back({Shape::Kind::shadow, rect, colour});
}

void RecordingPainter::arch(const Rect& rect, Colour colour)
{
    shapes_.push_back({Shape::Kind::arch, rect, colour});
}

void RecordingPainter::text(const Rect& box, const TextRequest& request, Colour colour)
{
    texts_.push_back({.words = std::string{request.text},
                      .box = box,
                      .size = request.size,
                      .weight = request.weight,
                      .colour = colour,
                      .complete = cache_.measure(request).complete,
                      .in_list = clips_ > 0});
}

void RecordingPainter::icon(const Rect& square, const Icon& icon, Colour, Facing facing)
{
    icons_.push_back({std::string{icon.name}, square, facing});
}

void RecordingPainter::qr(const Rect& square, const QrCode&)
{
    qr_codes_.push_back(square);
}

void RecordingPainter::clip(const Rect&)
{
    ++clips_;
}

void RecordingPainter::unclip()
{
    --clips_;
}

MeasuredText RecordingPainter::measure(const TextRequest& request)
{
    return cache_.measure(request);
}

float RecordingPainter::caret_at(const TextRequest& request, std::size_t index)
{
    return cache_.shaper().caret_at(request, index);
}

void RecordingPainter::forget_everything()
{
    cache_.forget_everything();
    clear();
}

void RecordingPainter::clear()
{
    cache_.trim();
    texts_.clear();
    shapes_.clear();
    icons_.clear();
    qr_codes_.clear();
}

} // namespace verandah::ui
