// SPDX-License-Identifier: Apache-2.0
// What staff can do to the line, and what may stand in the way just now.
#pragma once

#include <array>

namespace verandah::console {

enum class Deed {
    call_next,
    call_again,
    start,
    done,
    send_on,
    hold,
    away,
    left,
    call_this,    ///< Out of order, with a reason.
    back,         ///< From away or from hold, back in line.
    change_class, ///< With a reason.
    add_person,   ///< Somebody at the desk who does not touch the kiosk.
    close_day,
    reopen_day,
    answer_alert, ///< "I am going."
    undo,
};
inline constexpr std::array every_deed{Deed::call_next, Deed::call_again, Deed::start,        Deed::done,
                                       Deed::send_on,   Deed::hold,       Deed::away,         Deed::left,
                                       Deed::call_this, Deed::back,       Deed::change_class, Deed::add_person,
                                       Deed::close_day, Deed::reopen_day, Deed::answer_alert, Deed::undo};

/// Why a deed is not possible just now. Each has a sentence in every language.
enum class Obstacle {
    reconnecting,   ///< The hub is away; what is shown may be old.
    no_station,     ///< Nobody said yet which room this is.
    nobody_waiting, ///< Nobody waits for what this room gives.
    one_on_the_way, ///< Somebody was called here and has not come yet.
    room_is_busy,   ///< Somebody is here already.
    nobody_chosen,  ///< Nobody is here, and no row is chosen.
    not_on_the_way, ///< Only for somebody who was called.
    not_here,       ///< Only for somebody who is here.
    here_already,   ///< Not for somebody who is here.
    not_waiting,    ///< Only for somebody in the list.
    not_away,       ///< Only for somebody away or on hold.
    called_enough,  ///< Called as often as the house calls.
    other_room,     ///< This room gives nothing they are waiting for.
    day_is_closed,
    day_is_open,
    nothing_to_undo,
    no_alert,
};

} // namespace verandah::console
