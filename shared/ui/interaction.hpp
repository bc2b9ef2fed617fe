// SPDX-License-Identifier: Apache-2.0
// What the user interface remembers from one frame to the next: focus, what is held down, scroll, caret, motion.
#pragma once

#include "shared/ui/input.hpp"
#include "shared/ui/rect.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace verandah::ui {

/// Who a widget is: made from its id (its label when it has none). Equal from frame to frame.
using WidgetId = std::uint64_t;

[[nodiscard]] WidgetId widget_id(std::string_view name);

/// Something that can be pressed, as the last frame showed it.
struct Target {
    WidgetId id = 0;
    std::string label;
    Rect rect; ///< On the screen as it is; clipped to the list it is in.
    bool enabled = true;
};

/// The drag, wheel and glide of one list.
struct Scroll {
    float offset = 0;
    float content = 0;         ///< Height of all rows.
    Rect area;                 ///< The window on them, on the screen as it is.
    std::uint64_t seen_in = 0; ///< The frame that last drew it.
};

/// Owned by the Window, or by a test's Rehearsal; Frame borrows it for the length of one frame.
struct Interaction {
    WidgetId focused = 0;
    bool focus_shown = false; ///< Only once the keyboard was used, so that a touched kiosk shows no ring.
    WidgetId held = 0;
    Point held_from;
    WidgetId dragged_list = 0;
    float drag_offset = 0;      ///< The list's offset when the finger went down on it.
    bool dragging = false;      ///< The finger has gone far enough to mean scrolling, not pressing.
    bool field_focused = false; ///< What is typed goes into a field.
    std::unordered_map<WidgetId, Scroll> scrolls;
    std::size_t caret = 0; ///< In bytes of the focused field's value.

    struct Moving {
        float from = 0;
        float to = 0;
        double since = 0;
        std::uint64_t seen_in = 0;
    };
    std::unordered_map<WidgetId, Moving> moving;
    std::uint64_t frame = 0;

    std::vector<Target> targets; ///< Of the last finished frame, in the order they were drawn.

    void forget_everything() { *this = Interaction{}; }
};

} // namespace verandah::ui
