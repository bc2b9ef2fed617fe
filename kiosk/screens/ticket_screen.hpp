// SPDX-License-Identifier: Apache-2.0
// The number, huge; who is before; where to sit; and, for whoever wanted one, a card to photograph.
#pragma once

#include "kiosk/screens/notice_screen.hpp"
#include "kiosk/screens/page.hpp"
#include "shared/ui/qr.hpp"

#include <string>

namespace verandah::kiosk {

struct CardToPhotograph {
    ui::QrCode code;
    std::string title;
    std::string note;
};

struct TicketModel {
    PageModel page; ///< With "Done" as its main action.
    std::string title;
    std::string number;
    std::string before;
    std::string before_note;
    std::string seat;
    std::string seat_note;
    std::optional<CardToPhotograph> card = {};
    Countdown countdown;
};

[[nodiscard]] std::optional<Touch> draw_ticket_screen(ui::Frame& frame, const TicketModel& model);

} // namespace verandah::kiosk
