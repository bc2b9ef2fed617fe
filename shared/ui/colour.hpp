// SPDX-License-Identifier: Apache-2.0
// A colour, and how well one reads on another.
#pragma once

#include <cstdint>

namespace verandah::ui {

/// sRGB with straight alpha.
struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    std::uint8_t alpha = 255;
    friend bool operator==(Colour, Colour) = default;

    [[nodiscard]] Colour faded(float opacity) const;            ///< Alpha times `opacity` (0..1).
    [[nodiscard]] Colour mixed(Colour other, float part) const; ///< `part` 0 is this colour, 1 the other.
    [[nodiscard]] Colour darker(float part) const { return mixed({0, 0, 0, alpha}, part); }
};

/// 0xRRGGBB as it stands in look.md.
[[nodiscard]] constexpr Colour rgb(std::uint32_t hex)
{
    return {static_cast<std::uint8_t>(hex >> 16U & 0xFFU), static_cast<std::uint8_t>(hex >> 8U & 0xFFU),
            static_cast<std::uint8_t>(hex & 0xFFU), 255};
}

/// The WCAG 2 contrast ratio of two opaque colours, 1..21.
[[nodiscard]] double contrast(Colour one, Colour other);

} // namespace verandah::ui
