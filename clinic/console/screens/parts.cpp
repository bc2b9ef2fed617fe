// SPDX-License-Identifier: Apache-2.0
// Buttons of deeds, the rail, the band at the top, alerts and figures.
#include "clinic/console/screens/parts.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace verandah::console {

namespace {

namespace icon = ui::icon;
using ui::Align;
using ui::Frame;
using ui::Key;
using ui::Rect;
using ui::Weight;

constexpr float hindered_opacity = 0.5F;
constexpr double breath_seconds = 3;
constexpr double breath_frame = 0.05;

/// Like a button that rests, in pale: there is something, but not now.
Answer draw_hindered(Frame& frame, const Rect& rect, const DeedModel& deed)
{
    const auto& theme = frame.theme();
    const auto [sign, key] = sign_of(deed.deed);
    const float radius = frame.px(12);
    const auto touch = frame.touchable(rect, {.label = deed.label, .shortcut = key}, radius);
    const auto pale = theme.soft.mixed(theme.card, 1 - hindered_opacity);
    frame.panel(rect, {.edge = theme.line, .radius = radius});
    Rect inner = rect.inset(frame.px(15), 0);
    const std::string legend = key.text();
    const float cap = std::max(frame.px(26), frame.measure(legend, {.size = frame.px(12)}).width + frame.px(14));
    frame.keycap(inner.cut_end(cap, frame.px(8)).centred({cap, std::min(frame.px(26), rect.height * 0.6F)}), legend,
                 pale, theme.card, theme.line);
    frame.icon(inner.cut_start(frame.px(20), frame.px(9)).centred({frame.px(20), frame.px(20)}), sign, pale);
    frame.text(inner, deed.label,
               {.size = frame.px(15),
                .weight = Weight::semibold,
                .colour = pale,
                .max_lines = 2,
                .smallest = frame.px(10.5F)});
    return touch.activated ? Answer{Do{deed.deed}} : Answer{};
}

constexpr float rail_place_pixels = 72; ///< High, where there is room.

Answer draw_place(Frame& frame, const Rect& rect, const RailPlace& place)
{
    const auto& theme = frame.theme();
    const auto touch = frame.touchable(rect, {.label = place.label, .shortcut = place.key}, frame.px(14));
    if (place.chosen || touch.hovered || touch.held) {
        frame.fill(rect, theme.rail_chosen.faded(place.chosen ? 1.0F : 0.5F), frame.px(14));
    }
    const float part = std::min(1.0F, rect.height / frame.px(rail_place_pixels)); // many pages share the height
    const auto px = [&](float pixels) { return frame.px(pixels) * part; };
    Rect inner = rect.moved(0, touch.sunk).inset(frame.px(2), px(7));
    frame.icon(inner.cut_top(px(28)).centred({px(25), px(25)}), place.icon, theme.on_rail);
    frame.text(inner.cut_top(px(18)), place.label,
               {.size = px(12), .colour = theme.on_rail, .align = Align::centre, .smallest = px(9)});
    frame.text(inner, place.key.text(),
               {.size = px(10.5F), .colour = theme.on_rail.faded(0.75F), .align = Align::centre});
    return touch.activated ? Answer{place.wish} : Answer{};
}

void draw_link(Frame& frame, Rect rect, const LinkPill& link)
{
    const auto& theme = frame.theme();
    const ui::TextStyle style{.size = frame.px(14), .weight = link.live ? Weight::regular : Weight::semibold};
    const float width = frame.measure(link.label, style).width + frame.px(link.live ? 50 : 58);
    rect = rect.at_end({width, frame.px(32)});
    const auto colours = theme.swatch(link.live ? ui::Tone::plain : ui::Tone::soon);
    frame.panel(rect, {.ground = link.live ? theme.card : colours.ground,
                       .edge = link.live ? theme.line : colours.edge,
                       .radius = rect.height / 2});
    Rect inner = rect.inset(frame.px(15), 0);
    if (link.live) {
        const float dot = frame.px(9);
        frame.fill(inner.cut_start(dot, frame.px(7)).centred({dot, dot}), theme.leaf.ink, dot / 2);
    } else {
        frame.icon(inner.cut_start(frame.px(17), frame.px(7)), icon::sync, colours.ink);
    }
    frame.text(inner, link.label, {.size = style.size, .weight = style.weight, .colour = colours.ink});
}

bool draw_pill(Frame& frame, const Rect& rect, const std::string& label, const ui::Icon& sign, char32_t letter)
{
    return frame.button(rect.centred({rect.width, frame.px(32)}), {.label = label,
                                                                   .icon = sign,
                                                                   .shortcut = ui::shortcut(letter),
                                                                   .weight = Weight::semibold,
                                                                   .text_size = frame.px(14),
                                                                   .icon_size = frame.px(17),
                                                                   .radius = frame.px(16)});
}

float pill_width(Frame& frame, const std::string& label)
{
    return frame.measure(label, {.size = frame.px(14), .weight = Weight::semibold}).width + frame.px(94);
}

/// Who is signed in, and that it ends soon. Where there is no room for the word there is for the sign.
Answer draw_who(Frame& frame, Rect& rest, const WhoModel& who)
{
    const float gap = frame.px(10);
    const float wide = pill_width(frame, who.account);
    Answer answer;
    if (wide + gap <= rest.width) {
        answer =
            draw_pill(frame, rest.cut_end(wide, gap), who.account, icon::person, 'W') ? Answer{AskMenu{}} : Answer{};
    } else {
        const float side = std::min(frame.px(34), rest.width);
        const Rect box = rest.cut_end(side, gap);
        answer = frame.button(box.centred({side, side}), {.label = who.account,
                                                          .icon = icon::person,
                                                          .shortcut = ui::shortcut('W'),
                                                          .icon_only = true,
                                                          .icon_size = frame.px(20)})
                     ? Answer{AskMenu{}}
                     : Answer{};
    }
    if (!who.ends.empty()) {
        const ui::Badge badge{.label = who.ends, .icon = icon::schedule, .tone = ui::Tone::soon};
        if (const float width = frame.badge_size(badge).width; width <= rest.width) {
            const Rect place = rest.cut_end(width, gap);
            frame.badge({place.x, place.centre().y}, badge);
        }
    }
    return answer;
}

} // namespace

