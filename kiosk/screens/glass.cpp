// SPDX-License-Identifier: Apache-2.0
// How large the glass is, and so how many pixels a millimetre has.
#include "kiosk/screens/glass.hpp"

#include <algorithm>

namespace verandah::kiosk {
namespace {

constexpr ui::Size least_portrait{300, 530};
constexpr ui::Size least_landscape{500, 310};

// Larger text has what room there is: much on a tall screen, less on a low one.
constexpr float large_portrait = 1.2F;
constexpr float large_landscape = 1.12F;

bool is_portrait(ui::Size size)
{
    return size.height > size.width;
}

} // namespace

Glass Glass::usual(ui::Size pixels)
{
    return is_portrait(pixels) ? Glass{{336, 597}} : Glass{{518, 324}};
}

ui::View view_on(const Glass& glass, ui::Size pixels, const Ease& ease, ui::Direction direction)
{
    const ui::Size least = is_portrait(pixels) ? least_portrait : least_landscape;
    const float true_size = std::min(pixels.width / glass.millimetres.width, pixels.height / glass.millimetres.height);
    const float fitting = std::min(pixels.width / least.width, pixels.height / least.height);
    const float large = is_portrait(pixels) ? large_portrait : large_landscape;
    return {.size = pixels,
            .pixels_per_mm = std::min(true_size, fitting),
            .scale = ease.large_text ? large : 1.0F,
            .direction = direction,
            .theme = ease.high_contrast ? &ui::Theme::high_contrast() : &ui::Theme::light()};
}

} // namespace verandah::kiosk
