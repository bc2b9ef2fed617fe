// SPDX-License-Identifier: Apache-2.0
// Rail, page, question over it; or a door before all; or the cover over all.
#include "clinic/console/screens/screen.hpp"

#include "clinic/console/screens/devices_screen.hpp"
#include "clinic/console/screens/door_parts.hpp"
#include "clinic/console/screens/forgetting_sheet.hpp"
#include "clinic/console/screens/form_screen.hpp"
#include "clinic/console/screens/line_screen.hpp"
#include "clinic/console/screens/past_screen.hpp"
#include "clinic/console/screens/pin_screen.hpp"
#include "clinic/console/screens/record_screen.hpp"
#include "clinic/console/screens/sheet.hpp"
#include "clinic/console/screens/staff_screen.hpp"
#include "clinic/console/screens/stock_screen.hpp"
#include "clinic/console/screens/today_screen.hpp"
#include "clinic/console/screens/work_screen.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

using ui::Frame;
using ui::Rect;

/// Nothing to read, nothing to guess; any key or touch lifts it.
Answer draw_cover(Frame& frame, const CoverModel& cover)
{
    const auto& theme = frame.theme();
    draw_door_ground(frame);
    const auto touch = frame.touchable(frame.area(), {.label = cover.title});
    Rect box = frame.area().centred({std::min(frame.px(520), frame.area().width), frame.px(230)});
    frame.house_mark(box.cut_top(frame.px(110), frame.px(24)).centred({frame.px(110), frame.px(110)}));
    frame.text(
        box.cut_top(frame.px(36)), cover.title,
        {.size = frame.px(22), .weight = ui::Weight::semibold, .colour = theme.on_rail, .align = ui::Align::centre});
    frame.text(box.cut_top(frame.px(30)), cover.note,
               {.size = frame.px(15),
                .colour = theme.on_rail.faded(0.85F),
                .align = ui::Align::centre,
                .smallest = frame.px(11)});
    draw_quiet_alert(frame, cover.alert);
    const bool lifted = touch.activated || !frame.input().keys.empty() || !frame.input().text.empty();
    return lifted ? Answer{Uncover{}} : Answer{};
}

void draw_opening(Frame& frame, const Rect& area, const OpeningModel& opening)
{
    Rect box = area.centred({std::min(frame.px(520), area.width), frame.px(220)});
    frame.house_mark(box.cut_top(frame.px(100), frame.px(20)).centred({frame.px(100), frame.px(100)}));
    frame.text(
        box.cut_top(frame.px(38)), opening.title,
        {.size = frame.px(24), .weight = ui::Weight::bold, .align = ui::Align::centre, .smallest = frame.px(16)});
    frame.text(box, opening.note,
               {.size = frame.px(15),
                .colour = frame.theme().soft,
                .align = ui::Align::centre,
                .place = ui::Place::top,
                .max_lines = 2});
}

/// A band over the page: something is not like always.
Answer draw_banner(Frame& frame, const Rect& rect, const BannerModel& banner)
{
    const auto colours = frame.theme().swatch(ui::Tone::plum);
    frame.fill(rect, colours.ground);
    frame.fill({rect.x, rect.bottom() - 1, rect.width, 1}, colours.edge);
    Rect inner = rect.inset(frame.px(20), frame.px(6));
    const float wide = frame.measure(banner.action, {.size = frame.px(14), .weight = ui::Weight::semibold}).width;
    const bool pressed = frame.button(inner.cut_end(wide + frame.px(94), frame.px(14)), {.label = banner.action,
                                                                                         .icon = ui::icon::lock_open,
                                                                                         .shortcut = ui::shortcut('U'),
                                                                                         .text_size = frame.px(14),
                                                                                         .icon_size = frame.px(17),
                                                                                         .radius = frame.px(10)});
    frame.icon(inner.cut_start(frame.px(20), frame.px(10)), ui::icon::lock, colours.ink);
    frame.text(inner, banner.words,
               {.size = frame.px(15),
                .weight = ui::Weight::semibold,
                .colour = colours.ink,
                .max_lines = 2,
                .smallest = frame.px(10)});
    return pressed ? Answer{AskUnlockHub{}} : Answer{};
}

Answer draw_pages(Frame& frame, const ScreenModel& model)
{
    Rect rest = frame.area();
    frame.fill(rest, frame.theme().desk);
    Answer answer = draw_rail(frame, rest.cut_start(frame.px(80)), model.rail);
    if (model.banner) {
        note(answer, draw_banner(frame, rest.cut_top(frame.px(48)), *model.banner));
    }
    if (model.asked_to_forget) {
        note(answer, draw_asked_to_forget(frame, rest.cut_top(frame.px(48)), *model.asked_to_forget));
    }
    if (model.opening) {
        draw_opening(frame, rest, *model.opening);
    } else if (model.today) {
        note(answer, draw_today_screen(frame, rest, *model.today, model.alert));
    } else if (model.record) {
        note(answer, draw_record_screen(frame, rest, *model.record, model.alert));
    } else if (model.line) {
        note(answer, draw_line_screen(frame, rest, *model.line, model.alert));
    } else if (model.staff) {
        note(answer, draw_staff_screen(frame, rest, *model.staff, model.alert));
    } else if (model.devices) {
        note(answer, draw_devices_screen(frame, rest, *model.devices, model.alert));
    } else if (model.past) {
        note(answer, draw_past_screen(frame, rest, *model.past, model.alert));
    } else if (model.work) {
        note(answer, draw_work_screen(frame, rest, *model.work, model.alert));
    } else if (model.stock) {
        note(answer, draw_stock_screen(frame, rest, *model.stock, model.alert));
    }
    return answer;
}

/// The pages, and what lies over them.
Answer draw_inside(Frame& frame, const ScreenModel& model)
{
    if (!model.sheet && !model.form && !model.told && !model.offer && !model.forgetting && !model.slip) {
        return draw_pages(frame, model);
    }
    {
        const auto behind = frame.inert();
        static_cast<void>(draw_pages(frame, model));
    }
    if (model.told) {
        return draw_told_words(frame, *model.told);
    }
    if (model.offer) {
        return draw_offer(frame, *model.offer);
    }
    if (model.form) {
        return draw_form(frame, *model.form);
    }
    if (model.slip) {
        return draw_slip(frame, *model.slip);
    }
    return model.forgetting ? draw_forgetting_sheet(frame, *model.forgetting) : draw_sheet(frame, *model.sheet);
}

Answer draw_all(Frame& frame, const ScreenModel& model)
{
    if (model.cover) {
        return draw_cover(frame, *model.cover);
    }
    if (model.pin) {
        return draw_pin_screen(frame, *model.pin);
    }
    if (model.form && model.form->place == FormModel::Place::door) {
        return draw_form(frame, *model.form);
    }
    return draw_inside(frame, model);
}

} // namespace

Answer draw_screen(Frame& frame, const ScreenModel& model)
{
    Answer answer = draw_all(frame, model);
    draw_quiet_note(frame, model.quiet_note);
    return answer;
}

float glass_scale(ui::Size glass)
{
    return std::clamp(std::min(glass.width / 1366, glass.height / 768), 0.75F, 3.0F);
}

} // namespace verandah::console
