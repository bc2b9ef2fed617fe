// SPDX-License-Identifier: Apache-2.0
// The painter of real windows: ImGui's draw lists for geometry, cached textures for text, icons and soft shadows.
#pragma once

#include "shared/ui/painter.hpp"

#include <map>
#include <optional>

struct ImDrawList;

namespace verandah::ui {

/// Draws into the list it was last given. Needs a current OpenGL context for as long as it lives.
class GlPainter final : public Painter {
public:
    GlPainter();
    ~GlPainter() override;

    /// Begins a frame: `list` is borrowed until the next call.
    void begin(ImDrawList& list);

    void fill(const Rect& rect, Colour colour, float radius) override;
    void fill_gradient(const Rect& rect, Colour top, Colour bottom) override;
    void outline(const Rect& rect, Colour colour, float radius, float thickness) override;
    void shadow(const Rect& rect, Colour colour, float radius, float blur, float drop) override;
    void arch(const Rect& rect, Colour colour) override;
    void text(const Rect& box, const TextRequest& request, Colour colour) override;
    void icon(const Rect& square, const Icon& icon, Colour colour, Facing facing) override;
    void qr(const Rect& square, const QrCode& code) override;
    void clip(const Rect& rect) override;
    void unclip() override;
    [[nodiscard]] MeasuredText measure(const TextRequest& request) override;
    [[nodiscard]] float caret_at(const TextRequest& request, std::size_t index) override;
    void forget_everything() override;

    [[nodiscard]] const TextCache& cache() const { return cache_; }

    /// The colour that covers the whole screen under everything else, when the frame began with one: clearing to it is
    /// several times cheaper on software OpenGL than drawing it.
    [[nodiscard]] std::optional<Colour> ground() const { return ground_; }

private:
    struct ShadowShape {
        int radius;
        int blur;
        friend auto operator<=>(const ShadowShape&, const ShadowShape&) = default;
    };
    [[nodiscard]] Texture shadow_texture(ShadowShape shape);

    ImDrawList* list_ = nullptr;
    std::optional<Colour> ground_;
    TextCache cache_;
    std::map<ShadowShape, Texture> shadows_; ///< A handful of shapes; they hold nothing of anyone.
};

} // namespace verandah::ui
