// SPDX-License-Identifier: Apache-2.0
// The board: one large number and the sign on a door, and the four calls before it. Never a service, never a name.
#pragma once

#include "shared/ui/frame.hpp"

#include <optional>
#include <string>
#include <vector>

namespace verandah::console {

struct BoardCallModel {
    std::string number;
    std::string room;
};

struct BoardModel {
    std::string invitation; ///< "Please come in".
    std::optional<BoardCallModel> call;
    bool being_spoken = false;
    std::string resting_title; ///< While nobody is called.
    std::string resting_note;
    std::string before_title;
    std::vector<BoardCallModel> before;
    std::string waiting;       ///< "11 people waiting".
    std::string reconnecting;  ///< Empty while the hub is there.
    std::string without_sound; ///< Empty while there is sound.
    double minutes = 0;        ///< Moves everything by a few pixels from time to time, so that nothing burns in.
};

/// Sizes follow the glass: on a 40 inch screen the large number's capitals are over 15 cm high, the others over 3 cm,
/// room signs over 2 cm: read from 8 m, where 1 cm for every 4 m is the least (capital height = distance / 400).
inline constexpr float least_part_of_height = 0.0285F; ///< Capitals of the smallest sign: 2 cm of 0.5 m × 1.4.

void draw_board_screen(ui::Frame& frame, const BoardModel& model);

} // namespace verandah::console
