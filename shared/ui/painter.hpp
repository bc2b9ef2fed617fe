// SPDX-License-Identifier: Apache-2.0
// The port between screens and pixels. Two versions: GlPainter (ImGui's draw lists) and RecordingPainter (tests, no
// window).
#pragma once

#include "shared/ui/colour.hpp"
#include "shared/ui/icon.hpp"
#include "shared/ui/qr.hpp"
#include "shared/ui/rect.hpp"
#include "shared/ui/text.hpp"

namespace verandah::ui {

enum class Facing { as_drawn, mirrored };

/// Draws in the screen's own coordinates (x from the left). Frame does the mirroring; screens never see a Painter.
class Painter {
public:
    Painter() = default;
    virtual ~Painter() = default;
    Painter(const Painter&) = delete;
    Painter& operator=(const Painter&) = delete;

    virtual void fill(const Rect& rect, Colour colour, float radius) = 0;
    virtual void fill_gradient(const Rect& rect, Colour top, Colour bottom) = 0;
    virtual void outline(const Rect& rect, Colour colour, float radius, float thickness) = 0; ///< Inside `rect`.
    virtual void shadow(const Rect& rect, Colour colour, float radius, float blur, float drop) = 0;
    virtual void arch(const Rect& rect, Colour colour) = 0;                            ///< Round above, straight below.
    virtual void text(const Rect& box, const TextRequest& request, Colour colour) = 0; ///< `box`: the measured lines.
    virtual void icon(const Rect& square, const Icon& icon, Colour colour, Facing facing) = 0;
    virtual void qr(const Rect& square, const QrCode& code) = 0; ///< Whole pixels a module, white ground, quiet zone.
    virtual void clip(const Rect& rect) = 0;                     ///< Within the clip before it, until unclip().
    virtual void unclip() = 0;

    [[nodiscard]] virtual MeasuredText measure(const TextRequest& request) = 0;
    [[nodiscard]] virtual float caret_at(const TextRequest& request, std::size_t index) = 0;

    /// Deletes every texture and overwrites every text kept: the kiosk's wipe.
    virtual void forget_everything() = 0;
};

} // namespace verandah::ui
