// SPDX-License-Identifier: Apache-2.0
// Everything is placed on whole pixels, so that faces have crisp edges and text is never resampled.
#include "shared/ui/gl_painter.hpp"

#include <SDL_opengl.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace verandah::ui {
namespace {

constexpr std::size_t most_texts = 3000;
constexpr std::size_t most_texture_bytes = 48U << 20U;

ImU32 packed(Colour colour)
{
    return IM_COL32(colour.red, colour.green, colour.blue, colour.alpha);
}

/// Edges on whole pixels; both edges are rounded, so that neighbours stay neighbours.
Rect snapped(const Rect& rect)
{
    const float left = std::round(rect.x);
    const float top = std::round(rect.y);
    return {left, top, std::round(rect.end()) - left, std::round(rect.bottom()) - top};
}

ImVec2 top_left(const Rect& rect)
{
    return {rect.x, rect.y};
}

ImVec2 bottom_right(const Rect& rect)
{
    return {rect.end(), rect.bottom()};
}

float fitting_radius(const Rect& rect, float radius)
{
    return std::min({radius, rect.width / 2, rect.height / 2});
}

ImTextureID handle(Texture texture)
{
    return reinterpret_cast<ImTextureID>(texture); // ImGui's name for a texture is a pointer
}

/// One byte of coverage a pixel, read by the shader as white with that alpha.
Texture make_texture(const AlphaBitmap& bitmap)
{
    GLuint name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    for (const auto& [side, source] : {std::pair{GL_TEXTURE_SWIZZLE_R, GL_ONE},
                                       {GL_TEXTURE_SWIZZLE_G, GL_ONE},
                                       {GL_TEXTURE_SWIZZLE_B, GL_ONE},
                                       {GL_TEXTURE_SWIZZLE_A, GL_RED}}) {
        glTexParameteri(GL_TEXTURE_2D, static_cast<GLenum>(side), source);
    }
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, bitmap.width, bitmap.height, 0, GL_RED, GL_UNSIGNED_BYTE,
                 bitmap.alpha.data());
    return name;
}

/// Blanked first: the driver may keep a deleted texture's memory for a while.
void remove_texture(Texture texture)
{
    const auto name = static_cast<GLuint>(texture);
    glBindTexture(GL_TEXTURE_2D, name);
    GLint width = 0;
    GLint height = 0;
    glGetTexLevelParameteriv(GL_TEXTURE_2D, 0, GL_TEXTURE_WIDTH, &width);
    glGetTexLevelParameteriv(GL_TEXTURE_2D, 0, GL_TEXTURE_HEIGHT, &height);
    const std::vector<std::uint8_t> blank(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, width, height, GL_RED, GL_UNSIGNED_BYTE, blank.data());
    glDeleteTextures(1, &name);
}

/// A soft round corner, as a square of (radius + blur) pixels a side mirrored into all four: 1 within, 0 at the rim.
AlphaBitmap soft_disc(int radius, int blur)
{
    const int side = 2 * (radius + blur);
    AlphaBitmap bitmap{.width = side, .height = side, .offset = {}, .alpha = {}};
    const float middle = static_cast<float>(side) / 2;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const float distance =
                std::hypot(static_cast<float>(x) + 0.5F - middle, static_cast<float>(y) + 0.5F - middle);
            const float within = (middle - distance) / static_cast<float>(2 * blur);
            const float part = std::clamp(within, 0.0F, 1.0F);
            bitmap.alpha.push_back(static_cast<std::uint8_t>(std::lround(255 * part * part * (3 - 2 * part))));
        }
    }
    return bitmap;
}

} // namespace

GlPainter::GlPainter() : cache_{{.make = make_texture, .remove = remove_texture}, most_texts, most_texture_bytes} {}

GlPainter::~GlPainter()
{
    for (const auto& [shape, texture] : shadows_) {
        remove_texture(texture);
    }
}

void GlPainter::begin(ImDrawList& list)
{
    list_ = &list;
    ground_.reset();
    cache_.trim();
}

void GlPainter::fill(const Rect& rect, Colour colour, float radius)
{
    const Rect place = snapped(rect);
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    if (list_->VtxBuffer.empty() && colour.alpha == 255 && place.contains(Rect{0, 0, screen.x, screen.y})) {
        ground_ = colour;
        return;
    }
    list_->AddRectFilled(top_left(place), bottom_right(place), packed(colour), fitting_radius(place, radius));
}

void GlPainter::fill_gradient(const Rect& rect, Colour top, Colour bottom)
{
    const Rect place = snapped(rect);
    list_->AddRectFilledMultiColor(top_left(place), bottom_right(place), packed(top), packed(top), packed(bottom),
                                   packed(bottom));
}

