// SPDX-License-Identifier: Apache-2.0
// The bars around every screen.
#include "kiosk/screens/page.hpp"

#include "kiosk/screens/measures.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

namespace verandah::kiosk {
namespace {

namespace icon = ui::icon;

struct Pill {
    std::string_view label;
    ui::Icon icon;
    Touch touch;
};

float pill_width(ui::Frame& frame, const Pill& pill)
{
    const ui::TextStyle text{.size = frame.capitals_mm(measures::body), .weight = ui::Weight::semibold};
    return frame.measure(pill.label, text).width + text.size * 4.4F; // sides, icon and the gap between
}

bool draw_pill(ui::Frame& frame, const ui::Rect& rect, const Pill& pill)
{
    const float text_size = frame.capitals_mm(measures::body);
    return frame.button(rect, {.label = pill.label,
                               .icon = pill.icon,
                               .text_size = text_size,
                               .icon_size = text_size * 1.3F,
                               .radius = rect.height / 2});
}

std::optional<Touch> draw_upper_bar(ui::Frame& frame, ui::Rect bar, const PageModel& model)
{
    std::vector<Pill> pills;
    if (!model.listen.empty()) {
        pills.push_back({model.listen, icon::volume_up, Listen{}});
    }
    if (!model.ease.empty()) {
        pills.push_back({model.ease, icon::accessible, OpenEase{}});
    }
    const Pill hide{model.hide, icon::visibility_off, HideNow{}};
    float wanted = pill_width(frame, hide);
    for (const Pill& pill : pills) {
        wanted += pill_width(frame, pill) + frame.mm(measures::gap);
    }
    const float tightness = std::min(1.0F, bar.width / wanted); // large text in a narrow bar: two lines in a pill

    std::optional<Touch> touch;
    if (draw_pill(frame, bar.cut_end(pill_width(frame, hide) * tightness), hide)) {
        touch = hide.touch;
    }
    for (const Pill& pill : pills) {
        const ui::Rect place = bar.cut_start(pill_width(frame, pill) * tightness, frame.mm(measures::gap) * tightness);
        if (draw_pill(frame, place, pill)) {
            touch = pill.touch;
        }
    }
    return touch;
}

ui::Icon standing_icon(const CallButton& call, ui::Icon ready)
{
    switch (call.standing) {
    case CallButton::Standing::ready: return ready;
    case CallButton::Standing::calling: return icon::more_horiz;
    case CallButton::Standing::coming: return icon::check_circle;
    case CallButton::Standing::unanswered: return icon::directions_walk;
    }
    return ready;
}

std::optional<Touch> draw_calls(ui::Frame& frame, const std::array<ui::Rect, 2>& places, const PageModel& model)
{
    const float text_size = frame.capitals_mm(measures::call);
    std::optional<Touch> touch;
    if (frame.button(places[0], {.label = model.person.label,
                                 .icon = standing_icon(model.person, icon::support_agent),
                                 .tone = ui::Tone::quiet,
                                 .id = "call a person",
                                 .text_size = text_size,
                                 .icon_size = text_size * 1.35F,
                                 .radius = frame.mm(measures::control_radius)})) {
        touch = CallPerson{};
    }
    if (frame.button(places[1], {.label = model.help.label,
                                 .icon = standing_icon(model.help, icon::favorite),
                                 .look = ui::Look::soft,
                                 .tone = ui::Tone::care,
                                 .id = "call help",
                                 .text_size = text_size,
                                 .icon_size = text_size * 1.35F,
                                 .radius = frame.mm(measures::control_radius)})) {
        touch = CallHelp{};
    }
    return touch;
}

bool draw_back(ui::Frame& frame, const ui::Rect& place, const PageModel& model)
{
    const float text_size = frame.capitals_mm(measures::call);
    return frame.button(place, {.label = model.back,
                                .icon = icon::arrow_back,
                                .tone = ui::Tone::quiet,
                                .shortcut = {},
                                .id = "go back",
                                .text_size = text_size,
                                .radius = frame.mm(measures::control_radius)});
}

bool draw_main(ui::Frame& frame, const ui::Rect& place, const PageModel& model)
{
    const float text_size = frame.capitals_mm(measures::action);
    return frame.button(place, {.label = model.main->label,
                                .icon = model.main->icon,
                                .look = ui::Look::main,
                                .enabled = model.main->ready == MainAction::Ready::yes,
                                .text_size = text_size,
                                .radius = frame.mm(measures::control_radius)});
}

/// Back and the main action share a row; either may be missing.
void draw_way(ui::Frame& frame, ui::Rect row, float back_width, const PageModel& model, Page& page)
{
    if (!model.back.empty() && draw_back(frame, row.cut_start(back_width, frame.mm(measures::gap)), model)) {
        page.touch = GoBack{};
    }
    if (!model.main) {
        return;
    }
    if (model.answers == Answers::yes) {
        page.main_pressed = draw_main(frame, row, model);
        return;
    }
    const auto behind = frame.inert();
    static_cast<void>(draw_main(frame, row, model));
}

void draw_lower_bars(ui::Frame& frame, const PageModel& model, Page& page)
{
    const float gap = frame.mm(measures::gap);
    ui::Rect calls = page.rest.cut_bottom(frame.mm(measures::call_height), gap);
    if (frame.portrait()) {
        if (!model.back.empty() || model.main) {
            draw_way(frame, page.rest.cut_bottom(frame.mm(measures::call_height), gap), calls.width * 0.3F, model,
                     page);
        }
        const auto halves = calls.columns(2, gap);
        if (const auto touch = draw_calls(frame, {halves[0], halves[1]}, model)) {
            page.touch = touch;
        }
        return;
    }
    const float width = call_width(frame, calls.width);
    const ui::Rect help = calls.cut_end(width, gap);
    const ui::Rect person = calls.cut_end(width, gap);
    if (const auto touch = draw_calls(frame, {person, help}, model)) {
        page.touch = touch;
    }
    draw_way(frame, calls, frame.mm(70), model, page);
}

/// A quiet word at the start of the screen's own part: the hub is being looked for.
void draw_reconnecting(ui::Frame& frame, ui::Rect& rest, const PageModel& model)
{
    if (model.reconnecting.empty()) {
        return;
    }
    const ui::Badge badge{.label = model.reconnecting,
                          .icon = icon::sync,
                          .tone = ui::Tone::soon,
                          .text_size = frame.capitals_mm(measures::body)};
    const ui::Size size = frame.badge_size(badge);
    const ui::Rect strip = rest.cut_top(size.height, frame.mm(4));
    frame.badge({strip.x + (strip.width - size.width) / 2, strip.centre().y}, badge);
}

} // namespace

float call_width(const ui::Frame& frame, float row)
{
    return std::min(frame.mm(122), row * 0.27F);
}

Page draw_page(ui::Frame& frame, const PageModel& model)
{
    frame.fill(frame.area(), frame.theme().paper);
    const float margin = frame.mm(measures::margin);
    Page page{.rest = frame.area().inset(margin)};
    draw_lower_bars(frame, model, page);
    const ui::Rect upper = model.reach == Reach::usual
                               ? page.rest.cut_top(frame.mm(measures::pill_height), frame.mm(measures::gap))
                               : page.rest.cut_bottom(frame.mm(measures::pill_height), frame.mm(measures::gap));
    if (const auto touch = draw_upper_bar(frame, upper, model)) {
        page.touch = touch;
    }
    draw_reconnecting(frame, page.rest, model);
    return page;
}

} // namespace verandah::kiosk
