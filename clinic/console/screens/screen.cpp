// SPDX-License-Identifier: Apache-2.0
// Rail, page, question over it, or the cover over all.
#include "clinic/console/screens/screen.hpp"

#include "clinic/console/screens/line_screen.hpp"
#include "clinic/console/screens/sheet.hpp"
#include "clinic/console/screens/today_screen.hpp"

namespace verandah::console {

namespace {

using ui::Frame;
using ui::Rect;

/// Nothing to read, nothing to guess; any key or touch lifts it.
Answer draw_cover(Frame& frame, const CoverModel& cover)
{
    const auto& theme = frame.theme();
    frame.gradient(frame.area(), theme.rail, theme.rail.darker(0.18F));
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
    if (!cover.alert.empty()) {
        const auto colours = theme.swatch(ui::Tone::care);
        Rect band = frame.area().inset(frame.px(24)).cut_top(frame.px(60));
        band = band.centred({std::min(band.width, frame.px(420)), band.height});
        frame.panel(band, {.ground = colours.ground,
                           .edge = colours.ink.mixed(colours.ground, 0.5F * (1 - breath(frame))),
                           .radius = frame.px(14),
                           .thickness = frame.px(2)});
        Rect inner = band.inset(frame.px(16), 0);
        frame.icon(inner.cut_start(frame.px(26), frame.px(12)), ui::icon::notifications_active, colours.ink);
        frame.text(inner, cover.alert,
                   {.size = frame.px(17), .weight = ui::Weight::bold, .colour = colours.ink, .smallest = frame.px(12)});
    }
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

Answer draw_pages(Frame& frame, const ScreenModel& model)
{
    Rect rest = frame.area();
    frame.fill(rest, frame.theme().desk);
    Answer answer = draw_rail(frame, rest.cut_start(frame.px(80)), model.rail);
    if (model.opening) {
        draw_opening(frame, rest, *model.opening);
    } else if (model.today) {
        note(answer, draw_today_screen(frame, rest, *model.today, model.alert));
    } else if (model.line) {
        note(answer, draw_line_screen(frame, rest, *model.line, model.alert));
    }
    return answer;
}

} // namespace

Answer draw_screen(Frame& frame, const ScreenModel& model)
{
    if (model.cover) {
        return draw_cover(frame, *model.cover);
    }
    if (!model.sheet) {
        return draw_pages(frame, model);
    }
    {
        const auto behind = frame.inert();
        static_cast<void>(draw_pages(frame, model));
    }
    return draw_sheet(frame, *model.sheet);
}

} // namespace verandah::console
