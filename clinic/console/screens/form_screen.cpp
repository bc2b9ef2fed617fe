// SPDX-License-Identifier: Apache-2.0
// One drawing for every form: lines at the start, the pad at the end, what to know and what went wrong below.
#include "clinic/console/screens/form_screen.hpp"

#include "clinic/console/screens/door_parts.hpp"
#include "clinic/console/screens/keypad.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

using ui::Frame;
using ui::Rect;
using ui::Weight;

constexpr float lines_pixels = 420;
constexpr float pad_pixels = 276;
constexpr float between_pixels = 36;
constexpr std::size_t most_typed_bytes = 300;

std::string_view line_id(Entry entry)
{
    switch (entry) {
    case Entry::account: return "form account";
    case Entry::passphrase: return "form passphrase";
    case Entry::new_passphrase: return "form new";
    case Entry::repeated: return "form repeated";
    case Entry::pin: return "form pin";
    case Entry::words: return "form words";
    }
    std::unreachable();
}

/// Natural heights, squeezed together when the screen is too low for them (large text on a small screen).
struct FormHeights {
    Frame& frame;
    float width;
    float squeeze = 1;

    [[nodiscard]] float of(float pixels) const { return frame.px(pixels) * squeeze; }
    [[nodiscard]] float words(const std::string& text, float size) const
    {
        return text.empty() ? 0 : (height_of(frame, text, frame.px(size), width) + frame.px(10)) * squeeze;
    }
    [[nodiscard]] float line(const FormLine& line) const { return of(line.note.empty() ? 76 : 98); }
    [[nodiscard]] float notice(const FormModel& model) const
    {
        return model.notice.empty()
                   ? 0
                   : (height_of(frame, model.notice, frame.px(14.5F), width - frame.px(56)) + frame.px(24)) * squeeze;
    }
    [[nodiscard]] float all(const FormModel& model) const
    {
        float height = of(54) + words(model.note, 14) + words(model.fact, 14) + notice(model) + of(60);
        for (const auto& each : model.lines) {
            height += line(each);
        }
        return height;
    }
    [[nodiscard]] float pad(const PadModel& pad) const
    {
        const float why = height_of(frame, pad.why, frame.px(13), frame.px(pad_pixels));
        return of(28) + why * squeeze + of(10 + 46 + 12) + of(4 * 56 + 3 * 8);
    }
};

/// What became of a line: a new text, or Enter.
struct Typed {
    Answer answer{};
    bool entered = false;
};

Typed draw_field(Frame& frame, const Rect& rect, const FormLine& line, const FormModel& model, bool is_first)
{
    const bool is_hidden = line.is_secret && model.typed == Form::Typed::as_dots;
    auto typed = frame.field(rect, {.label = line.label,
                                    .value = line.value.view(),
                                    .id = line_id(line.entry),
                                    .most_bytes = most_typed_bytes,
                                    .text_size = frame.px(line.entry == Entry::pin ? 20.0F : 16.0F),
                                    .typed = is_hidden ? ui::Field::Typed::as_dots : ui::Field::Typed::readable,
                                    .focus = is_first ? ui::Field::Focus::when_free : ui::Field::Focus::when_asked});
    Typed all{.entered = typed.entered};
    if (typed.changed) {
        all.answer = TypeEntry{line.entry, files::SecretText{*std::move(typed.changed)}};
    }
    return all;
}

/// Label, field, and the note below it. The first secret has the button that shows what is typed beside its label.
Typed draw_line(Frame& frame, Rect rect, const FormLine& line, const FormModel& model, const FormHeights& heights)
{
    const bool is_first = &line == model.lines.data();
    const auto secret = std::ranges::find(model.lines, true, &FormLine::is_secret);
    const bool has_turn = secret != model.lines.end() && &*secret == &line && !model.turn_typed.empty();
    Rect label = rect.cut_top(heights.of(24));
    Answer turned;
    if (has_turn) {
        const float width = frame.measure(model.turn_typed, {.size = frame.px(13)}).width + frame.px(42);
        const bool is_hidden = model.typed == Form::Typed::as_dots;
        const bool pressed = frame.button(label.cut_end(std::min(width, label.width * 0.6F)),
                                          {.label = model.turn_typed,
                                           .icon = is_hidden ? ui::icon::visibility : ui::icon::visibility_off,
                                           .look = ui::Look::bare,
                                           .tone = ui::Tone::quiet,
                                           .weight = Weight::regular,
                                           .text_size = frame.px(13),
                                           .icon_size = frame.px(16),
                                           .radius = frame.px(8)});
        turned = pressed ? Answer{TurnTyped{}} : Answer{};
    }
    frame.text(label, line.label, {.size = frame.px(14), .weight = Weight::semibold, .smallest = frame.px(10)});
    Typed typed = draw_field(frame, rect.cut_top(heights.of(44)), line, model, is_first);
    if (!line.note.empty()) {
        const auto colour =
            line.note_tone == ui::Tone::quiet ? frame.theme().soft : frame.theme().swatch(line.note_tone).ink;
        frame.text(rect.cut_top(heights.of(24)), line.note,
                   {.size = frame.px(13), .colour = colour, .smallest = frame.px(9.5F)});
    }
    note(typed.answer, std::move(turned));
    return typed;
}

