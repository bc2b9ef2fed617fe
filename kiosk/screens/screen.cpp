// SPDX-License-Identifier: Apache-2.0
// Which screen a model belongs to.
#include "kiosk/screens/screen.hpp"

namespace verandah::kiosk {

std::optional<Touch> draw_screen(ui::Frame& frame, const ScreenModel& model)
{
    struct Draw {
        ui::Frame& frame;
        std::optional<Touch> operator()(const WelcomeModel& screen) const { return draw_welcome_screen(frame, screen); }
        std::optional<Touch> operator()(const LanguagesModel& screen) const
        {
            return draw_languages_screen(frame, screen);
        }
        std::optional<Touch> operator()(const ChoicesModel& screen) const { return draw_choices_screen(frame, screen); }
        std::optional<Touch> operator()(const NeedsModel& screen) const { return draw_needs_screen(frame, screen); }
        std::optional<Touch> operator()(const NoticeModel& screen) const { return draw_notice_screen(frame, screen); }
        std::optional<Touch> operator()(const FactsModel& screen) const { return draw_facts_screen(frame, screen); }
        std::optional<Touch> operator()(const SuppliesModel& screen) const
        {
            return draw_supplies_screen(frame, screen);
        }
        std::optional<Touch> operator()(const TicketModel& screen) const { return draw_ticket_screen(frame, screen); }
    };
    return std::visit(Draw{frame}, model);
}

} // namespace verandah::kiosk
