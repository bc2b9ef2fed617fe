// SPDX-License-Identifier: Apache-2.0
// Mixing is done in sRGB as it stands: these are small steps for pressed and hovered faces, not light.
#include "shared/ui/colour.hpp"

#include <algorithm>
#include <cmath>

namespace verandah::ui {
namespace {

std::uint8_t channel(float value)
{
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 255.0F)));
}

std::uint8_t between(std::uint8_t from, std::uint8_t to, float part)
{
    return channel(static_cast<float>(from) + (static_cast<float>(to) - static_cast<float>(from)) * part);
}

/// Of one sRGB channel. Source: WCAG 2.2, "relative luminance".
double linear(std::uint8_t value)
{
    const double part = value / 255.0;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour)
{
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

} // namespace

Colour Colour::faded(float opacity) const
{
    return {red, green, blue, channel(static_cast<float>(alpha) * opacity)};
}

Colour Colour::mixed(Colour other, float part) const
{
    return {between(red, other.red, part), between(green, other.green, part), between(blue, other.blue, part),
            between(alpha, other.alpha, part)};
}

double contrast(Colour one, Colour other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)}); // the list form answers values
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace verandah::ui