Answer draw_foot(Frame& frame, Rect foot, const FormModel& model)
{
    Answer answer;
    const auto width = [&](const std::string& label, float extra) {
        return frame.measure(label, {.size = frame.px(16), .weight = Weight::semibold}).width + frame.px(extra);
    };
    const float confirm = std::min(width(model.confirm, 110), foot.width * (model.cancel.empty() ? 1.0F : 0.58F));
    if (frame.button(foot.cut_end(confirm, frame.px(10)), {.label = model.confirm,
                                                           .look = ui::Look::main,
                                                           .shortcut = ui::shortcut(ui::Key::enter),
                                                           .enabled = model.missing.empty() && !model.is_under_way,
                                                           .text_size = frame.px(16),
                                                           .radius = frame.px(12)})) {
        answer = Confirm{};
    }
    if (!model.cancel.empty() && frame.button(foot.cut_end(std::min(width(model.cancel, 92), foot.width), frame.px(14)),
                                              {.label = model.cancel,
                                               .shortcut = ui::shortcut(ui::Key::escape),
                                               .text_size = frame.px(16),
                                               .radius = frame.px(12)})) {
        note(answer, Answer{Dismiss{}});
    }
    return answer;
}

void draw_title(Frame& frame, Rect rect, const FormModel& model)
{
    if (model.place == FormModel::Place::door) {
        const float side = std::min(frame.px(38), rect.height);
        frame.house_mark(rect.cut_start(side, frame.px(14)).centred({side, side}));
    }
    if (!model.link.empty()) {
        const ui::Badge badge{.label = model.link, .icon = ui::icon::sync, .tone = ui::Tone::soon};
        const Rect place = rect.cut_end(frame.badge_size(badge).width, frame.px(10));
        frame.badge({place.x, place.centre().y}, badge);
    }
    frame.text(rect, model.title,
               {.size = frame.px(23), .weight = Weight::bold, .max_lines = 2, .smallest = frame.px(14)});
}

void draw_words(Frame& frame, const Rect& rect, const std::string& words, ui::Colour colour)
{
    frame.text(
        rect, words,
        {.size = frame.px(14), .colour = colour, .place = ui::Place::top, .max_lines = 0, .smallest = frame.px(10)});
}

/// The PIN is the last line, drawn over the pad, so that Tab and Enter reach it after the others.
Typed draw_pad(Frame& frame, Rect rect, const FormModel& model, const FormHeights& heights)
{
    const auto& pad = *model.pad;
    frame.text(rect.cut_top(heights.of(28)), pad.title,
               {.size = frame.px(16), .weight = Weight::bold, .smallest = frame.px(11)});
    const float why = height_of(frame, pad.why, frame.px(13), rect.width) * heights.squeeze;
    frame.text(rect.cut_top(why, heights.of(10)), pad.why,
               {.size = frame.px(13),
                .colour = frame.theme().soft,
                .place = ui::Place::top,
                .max_lines = 0,
                .smallest = frame.px(9.5F)});
    const FormLine line{.entry = Entry::pin, .label = pad.title, .value = pad.digits};
    Typed typed = draw_field(frame, rect.cut_top(heights.of(46), heights.of(12)), line, model, false);
    rect.height = std::min(rect.height, heights.of(4 * 56 + 3 * 8));
    note(typed.answer, draw_keypad(frame, rect, pad));
    return typed;
}

/// `next` becomes the line that Enter goes on to, for when all are drawn: drawn later, it would take the same Enter.
Answer draw_lines(Frame& frame, Rect rest, const FormModel& model, const FormHeights& heights,
                  std::optional<Entry>& next)
{
    draw_title(frame, rest.cut_top(heights.of(44), heights.of(10)), model);
    if (!model.note.empty()) {
        draw_words(frame, rest.cut_top(heights.words(model.note, 14)), model.note, frame.theme().soft);
    }
    Answer answer;
    for (std::size_t index = 0; index < model.lines.size(); ++index) {
        const auto& line = model.lines[index];
        const Typed typed = draw_line(frame, rest.cut_top(heights.line(line)), line, model, heights);
        note(answer, typed.answer);
        if (typed.entered && index + 1 < model.lines.size()) {
            next = model.lines[index + 1].entry;
        } else if (typed.entered && model.pad) {
            next = Entry::pin;
        } else if (typed.entered) {
            note(answer, Answer{Confirm{}});
        }
    }
    if (!model.fact.empty()) {
        draw_words(frame, rest.cut_top(heights.words(model.fact, 14)), model.fact, frame.theme().ink);
    }
    draw_notice(frame, rest.cut_top(heights.notice(model), heights.of(8)), model.notice);
    return answer;
}

} // namespace

