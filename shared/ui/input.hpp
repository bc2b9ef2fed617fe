// SPDX-License-Identifier: Apache-2.0
// What the user did since the last frame: a pointer (mouse or finger), keys, typed text.
#pragma once

#include "shared/ui/rect.hpp"

#include <string>
#include <vector>

namespace verandah::ui {

enum class Key {
    none,
    character, ///< A letter or digit: see KeyPress::character.
    tab,
    enter,
    space,
    escape,
    backspace,
    remove,
    left,
    right,
    up,
    down,
    page_up,
    page_down,
    home,
    end,
};

/// One key going down (or repeating while held).
struct KeyPress {
    Key key = Key::none;
    char32_t character = 0; ///< Upper case; the Latin letter on the key even when the layout is another script.
    bool control = false;
    bool shift = false;
    friend bool operator==(const KeyPress&, const KeyPress&) = default;
};

/// At most one change of the pointer per Input, so that a press and its release are never folded into one frame.
struct Pointer {
    enum class Phase { away, hovering, pressed, held, released };
    Phase phase = Phase::away;
    Point at = {}; ///< On the screen as it is: x from the left, also in right-to-left.
};

/// A wedge scanner types: its characters arrive in `text`, its last key as Key::enter. An app that expects a scan
/// reads and clears both before it draws.
struct Input {
    Pointer pointer = {};
    float wheel = 0; ///< Notches, up is positive.
    std::vector<KeyPress> keys = {};
    std::string text = {};    ///< UTF-8 typed since the last frame.
    bool close_asked = false; ///< The window's close button or a signal to end.
    bool resized = false;
    bool woken = false; ///< Window::wake() was called: look at what other threads left for you.

    [[nodiscard]] bool something_happened() const;
};

} // namespace verandah::ui
