// SPDX-License-Identifier: Apache-2.0
// One thing to say, and what to do now.
#include "kiosk/screens/notice_screen.hpp"

#include "kiosk/screens/measures.hpp"

namespace verandah::kiosk {

std::optional<Touch> draw_notice_screen(ui::Frame& frame, const NoticeModel& model)
{
    Page page = draw_page(frame, model.page);
    if (model.countdown) {
        const ui::Rect row = page.rest.cut_bottom(countdown_height(frame), frame.mm(measures::gap));
        draw_countdown(frame, row, model.countdown->left, model.countdown->words);
    }
    static_cast<void>(draw_greeting(frame, page.rest, model.greeting, 0));
    return page.main_pressed ? model.main : page.touch;
}

} // namespace verandah::kiosk
