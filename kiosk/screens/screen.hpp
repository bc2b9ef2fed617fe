// SPDX-License-Identifier: Apache-2.0
// Whichever screen it is.
#pragma once

#include "kiosk/screens/choices_screen.hpp"
#include "kiosk/screens/facts_screen.hpp"
#include "kiosk/screens/languages_screen.hpp"
#include "kiosk/screens/needs_screen.hpp"
#include "kiosk/screens/notice_screen.hpp"
#include "kiosk/screens/supplies_screen.hpp"
#include "kiosk/screens/ticket_screen.hpp"
#include "kiosk/screens/welcome_screen.hpp"

#include <variant>

namespace verandah::kiosk {

using ScreenModel = std::variant<WelcomeModel, LanguagesModel, ChoicesModel, NeedsModel, NoticeModel, TicketModel,
                                 FactsModel, SuppliesModel>;

/// Draws one frame and returns what the visitor did in it, if anything.
[[nodiscard]] std::optional<Touch> draw_screen(ui::Frame& frame, const ScreenModel& model);

} // namespace verandah::kiosk
