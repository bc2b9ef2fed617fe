// SPDX-License-Identifier: Apache-2.0
// SDL's events as ui::Input. Mouse and first finger are one pointer.
#pragma once

#include "shared/ui/input.hpp"

#include <SDL_events.h>

#include <cstdint>
#include <optional>

namespace verandah::ui {

/// Knows where the pointer is and whether it is down, from one Input to the next.
class EventReader {
public:
    explicit EventReader(std::uint32_t wake_event) : wake_event_{wake_event} {}

    /// What every Input starts as: the pointer where it is, nothing new.
    [[nodiscard]] Input begin() const;

    enum class Next { more, draw_first };
    /// Adds `event` to `input`. draw_first: the pointer changed, so the next event belongs to the next Input.
    Next take(const SDL_Event& event, Input& input);

    /// Finger positions arrive as parts of the window; mouse positions in the window's units.
    void set_size(Size pixels, Size window_units);

private:
    Next press(Input& input, Point at);
    Next release(Input& input, Point at, Pointer::Phase afterwards);
    Next move(Input& input, Point at);
    Next take_mouse(const SDL_Event& event, Input& input);
    Next take_finger(const SDL_TouchFingerEvent& finger, Input& input);

    std::uint32_t wake_event_;
    Size pixels_;
    Size pixels_per_unit_{1, 1};
    Point at_;
    Pointer::Phase resting_ = Pointer::Phase::away; ///< What the pointer is when nothing changes.
    std::optional<SDL_FingerID> finger_;
};

/// The key press SDL reports, or nothing for keys the house does not use.
[[nodiscard]] std::optional<KeyPress> key_press(const SDL_Keysym& key);

} // namespace verandah::ui
