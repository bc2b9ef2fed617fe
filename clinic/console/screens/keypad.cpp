// SPDX-License-Identifier: Apache-2.0
// Digits are numbers: the pad is not mirrored where reading goes from right to left.
#include "clinic/console/screens/keypad.hpp"

#include "shared/domain/staff/secret_rule.hpp"

#include <algorithm>
#include <string_view>

namespace verandah::console {

namespace {

using ui::Frame;
using ui::Rect;

constexpr std::string_view keys = "123456789 0<";
constexpr int keys_across = 3;
constexpr int keys_down = 4;

Answer draw_key(Frame& frame, const Rect& rect, char key, const PadModel& pad)
{
    const float radius = frame.px(14);
    if (key == ' ') {
        return {};
    }
    if (key == '<') {
        const bool pressed = frame.button(rect, {.label = pad.erase,
                                                 .icon = ui::icon::backspace,
                                                 .shortcut = ui::shortcut(ui::Key::backspace),
                                                 .icon_only = true,
                                                 .icon_size = frame.px(24),
                                                 .radius = radius});
        return pressed ? Answer{EraseDigit{}} : Answer{};
    }
    const std::string digit(1, key);
    const bool pressed =
        frame.button(rect, {.label = digit, .text_size = std::min(frame.px(24), rect.height * 0.5F), .radius = radius});
    return pressed ? Answer{TypeDigits{files::SecretText{std::string(1, key)}}} : Answer{};
}

} // namespace

Answer draw_keypad(Frame& frame, const Rect& rect, const PadModel& pad)
{
    Answer answer;
    const float gap = frame.px(8);
    const float width = (rect.width - gap * (keys_across - 1)) / keys_across;
    const float height = (rect.height - gap * (keys_down - 1)) / keys_down;
    const bool is_mirrored = frame.view().direction == ui::Direction::right_to_left;
    for (std::size_t index = 0; index < keys.size(); ++index) {
        const auto column = static_cast<int>(index) % keys_across;
        const auto place = static_cast<float>(is_mirrored ? keys_across - 1 - column : column);
        const auto above = static_cast<int>(index) / keys_across;
        const auto row = static_cast<float>(above);
        note(answer, draw_key(frame, {rect.x + place * (width + gap), rect.y + row * (height + gap), width, height},
                              keys[index], pad));
    }
    return answer;
}

void draw_pin_dots(Frame& frame, const Rect& rect, const PadModel& pad)
{
    const auto& theme = frame.theme();
    const float side = std::min(frame.px(16), rect.height);
    const float gap = side * 1.1F;
    constexpr auto count = static_cast<float>(domain::pin_digits);
    Rect row = rect.centred({count * side + (count - 1) * gap, side});
    for (std::size_t index = 0; index < domain::pin_digits; ++index) {
        const Rect dot = row.cut_start(side, gap);
        if (index < pad.digits.view().size()) {
            frame.fill(dot, theme.teal, side / 2);
        } else {
            frame.outline(dot, theme.edge, side / 2, frame.px(2));
        }
    }
}

} // namespace verandah::console
