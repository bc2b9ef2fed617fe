// SPDX-License-Identifier: Apache-2.0
// What every screen has around its own part: listen, easier to use, hide now; back and the one main action; a person,
// help.
//
// Everything is in the same place on every screen. Portrait has the calls in the lowest row and back with the main
// action above; landscape has all four in one row. With "everything lower" the upper bar moves down to the others.
#pragma once

#include "kiosk/flow/touch.hpp"
#include "shared/ui/frame.hpp"

#include <optional>
#include <string>

namespace verandah::kiosk {

/// A button that calls somebody and then tells how that stands, on the same spot.
struct CallButton {
    enum class Standing { ready, calling, coming, unanswered };
    std::string label;
    Standing standing = Standing::ready;
};

struct MainAction {
    enum class Ready { yes, not_yet };
    std::string label;
    ui::Icon icon = {};
    Ready ready = Ready::yes;
};

enum class Reach { usual, low };
/// While a request is under way, what was touched last shows as it was but answers nothing.
enum class Answers { yes, not_now };

struct PageModel {
    std::string listen = {}; ///< Empty: no sound here, no button.
    std::string ease = {};
    std::string hide = {};
    std::string back = {}; ///< Empty: there is nowhere to go back to.
    std::optional<MainAction> main = {};
    CallButton person;
    CallButton help;
    std::string reconnecting = {}; ///< Empty: the hub is there.
    Reach reach = Reach::usual;
    Answers answers = Answers::yes;
};

struct Page {
    ui::Rect rest; ///< Where the screen's own part goes.
    std::optional<Touch> touch = {};
    bool main_pressed = false;
};

/// How wide each of the two calls is in landscape, of a row so wide: what stands above them keeps to their edges.
[[nodiscard]] float call_width(const ui::Frame& frame, float row);

[[nodiscard]] Page draw_page(ui::Frame& frame, const PageModel& model);

} // namespace verandah::kiosk
