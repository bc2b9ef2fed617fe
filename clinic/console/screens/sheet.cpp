// SPDX-License-Identifier: Apache-2.0
// One drawing for every question: groups of options, a field, two buttons.
#include "clinic/console/screens/sheet.hpp"

#include <algorithm>

namespace verandah::console {

namespace {

using ui::Frame;
using ui::Key;
using ui::Rect;
using ui::Weight;

constexpr float heading_pixels = 28;
constexpr float option_pixels = 44;
constexpr float noted_option_pixels = 50; ///< Every option of a group in which one has a second line.

/// Keys 1 to 9 for the first group's options, then the letters from Q on the upper row, so that nothing shares a key.
ui::Shortcut key_of(std::size_t group, std::size_t option)
{
    constexpr std::string_view rows[]{"123456789", "QWERTYUIO", "ASDFGHJKL", "ZXCVBNM", ""};
    const auto& letters = rows[std::min(group, std::size(rows) - 1)];
    return option < letters.size() ? ui::shortcut(static_cast<char32_t>(letters[option])) : ui::Shortcut{};
}

struct Option {
    std::size_t group;
    std::size_t index;
};

float option_width(Frame& frame, const OptionModel& option)
{
    const float size = frame.px(15);
    const float words = frame.measure(option.label, {.size = size, .weight = Weight::bold}).width;
    const float note = option.note.empty() ? 0 : frame.measure(option.note, {.size = size * 0.75F}).width;
    return std::max(words, note) + frame.px(option.icon.shown() || option.chosen ? 100 : 74);
}

/// Where something can be typed, letters and digits are for typing.
enum class Keys { of_options, of_fields };

Answer draw_option(Frame& frame, const Rect& rect, const OptionModel& option, Option place, Keys keys)
{
    const bool pressed =
        frame.button(rect, {.label = option.label,
                            .note = option.note,
                            .icon = option.chosen ? ui::icon::check : option.icon,
                            .shortcut = keys == Keys::of_options ? key_of(place.group, place.index) : ui::Shortcut{},
                            .chosen = option.chosen,
                            .align = ui::Align::start,
                            .text_size = frame.px(15),
                            .note_size = frame.px(11.5F),
                            .icon_size = frame.px(18),
                            .radius = frame.px(12)});
    return pressed ? Answer{ChooseOption{place.group, place.index}} : Answer{};
}

constexpr float tile_pixels = 132;

Answer draw_big_option(Frame& frame, const Rect& rect, const OptionModel& option, Option place)
{
    const auto key = key_of(place.group, place.index);
    const bool pressed = frame.tile(rect, {.label = option.label,
                                           .note = option.note,
                                           .icon = option.icon,
                                           .tone = option.tone,
                                           .chosen = option.chosen,
                                           .shortcut = key,
                                           .text_size = frame.px(16),
                                           .radius = frame.px(14)});
    if (key.given() && !option.chosen) { // where the tick goes
        const Rect corner{rect.end() - frame.px(38), rect.y + frame.px(12), frame.px(26), frame.px(24)};
        frame.keycap(corner, key.text(), frame.theme().soft, frame.theme().card, frame.theme().line);
    }
    return pressed ? Answer{ChooseOption{place.group, place.index}} : Answer{};
}

/// Big ones beside each other, as wide as the sheet. Answers how high they are.
float lay_tiles(Frame& frame, const Rect& area, std::size_t group, const std::vector<OptionModel>& options,
                Answer* draws)
{
    const Rect line{area.x, area.y, area.width, frame.px(tile_pixels)};
    const auto places = line.columns(static_cast<int>(std::max<std::size_t>(options.size(), 1)), frame.px(12));
    for (std::size_t index = 0; draws != nullptr && index < options.size(); ++index) {
        note(*draws, draw_big_option(frame, places[index], options[index], {group, index}));
    }
    return line.height;
}

/// Draws the groups from the top of `area` down; answers how high they were. Measures only, when `draws` is null.
float lay_groups(Frame& frame, const Rect& area, const SheetModel& model, Answer* draws)
{
    Rect rest = area;
    for (std::size_t group = 0; group < model.groups.size(); ++group) {
        const auto& [heading, options, size_of_group] = model.groups[group];
        if (!heading.empty()) {
            const Rect line = rest.cut_top(frame.px(heading_pixels));
            if (draws != nullptr) {
                frame.text(line, heading,
                           {.size = frame.px(13), .weight = Weight::semibold, .colour = frame.theme().soft});
            }
        }
        if (size_of_group == OptionGroup::Size::big) {
            rest.cut_top(lay_tiles(frame, rest, group, options, draws), frame.px(12));
            continue;
        }
        const bool is_noted = std::ranges::any_of(options, [](const auto& option) { return !option.note.empty(); });
        ui::Flow flow{rest, frame.px(10)};
        for (std::size_t index = 0; index < options.size(); ++index) {
            const Rect place = flow.place({std::min(option_width(frame, options[index]), rest.width),
                                           frame.px(is_noted ? noted_option_pixels : option_pixels)});
            if (draws != nullptr) {
                const auto keys = model.fields.empty() ? Keys::of_options : Keys::of_fields;
                note(*draws, draw_option(frame, place, options[index], {group, index}, keys));
            }
        }
        rest.cut_top(flow.bottom() - rest.y, frame.px(12));
    }
    return rest.y - area.y;
}

Answer draw_foot(Frame& frame, Rect foot, const SheetModel& model)
{
    Answer answer;
    const auto width = [&](const std::string& label, float extra) {
        return frame.measure(label, {.size = frame.px(16), .weight = Weight::semibold}).width + frame.px(extra);
    };
    if (!model.confirm.empty()) {
        const bool pressed =
            frame.button(foot.cut_end(width(model.confirm, 110), frame.px(10)), {.label = model.confirm,
                                                                                 .look = ui::Look::main,
                                                                                 .shortcut = ui::shortcut(Key::enter),
                                                                                 .enabled = model.missing.empty(),
                                                                                 .text_size = frame.px(16),
                                                                                 .radius = frame.px(12)});
        answer = pressed ? Answer{Confirm{}} : Answer{};
    }
    if (!model.cancel.empty()) {
        if (frame.button(foot.cut_end(width(model.cancel, 92), frame.px(14)), {.label = model.cancel,
                                                                               .shortcut = ui::shortcut(Key::escape),
                                                                               .text_size = frame.px(16),
                                                                               .radius = frame.px(12)})) {
            note(answer, Answer{Dismiss{}});
        }
    }
    frame.text(foot, model.missing,
               {.size = frame.px(13), .colour = frame.theme().soft, .max_lines = 2, .smallest = frame.px(11)});
    return answer;
}

Answer draw_field(Frame& frame, Rect line, const SheetModel& model)
{
    using Focus = ui::Field::Focus;
    const auto typed = frame.field(line.centred({line.width, frame.px(44)}),
                                   {.label = model.field_label,
                                    .value = *model.typed,
                                    .placeholder = model.field_label,
                                    .most_bytes = 120,
                                    .typed = model.typed_as,
                                    .focus = model.groups.empty() ? Focus::when_free : Focus::when_asked});
    if (typed.changed) {
        return TypeWords{*typed.changed};
    }
    return typed.entered ? Answer{Confirm{}} : Answer{};
}

constexpr float said_pixels = 46;

void draw_said(Frame& frame, const Rect& rect, const SheetModel& model)
{
    const auto colours = frame.theme().swatch(model.said_tone);
    frame.fill(rect, colours.ground, frame.px(12));
    Rect inner = rect.inset(frame.px(14), frame.px(3));
    frame.icon(inner.cut_start(frame.px(20), frame.px(10)),
               model.said_tone == ui::Tone::mist ? ui::icon::check_circle : ui::icon::info, colours.ink);
    frame.text(inner, model.said,
               {.size = frame.px(15),
                .weight = Weight::semibold,
                .colour = colours.ink,
                .max_lines = 2,
                .smallest = frame.px(11)});
}

constexpr float line_pixels = 74;

/// How many lines of fields there are: a reason has one for itself.
int lines_of(const SheetModel& model)
{
    int lines = 0;
    bool has_room = false;
    for (const auto& field : model.fields) {
        const bool is_wide = field.field == StockField::reason;
        lines += has_room && !is_wide ? 0 : 1;
        has_room = !is_wide && !has_room;
    }
    return lines;
}

Answer draw_one_field(Frame& frame, Rect rect, const SheetField& field, ui::Field::Focus focus)
{
    frame.text(
        rect.cut_top(frame.px(22)), field.label,
        {.size = frame.px(13), .weight = Weight::semibold, .colour = frame.theme().soft, .smallest = frame.px(9)});
    const auto typed = frame.field(rect.cut_top(frame.px(44)), {.label = field.label,
                                                                .value = field.value,
                                                                .placeholder = field.placeholder,
                                                                .id = field.label,
                                                                .most_bytes = field.most_bytes,
                                                                .focus = focus});
    if (typed.changed) {
        return StockWish{TypeStock{field.field, *typed.changed}};
    }
    return typed.entered ? Answer{Confirm{}} : Answer{};
}

Answer draw_fields(Frame& frame, Rect rest, const SheetModel& model)
{
    Answer answer;
    Rect beside{};
    bool has_room = false;
    for (std::size_t index = 0; index < model.fields.size(); ++index) {
        const auto& field = model.fields[index];
        const bool is_wide = field.field == StockField::reason;
        Rect place = beside;
        if (!has_room || is_wide) {
            const Rect line = rest.cut_top(frame.px(line_pixels));
            const auto halves = line.columns(2, frame.px(14));
            place = is_wide ? line : halves[0];
            beside = halves[1];
        }
        has_room = !is_wide && !has_room;
        using Focus = ui::Field::Focus;
        note(answer, draw_one_field(frame, place, field, index == 0 ? Focus::when_free : Focus::when_asked));
    }
    return answer;
}

} // namespace

Answer draw_sheet(Frame& frame, const SheetModel& model)
{
    frame.veil();
    const float padding = frame.px(24);
    const float width = std::min(frame.px(640), frame.area().width - 2 * padding);
    const Rect probe{0, 0, width - 2 * padding, frame.area().height};
    const float groups = lay_groups(frame, probe, model, nullptr);
    const float head = frame.px(34) + (model.note.empty() ? 0 : frame.px(44));
    const float said = model.said.empty() ? 0 : frame.px(said_pixels + 12);
    const float field = model.typed ? frame.px(54) : frame.px(line_pixels) * static_cast<float>(lines_of(model));
    const bool has_foot = !model.confirm.empty() || !model.cancel.empty();
    const float foot = has_foot ? frame.px(60) : 0;
    const float height =
        std::min(head + frame.px(12) + groups + said + field + foot + 2 * padding, frame.area().height - frame.px(16));
    const Rect box = frame.area().centred({width, height});
    frame.panel(box, {.radius = frame.px(18), .raised = frame.px(18)});
    Rect rest = box.inset(padding);
    frame.text(rest.cut_top(frame.px(34)), model.title,
               {.size = frame.px(22), .weight = Weight::bold, .smallest = frame.px(15)});
    if (!model.note.empty()) {
        frame.text(rest.cut_top(frame.px(44)), model.note,
                   {.size = frame.px(14), .colour = frame.theme().soft, .max_lines = 2, .smallest = frame.px(11)});
    }
    rest.cut_top(frame.px(12));
    Answer answer;
    if (has_foot) {
        note(answer, draw_foot(frame, rest.cut_bottom(frame.px(46), frame.px(14)), model));
    }
    if (model.typed) {
        note(answer, draw_field(frame, rest.cut_bottom(frame.px(50)), model));
    }
    if (!model.said.empty()) {
        rest.cut_bottom(frame.px(8));
        draw_said(frame, rest.cut_bottom(frame.px(said_pixels), frame.px(4)), model);
    }
    if (!model.fields.empty()) {
        note(answer, draw_fields(frame, rest.cut_bottom(field), model));
    }
    if (!model.groups.empty()) {
        frame.scroll(rest, "sheet", std::max(groups, 1.0F),
                     [&](const Rect& page) { lay_groups(frame, page, model, &answer); });
    }
    return answer;
}

} // namespace verandah::console