DeedSign sign_of(Deed deed)
{
    switch (deed) {
    case Deed::call_next: return {icon::campaign, ui::shortcut(Key::space)};
    case Deed::call_again: return {icon::replay, ui::shortcut('R')};
    case Deed::start: return {icon::waving_hand, ui::shortcut('S')};
    case Deed::done: return {icon::check_circle, ui::shortcut('D')};
    case Deed::send_on: return {icon::swap_horiz, ui::shortcut('T')};
    case Deed::hold: return {icon::pause_circle, ui::shortcut('H')};
    case Deed::away: return {icon::directions_walk, ui::shortcut('A')};
    case Deed::left: return {icon::logout, ui::shortcut('L')};
    case Deed::call_this: return {icon::campaign, ui::shortcut('C')};
    case Deed::back: return {icon::event_repeat, ui::shortcut('B')};
    case Deed::change_class: return {icon::assignment, ui::shortcut('P')};
    case Deed::add_person: return {icon::person_add, ui::shortcut('N')};
    case Deed::close_day: return {icon::lock, ui::shortcut('X')};
    case Deed::reopen_day: return {icon::replay, ui::shortcut('X')};
    case Deed::answer_alert: return {icon::directions_walk, ui::shortcut('G')};
    case Deed::undo: return {icon::undo, ui::with_control('Z')};
    }
    std::unreachable();
}

Answer draw_deed(Frame& frame, const Rect& rect, const DeedModel& deed, Standing standing)
{
    if (!deed.hindered.empty()) {
        return draw_hindered(frame, rect, deed);
    }
    const auto [sign, key] = sign_of(deed.deed);
    ui::Button button{.label = deed.label,
                      .icon = sign,
                      .shortcut = key,
                      .align = Align::start,
                      .text_size = frame.px(standing == Standing::main ? 19 : 15),
                      .icon_size = frame.px(standing == Standing::main ? 24 : 20),
                      .radius = frame.px(standing == Standing::main ? 14 : 12)};
    if (standing == Standing::main) {
        button.look = ui::Look::main;
        button.raised = frame.px(4);
    } else if (standing == Standing::quiet) {
        button.look = ui::Look::soft;
        button.tone = ui::Tone::quiet;
    }
    return frame.button(rect, button) ? Answer{Do{deed.deed}} : Answer{};
}

Answer draw_rail(Frame& frame, const Rect& rect, std::span<const RailPlace> places)
{
    const auto& theme = frame.theme();
    frame.gradient(rect, theme.rail, theme.rail.darker(0.18F));
    Rect rest = rect.inset(frame.px(8), frame.px(14));
    Answer answer;
    const float gap = frame.px(6);
    const float room = (rest.height + gap) / static_cast<float>(std::max<std::size_t>(places.size(), 1)) - gap;
    const float height = std::min(frame.px(rail_place_pixels), room);
    for (const auto& place : places) {
        // What covers or changes the screen stands at the foot, away from the pages.
        const bool at_foot = !std::holds_alternative<ShowPage>(place.wish);
        const Rect box = at_foot ? rest.cut_bottom(height, gap) : rest.cut_top(height, gap);
        note(answer, draw_place(frame, box, place));
    }
    return answer;
}

