// SPDX-License-Identifier: Apache-2.0
// One sheet for every step of it: a card to scan; what goes and what stays; how it went.
#include "clinic/console/screens/forgetting_sheet.hpp"

#include "clinic/console/screens/door_parts.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

using ui::Frame;
using ui::Rect;
using ui::Weight;
using Kind = ForgettingModel::Kind;

constexpr float padding_pixels = 28;
constexpr float sheet_pixels = 760;
constexpr float told_pixels = 560;
constexpr float sign_pixels = 84;

/// Natural heights in a width; squeezed together when the screen is too low for them (large text on a small screen).
struct ForgettingHeights {
    Frame& frame;
    float width;
    float squeeze = 1;

    [[nodiscard]] float of(float pixels) const { return frame.px(pixels) * squeeze; }
    [[nodiscard]] float words(const std::string& text, float size, float in) const
    {
        return (height_of(frame, text, frame.px(size), in) + frame.px(2)) * squeeze;
    }
    [[nodiscard]] float list(const ForgettingList& list) const
    {
        const float inner = list_width() - frame.px(32) - frame.px(24);
        float height = of(12 + 30 + 8);
        for (const auto& line : list.lines) {
            height += words(line, 14.5F, inner) + of(7);
        }
        return height;
    }
    [[nodiscard]] float lists(const ForgettingModel& model) const
    {
        float height = 0;
        for (const auto& each : model.lists) {
            height = std::max(height, list(each));
        }
        return height;
    }
    [[nodiscard]] float list_width() const { return (width - frame.px(14)) / 2; }
    [[nodiscard]] float body(const ForgettingModel& model) const
    {
        switch (model.kind) {
        case Kind::scan: return of(54 + 16);
        case Kind::consider: return lists(model) + of(14 + 34 + 10 + 50 + 14);
        case Kind::told: return 0;
        }
        std::unreachable();
    }
    [[nodiscard]] float head(const ForgettingModel& model) const
    {
        const float note = words(model.note, 15, width);
        return model.kind == Kind::told ? of(sign_pixels + 18 + 40 + 6 + 24) + note : of(38 + 4 + 14) + note;
    }
    [[nodiscard]] float foot(const ForgettingModel& model) const
    {
        return model.confirm.empty() && model.cancel.empty() ? 0 : of(48);
    }
    [[nodiscard]] float all(const ForgettingModel& model) const { return head(model) + body(model) + foot(model); }
};

void draw_told(Frame& frame, Rect rest, const ForgettingModel& model, const ForgettingHeights& heights)
{
    const auto colours = frame.theme().swatch(model.tone);
    const float side = heights.of(sign_pixels);
    const Rect sign = rest.cut_top(side, heights.of(18)).centred({side, side});
    const bool is_under_way = model.progress == ForgettingModel::Progress::under_way;
    const float pale = is_under_way ? 0.45F * (1 - breath(frame)) : 0;
    frame.fill(sign, colours.ground, side * 0.28F);
    frame.icon(sign.inset(side * 0.22F), model.icon, colours.ink.mixed(colours.ground, pale));
    frame.text(rest.cut_top(heights.of(40), heights.of(6)), model.title,
               {.size = frame.px(24), .weight = Weight::bold, .align = ui::Align::centre, .smallest = frame.px(15)});
    frame.text(rest, model.note,
               {.size = frame.px(15),
                .colour = frame.theme().soft,
                .align = ui::Align::centre,
                .place = ui::Place::top,
                .max_lines = 0,
                .smallest = frame.px(11)});
}

void draw_head(Frame& frame, Rect head, const ForgettingModel& model, const ForgettingHeights& heights)
{
    const auto colours = frame.theme().swatch(model.tone);
    Rect title = head.cut_top(heights.of(38), heights.of(4));
    const float side = title.height;
    const Rect sign = title.cut_start(side, frame.px(12));
    frame.fill(sign, colours.ground, side * 0.28F);
    frame.icon(sign.inset(side * 0.2F), model.icon, colours.ink);
    frame.text(title, model.title, {.size = frame.px(23), .weight = Weight::bold, .smallest = frame.px(15)});
    frame.text(head, model.note,
               {.size = frame.px(15),
                .colour = frame.theme().soft,
                .place = ui::Place::top,
                .max_lines = 0,
                .smallest = frame.px(11)});
}