Answer draw_form(Frame& frame, const FormModel& model)
{
    if (model.place == FormModel::Place::door) {
        draw_door_ground(frame);
        draw_quiet_alert(frame, model.alert);
    } else {
        frame.veil();
    }
    const float padding = frame.px(28);
    const float width = std::min(frame.px(lines_pixels + (model.pad ? between_pixels + pad_pixels : 60.0F)),
                                 frame.area().width - frame.px(32) - 2 * padding);
    const float pad_width = model.pad ? std::min(frame.px(pad_pixels), width * 0.42F) : 0;
    FormHeights heights{frame, width - (model.pad ? pad_width + frame.px(between_pixels) : 0)};
    const float natural = std::max(heights.all(model), model.pad ? heights.pad(*model.pad) + frame.px(60) : 0);
    const float room = frame.area().height - frame.px(20) - 2 * padding;
    heights.squeeze = std::min(1.0F, room / natural);
    const Rect card = frame.area().centred({width + 2 * padding, std::min(natural, room) + 2 * padding});
    frame.panel(card, {.radius = frame.px(20), .raised = frame.px(18)});
    Rect rest = card.inset(padding);
    Rect foot = rest.cut_bottom(heights.of(46), heights.of(14));
    Rect lines = rest;
    const Rect pad = model.pad ? lines.cut_end(pad_width, frame.px(between_pixels)) : Rect{};
    std::optional<Entry> next;
    Answer answer = draw_lines(frame, lines, model, heights, next);
    if (model.pad) {
        const Typed typed = draw_pad(frame, pad, model, heights);
        note(answer, typed.answer);
        note(answer, typed.entered ? Answer{Confirm{}} : Answer{});
    }
    Rect words = foot.cut_start(foot.width * (model.cancel.empty() ? 0.46F : 0.32F), frame.px(12));
    frame.text(words, model.missing,
               {.size = frame.px(13), .colour = frame.theme().soft, .max_lines = 2, .smallest = frame.px(10)});
    note(answer, draw_foot(frame, foot, model));
    if (next) {
        frame.focus(line_id(*next));
    }
    return answer;
}

Answer draw_told_words(Frame& frame, const ToldModel& model)
{
    const auto& theme = frame.theme();
    frame.veil();
    const float padding = frame.px(30);
    const float width = std::min(frame.px(720), frame.area().width - frame.px(32));
    const float warning = height_of(frame, model.warning, frame.px(15), width - 2 * padding);
    const Rect card =
        frame.area().centred({width, frame.px(34 + 30 + 16 + 120 + 18 + 18 + 52) + warning + 2 * padding});
    frame.panel(card, {.radius = frame.px(20), .raised = frame.px(18)});
    Rect rest = card.inset(padding);
    frame.text(rest.cut_top(frame.px(34)), model.title,
               {.size = frame.px(22), .weight = Weight::bold, .smallest = frame.px(14)});
    frame.text(rest.cut_top(frame.px(30), frame.px(16)), model.account,
               {.size = frame.px(16), .colour = theme.soft, .smallest = frame.px(12)});
    const Rect box = rest.cut_top(frame.px(120), frame.px(18));
    frame.panel(box, {.ground = theme.mist, .edge = theme.teal, .radius = frame.px(16)});
    frame.text(box.inset(frame.px(18), frame.px(8)), model.words.view(),
               {.size = frame.px(38),
                .weight = Weight::bold,
                .colour = theme.deep,
                .align = ui::Align::centre,
                .max_lines = 2,
                .smallest = frame.px(18)});
    frame.text(rest.cut_top(warning + frame.px(4), frame.px(14)), model.warning,
               {.size = frame.px(15), .place = ui::Place::top, .max_lines = 0, .smallest = frame.px(11)});
    const float button = frame.measure(model.confirm, {.size = frame.px(16), .weight = Weight::semibold}).width;
    const bool pressed = frame.button(rest.cut_end(std::min(rest.width, button + frame.px(110))),
                                      {.label = model.confirm,
                                       .look = ui::Look::main,
                                       .shortcut = ui::shortcut(ui::Key::enter),
                                       .text_size = frame.px(16),
                                       .radius = frame.px(12)});
    return pressed ? Answer{Confirm{}} : Answer{};
}

} // namespace verandah::console