Answer draw_head(Frame& frame, const Rect& rect, const HeadModel& head)
{
    const auto& theme = frame.theme();
    Rect rest = rect;
    const ui::TextStyle title{.size = frame.px(24), .weight = Weight::bold};
    frame.text(rest.cut_start(frame.measure(head.title, title).width + 2, frame.px(14)), head.title, title);
    draw_link(frame, rest, head.link);
    rest.cut_end(frame.measure(head.link.label, {.size = frame.px(14), .weight = Weight::semibold}).width +
                 frame.px(68));
    Answer answer;
    if (!head.station.empty()) {
        const Rect box = rest.cut_start(pill_width(frame, head.station), frame.px(12));
        if (draw_pill(frame, box, head.station, icon::meeting_room, 'O')) {
            answer = AskStation{};
        }
    }
    if (head.who) {
        note(answer, draw_who(frame, rest, *head.who));
    }
    const ui::TextStyle skills{.size = frame.px(14), .colour = theme.soft, .smallest = frame.px(12)};
    if (frame.measure(head.skills, {.size = skills.smallest}).width <=
        rest.width) { // they are on the room's sheet, too
        frame.text(rest, head.skills, skills);
    }
    return answer;
}

float breath(Frame& frame)
{
    if (frame.view().motion == ui::Motion::reduced) {
        return 1;
    }
    frame.again_in(breath_frame);
    const double turn = std::fmod(frame.view().seconds, breath_seconds) / breath_seconds;
    return static_cast<float>(0.5 - 0.5 * std::cos(2 * std::numbers::pi * turn));
}

Answer draw_alert(Frame& frame, const Rect& rect, const AlertModel& alert)
{
    const auto colours = frame.theme().swatch(ui::Tone::care);
    frame.panel(rect, {.ground = colours.ground,
                       .edge = colours.ink.mixed(colours.ground, 0.5F * (1 - breath(frame))),
                       .radius = frame.px(14),
                       .thickness = frame.px(2)});
    Rect inner = rect.inset(frame.px(14), frame.px(8));
    const float wide = frame.measure(alert.going, {.size = frame.px(15), .weight = Weight::bold}).width + frame.px(80);
    const bool is_narrow = rect.width < 2.6F * wide; // then the button goes below the words
    const Rect button =
        is_narrow ? inner.cut_bottom(inner.height * 0.48F, frame.px(4)) : inner.cut_end(wide, frame.px(10));
    frame.icon(inner.cut_start(frame.px(26), frame.px(10)), icon::notifications_active, colours.ink);
    const std::string when = alert.more.empty() ? alert.since : alert.since + " · " + alert.more;
    const ui::TextStyle quiet{.size = frame.px(13), .colour = colours.soft, .smallest = frame.px(10)};
    frame.text(inner.cut_end(std::min(frame.measure(when, quiet).width + 2, inner.width * 0.5F), frame.px(10)), when,
               quiet);
    frame.text(inner, alert.where,
               {.size = frame.px(15),
                .weight = Weight::bold,
                .colour = colours.ink,
                .max_lines = 2,
                .smallest = frame.px(11)});
    const bool going = frame.button(button, {.label = alert.going,
                                             .tone = ui::Tone::care,
                                             .shortcut = ui::shortcut('G'),
                                             .weight = Weight::bold,
                                             .text_size = frame.px(15),
                                             .radius = frame.px(12)});
    return going ? Answer{Do{Deed::answer_alert}} : Answer{};
}

void draw_figures(Frame& frame, const Rect& rect, std::span<const Figure> figures)
{
    const auto cells = rect.columns(static_cast<int>(figures.size()), frame.px(12));
    for (std::size_t index = 0; index < figures.size(); ++index) {
        frame.panel(cells[index], {.radius = frame.px(14)});
        Rect inner = cells[index].inset(frame.px(16), frame.px(9));
        frame.text(inner.cut_top(inner.height * 0.58F), figures[index].value,
                   {.size = frame.px(26), .weight = Weight::bold, .smallest = frame.px(16)});
        frame.text(inner, figures[index].caption,
                   {.size = frame.px(13), .colour = frame.theme().soft, .max_lines = 1, .smallest = frame.px(9.5F)});
    }
}

} // namespace verandah::console