void draw_list(Frame& frame, const Rect& rect, const ForgettingList& list, const ForgettingHeights& heights)
{
    const auto colours = frame.theme().swatch(list.tone);
    frame.panel(rect, {.ground = colours.ground, .radius = frame.px(14)});
    Rect rest = rect.inset(frame.px(16), heights.of(12));
    Rect heading = rest.cut_top(heights.of(30), heights.of(4));
    frame.icon(heading.cut_start(frame.px(20), frame.px(10)), list.icon, colours.ink);
    frame.text(heading, list.heading,
               {.size = frame.px(15.5F), .weight = Weight::bold, .colour = colours.ink, .smallest = frame.px(11)});
    for (const auto& words : list.lines) {
        const float width = rest.width - frame.px(24);
        Rect line = rest.cut_top(heights.words(words, 14.5F, width), heights.of(7));
        const float dot = frame.px(5);
        Rect bullet = line.cut_start(frame.px(14), frame.px(10));
        frame.fill(bullet.cut_top(frame.px(20) * heights.squeeze).centred({dot, dot}), colours.ink, dot / 2);
        frame.text(line, words,
                   {.size = frame.px(14.5F),
                    .colour = frame.theme().ink,
                    .place = ui::Place::top,
                    .max_lines = 0,
                    .smallest = frame.px(10.5F)});
    }
}

Answer draw_consider(Frame& frame, Rect rest, const ForgettingModel& model, const ForgettingHeights& heights)
{
    const auto lists = rest.cut_top(heights.lists(model), heights.of(14)).columns(2, frame.px(14));
    for (std::size_t index = 0; index < std::min(lists.size(), model.lists.size()); ++index) {
        draw_list(frame, lists[index], model.lists[index], heights);
    }
    const auto care = frame.theme().swatch(ui::Tone::care);
    Rect warning = rest.cut_top(heights.of(34), heights.of(10));
    frame.icon(warning.cut_start(frame.px(22), frame.px(10)), ui::icon::warning, care.ink);
    frame.text(warning, model.warning,
               {.size = frame.px(16),
                .weight = Weight::bold,
                .colour = frame.theme().ink,
                .max_lines = 2,
                .smallest = frame.px(11)});
    const bool pressed =
        frame.button(rest.cut_top(heights.of(50)), {.label = model.agree,
                                                    .icon = model.agreed ? ui::icon::check_circle : ui::icon::groups,
                                                    .shortcut = ui::shortcut(U'1'),
                                                    .chosen = model.agreed,
                                                    .align = ui::Align::start,
                                                    .text_size = frame.px(15.5F),
                                                    .icon_size = frame.px(20),
                                                    .radius = frame.px(12)});
    return pressed ? Answer{ForgettingWish{TurnAgreed{}}} : Answer{};
}

Answer draw_scan(Frame& frame, Rect rest, const ForgettingModel& model, const ForgettingHeights& heights)
{
    auto typed = frame.field(rest.cut_top(heights.of(54)), {.label = model.field_label,
                                                            .value = model.card->view(),
                                                            .placeholder = model.field_label,
                                                            .icon = ui::icon::qr_code_scanner,
                                                            .id = "card to forget",
                                                            .most_bytes = most_card_bytes,
                                                            .text_size = frame.px(16),
                                                            .typed = ui::Field::Typed::as_dots,
                                                            .focus = ui::Field::Focus::when_free});
    auto card = typed.changed ? files::SecretText{*std::move(typed.changed)} : *model.card;
    if (typed.entered) {
        return ForgettingWish{ReadCard{std::move(card)}};
    }
    return typed.changed ? Answer{ForgettingWish{TypeCard{std::move(card)}}} : Answer{};
}

/// What the main button means, step by step.
ForgettingWish confirmed(const ForgettingModel& model)
{
    switch (model.kind) {
    case Kind::scan: return ReadCard{*model.card};
    case Kind::consider: return ForgetNow{};
    case Kind::told: return AskForCard{};
    }
    std::unreachable();
}

struct FootButton {
    const std::string& label; ///< Empty: it is not there.
    ui::Look look = ui::Look::outlined;
    ui::Shortcut key;
    ForgettingWish wish;
    bool enabled = true;
};