void GlPainter::outline(const Rect& rect, Colour colour, float radius, float thickness)
{
    const float width = std::max(1.0F, std::round(thickness));
    const Rect middle = snapped(rect).inset(width / 2);
    list_->PathRect(top_left(middle), bottom_right(middle), std::max(0.0F, fitting_radius(rect, radius) - width / 2));
    list_->PathStroke(packed(colour), ImDrawFlags_Closed, width);
}

void GlPainter::shadow(const Rect& rect, Colour colour, float radius, float blur, float drop)
{
    const ShadowShape shape{static_cast<int>(std::round(fitting_radius(rect, radius))),
                            std::max(1, static_cast<int>(std::round(blur)))};
    const auto corner = static_cast<float>(shape.radius + shape.blur);
    const Rect place = snapped(rect.moved(0, drop).inset(-static_cast<float>(shape.blur)));
    const ImTextureID texture = handle(shadow_texture(shape));
    const float across[]{place.x, place.x + corner, place.end() - corner, place.end()};
    const float down[]{place.y, place.y + corner, place.bottom() - corner, place.bottom()};
    const float part[]{0, 0.5F, 0.5F, 1};
    list_->PushTextureID(texture);
    const bool middle_is_covered = drop <= radius;
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 3; ++column) {
            if (row == 1 && column == 1 && middle_is_covered) {
                continue;
            }
            list_->PrimReserve(6, 4);
            list_->PrimRectUV({across[column], down[row]}, {across[column + 1], down[row + 1]},
                              {part[column], part[row]}, {part[column + 1], part[row + 1]}, packed(colour));
        }
    }
    list_->PopTextureID();
}

void GlPainter::arch(const Rect& rect, Colour colour)
{
    const Rect place = snapped(rect);
    const float radius = std::min(place.width / 2, place.height);
    list_->PathLineTo({place.x, place.bottom()});
    list_->PathArcTo({place.x + radius, place.y + radius}, radius, std::numbers::pi_v<float>,
                     2 * std::numbers::pi_v<float>);
    list_->PathLineTo({place.end(), place.bottom()});
    list_->PathFillConvex(packed(colour));
}

void GlPainter::text(const Rect& box, const TextRequest& request, Colour colour)
{
    const TextCache::Entry& entry = cache_.drawn(request);
    if (entry.texture == 0) {
        return;
    }
    const Rect place = entry.box.moved(std::round(box.x), std::round(box.y));
    list_->AddImage(handle(entry.texture), top_left(place), bottom_right(place), {0, 0}, {1, 1}, packed(colour));
}

void GlPainter::icon(const Rect& square, const Icon& icon, Colour colour, Facing facing)
{
    const Rect place = snapped(square);
    const TextCache::Entry& entry = cache_.drawn_icon(icon.codepoint, static_cast<int>(place.width));
    if (entry.texture == 0) {
        return;
    }
    const float left = facing == Facing::mirrored ? 1.0F : 0.0F;
    list_->AddImage(handle(entry.texture), top_left(place), bottom_right(place), {left, 0}, {1 - left, 1},
                    packed(colour));
}

void GlPainter::qr(const Rect& square, const QrCode& code)
{
    const auto all = static_cast<float>(code.side() + 2 * QrCode::quiet_modules);
    const float module = std::max(1.0F, std::floor(std::min(square.width, square.height) / all));
    const Rect place = snapped(square.centred({module * all, module * all}));
    list_->AddRectFilled(top_left(place), bottom_right(place), IM_COL32_WHITE);
    for (int row = 0; row < code.side(); ++row) {
        for (int column = 0; column < code.side(); ++column) {
            if (code.dark(column, row)) {
                const float x = place.x + module * static_cast<float>(column + QrCode::quiet_modules);
                const float y = place.y + module * static_cast<float>(row + QrCode::quiet_modules);
                list_->AddRectFilled({x, y}, {x + module, y + module}, IM_COL32_BLACK);
            }
        }
    }
}

void GlPainter::clip(const Rect& rect)
{
    const Rect place = snapped(rect);
    list_->PushClipRect(top_left(place), bottom_right(place), true);
}

void GlPainter::unclip()
{
    list_->PopClipRect();
}

MeasuredText GlPainter::measure(const TextRequest& request)
{
    return cache_.measure(request);
}

float GlPainter::caret_at(const TextRequest& request, std::size_t index)
{
    return cache_.shaper().caret_at(request, index);
}

void GlPainter::forget_everything()
{
    cache_.forget_everything();
}

Texture GlPainter::shadow_texture(ShadowShape shape)
{
    const auto [found, added] = shadows_.try_emplace(shape);
    if (added) {
        found->second = make_texture(soft_disc(shape.radius, shape.blur));
    }
    return found->second;
}

} // namespace verandah::ui