/// Cut from the end of `foot`.
Answer draw_foot_button(Frame& frame, Rect& foot, const FootButton& button)
{
    if (button.label.empty()) {
        return {};
    }
    const float keycap = frame.px(button.key.key == ui::Key::enter ? 110 : 92);
    const float wide = frame.measure(button.label, {.size = frame.px(16), .weight = Weight::semibold}).width + keycap;
    const Rect place = foot.cut_end(std::min(wide, foot.width * 0.62F), frame.px(10));
    const bool pressed = frame.button(place, {.label = button.label,
                                              .look = button.look,
                                              .shortcut = button.key,
                                              .enabled = button.enabled,
                                              .text_size = frame.px(16),
                                              .radius = frame.px(12)});
    return pressed ? Answer{button.wish} : Answer{};
}

Answer draw_foot(Frame& frame, Rect foot, const ForgettingModel& model)
{
    const bool closing_is_all = model.confirm.empty();
    Answer answer = draw_foot_button(frame, foot,
                                     {.label = model.confirm,
                                      .look = ui::Look::main,
                                      .key = ui::shortcut(ui::Key::enter),
                                      .wish = confirmed(model),
                                      .enabled = model.missing.empty()});
    note(answer, draw_foot_button(frame, foot,
                                  {.label = model.decline, .key = ui::shortcut(U'0'), .wish = DeclineForgetting{}}));
    note(answer, draw_foot_button(frame, foot,
                                  {.label = model.cancel,
                                   .look = closing_is_all ? ui::Look::main : ui::Look::outlined,
                                   .key = ui::shortcut(closing_is_all ? ui::Key::enter : ui::Key::escape),
                                   .wish = CloseForgetting{}}));
    frame.text(foot, model.missing,
               {.size = frame.px(13.5F), .colour = frame.theme().soft, .max_lines = 3, .smallest = frame.px(10)});
    return answer;
}

} // namespace

Answer draw_forgetting_sheet(Frame& frame, const ForgettingModel& model)
{
    frame.veil();
    const float padding = frame.px(padding_pixels);
    const float wanted = frame.px(model.kind == Kind::consider ? sheet_pixels : told_pixels);
    const float width = std::min(wanted, frame.area().width - frame.px(32) - 2 * padding);
    ForgettingHeights heights{frame, width};
    const float natural = heights.all(model);
    const float room = frame.area().height - frame.px(20) - 2 * padding;
    heights.squeeze = std::min(1.0F, room / natural);
    const Rect card = frame.area().centred({width + 2 * padding, std::min(natural, room) + 2 * padding});
    frame.panel(card, {.radius = frame.px(20), .raised = frame.px(18)});
    Rect rest = card.inset(padding);
    const Rect foot = rest.cut_bottom(heights.foot(model));
    Answer answer;
    if (model.kind == Kind::told) {
        draw_told(frame, rest, model, heights);
    } else {
        draw_head(frame, rest.cut_top(heights.head(model)), model, heights);
        note(answer, model.kind == Kind::scan ? draw_scan(frame, rest, model, heights)
                                              : draw_consider(frame, rest, model, heights));
    }
    note(answer, draw_foot(frame, foot, model));
    return answer;
}

Answer draw_asked_to_forget(Frame& frame, const Rect& rect, const AskedToForgetModel& model)
{
    const auto colours = frame.theme().swatch(ui::Tone::sky);
    frame.fill(rect, colours.ground);
    frame.fill({rect.x, rect.bottom() - 1, rect.width, 1}, colours.edge);
    Rect inner = rect.inset(frame.px(20), frame.px(6));
    const float wide = frame.measure(model.action, {.size = frame.px(14), .weight = Weight::semibold}).width;
    const bool pressed = frame.button(
        inner.cut_end(wide + frame.px(70), frame.px(14)),
        {.label = model.action, .shortcut = ui::shortcut(U'F'), .text_size = frame.px(14), .radius = frame.px(10)});
    frame.icon(inner.cut_start(frame.px(20), frame.px(10)), ui::icon::person_off, colours.ink);
    const ui::TextStyle quiet{.size = frame.px(14), .colour = colours.ink, .smallest = frame.px(10)};
    frame.text(inner.cut_end(std::min(frame.measure(model.since, quiet).width + 2, inner.width * 0.4F), frame.px(14)),
               model.since, quiet);
    frame.text(inner, model.words,
               {.size = frame.px(15),
                .weight = Weight::semibold,
                .colour = colours.ink,
                .max_lines = 2,
                .smallest = frame.px(10)});
    return pressed ? Answer{ForgettingWish{OpenForgettingRequest{model.request}}} : Answer{};
}

} // namespace verandah::console
