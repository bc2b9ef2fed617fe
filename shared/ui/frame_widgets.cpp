// SPDX-License-Identifier: Apache-2.0
// How the house's controls look. Every measure not given follows from the control's height.
#include "shared/ui/frame.hpp"

#include <algorithm>
#include <cmath>

namespace verandah::ui {
namespace {

// Parts of a control's height, from the pictures.
constexpr float text_part = 0.31F;
constexpr float note_part = 0.72F; ///< Of the text size.
constexpr float icon_part = 1.35F; ///< Of the text size.
constexpr float radius_part = 0.26F;
constexpr float edge_part = 0.012F;
constexpr float one_line_part = 0.85F; ///< A label shrinks so far to stay on one line.

constexpr float pressed_darker = 0.16F;
constexpr float hovered_darker = 0.035F;
constexpr float disabled_opacity = 0.42F;

float or_else(float given, float otherwise)
{
    return given > 0 ? given : otherwise;
}

float radius_of(const Rect& rect, const Button& button)
{
    return or_else(button.radius, std::min(rect.height * radius_part, rect.width / 2));
}

} // namespace

/// The colours and sizes of a button in the state it is in.
struct Frame::Face {
    Swatch colours;
    Colour icon;
    bool edged = false;
    float thickness = 1;
    float radius = 0;
    float text_size = 0;
    float note_size = 0;
    float icon_size = 0;
    float padding = 0;
    Weight weight = Weight::semibold;
};

namespace {

/// Before anyone touches it.
void colour_at_rest(Frame::Face& face, const Button& button, const Theme& theme)
{
    const bool quiet = button.tone == Tone::quiet;
    face.colours = theme.swatch(Tone::plain);
    face.colours.ink = quiet ? theme.soft : theme.ink;
    face.icon = quiet ? theme.soft : theme.swatch(button.tone == Tone::plain ? Tone::teal : button.tone).ink;
    switch (button.look) {
    case Look::main:
        face.colours = {theme.teal, theme.on_teal, theme.on_teal, theme.teal};
        face.icon = theme.on_teal;
        break;
    case Look::soft:
        face.colours = theme.swatch(button.tone);
        face.edged = face.colours.ground == theme.card; // in high contrast a soft ground is no ground
        break;
    case Look::outlined: face.edged = true; break;
    case Look::bare: face.colours.ground = theme.card.faded(0); break;
    }
    if (button.chosen) {
        face.colours = {theme.mist, theme.deep, theme.soft, theme.teal};
        face.icon = theme.teal;
        face.edged = true;
    }
}

/// Touched it is darker at once; off it is pale, and a main one loses its colour.
void colour_by_state(Frame::Face& face, const Button& button, const Touch& touch, const Theme& theme)
{
    if (touch.held || touch.hovered) {
        const float part = touch.held ? pressed_darker : hovered_darker;
        const bool faceless = face.colours.ground.alpha == 0;
        face.colours.ground = faceless ? theme.ink.faded(part) : face.colours.ground.mixed(theme.ink, part);
    }
    if (button.enabled) {
        return;
    }
    if (button.look == Look::main) {
        face.colours = theme.swatch(Tone::quiet);
        face.icon = face.colours.ink;
    }
    for (Colour* colour : {&face.colours.ink, &face.colours.soft, &face.colours.edge, &face.icon}) {
        *colour = colour->faded(disabled_opacity);
    }
}

} // namespace

Frame::Face Frame::face_of(const Rect& rect, const Button& button, const Touch& touch) const
{
    Face face{};
    colour_at_rest(face, button, theme());
    colour_by_state(face, button, touch, theme());
    const float thinnest = button.chosen ? 2.0F : 1.0F;
    face.thickness = std::clamp(std::round(rect.height * edge_part * thinnest), thinnest, 2 * thinnest + 1);
    face.radius = radius_of(rect, button);
    face.text_size = or_else(button.text_size, rect.height * text_part);
    face.note_size = or_else(button.note_size, face.text_size * note_part);
    face.icon_size = or_else(button.icon_size, face.text_size * icon_part);
    face.padding = std::min(face.text_size, rect.width * 0.12F);
    face.weight = button.chosen ? Weight::bold : button.weight;
    return face;
}

void Frame::draw_face(const Rect& rect, const Button& button, const Face& face)
{
    if (button.raised > 0 && button.enabled) {
        painter_.shadow(on_screen(rect), theme().shadow, face.radius, button.raised * 1.5F, button.raised * 0.6F);
    }
    if (face.colours.ground.alpha > 0) {
        fill(rect, face.colours.ground, face.radius);
    }
    if (face.edged) {
        outline(rect, face.colours.edge, face.radius, face.thickness);
    }
}

/// The key cap at the end, when the button has a shortcut. `inner` keeps the rest.
void Frame::cut_keycap(Rect& inner, const Button& button)
{
    if (!button.shortcut.given()) {
        return;
    }
    const std::string legend = button.shortcut.text();
    const float height = std::min(px(26), inner.height * 0.6F);
    const float width = measure(legend, {.size = px(12), .weight = Weight::semibold}).width;
    const Rect place = inner.cut_end(std::max(height, width + px(14)), px(8));
    const bool main = button.look == Look::main && button.enabled;
    keycap(place.centred({place.width, height}), legend, main ? theme().on_teal : theme().soft,
           main ? theme().deep : theme().desk, main ? theme().on_teal.faded(0.35F) : theme().line);
}

/// Icon, label and note as one group, placed as the button says.
void Frame::draw_words(Rect inner, const Button& button, const Face& face)
{
    cut_keycap(inner, button);
    const float gap = button.label.empty() ? 0 : face.text_size * 0.6F;
    const float icon_room = button.icon.shown() ? face.icon_size + gap : 0;
    const float room = std::max(0.0F, inner.width - icon_room);
    TextStyle label{.size = face.text_size,
                    .weight = face.weight,
                    .colour = face.colours.ink,
                    .max_lines = 2,
                    .smallest = face.text_size * 0.7F};
    const TextStyle note{.size = face.note_size,
                         .colour = face.colours.soft,
                         .place = Place::top,
                         .max_lines = 2,
                         .smallest = face.note_size * 0.75F};
    if (const float one_line = measure(button.label, label).width;
        one_line > room && one_line * one_line_part <= room) {
        label.size *= room / (one_line + 1);
    }
    const float words =
        std::min(room, std::max(measure(button.label, label).width, measure(button.note, note).width) + 1);
    const float spare = room - words;
    inner.cut_start(button.align == Align::start ? 0 : button.align == Align::centre ? spare / 2 : spare);
    if (button.icon.shown()) {
        icon(inner.cut_start(face.icon_size, gap).centred({face.icon_size, face.icon_size}), button.icon, face.icon);
    }
    inner.width = button.align == Align::start ? inner.width : std::min(inner.width, words);
    if (button.note.empty()) {
        text(inner, button.label, label);
    } else {
        draw_pair(inner, button, label, note);
    }
}

/// The label above the note, together in the middle.
void Frame::draw_pair(const Rect& inner, const Button& button, TextStyle label, const TextStyle& note)
{
    label.place = Place::bottom;
    const float label_height = measure(button.label, label, inner.width).height;
    const float both = label_height + measure(button.note, note, inner.width).height;
    Rect group = inner.centred({inner.width, std::min(inner.height, both)});
    text(group.cut_top(group.height * label_height / both), button.label, label);
    text(group, button.note, note);
}

bool Frame::button(const Rect& rect, const Button& button)
{
    const Touch touch = touchable(
        rect, {.label = button.label, .id = button.id, .shortcut = button.shortcut, .enabled = button.enabled},
        radius_of(rect, button));
    const Face face = face_of(rect, button, touch);
    const Rect place = rect.moved(0, touch.sunk);
    draw_face(place, button, face);
    if (button.icon_only) {
        icon(place.centred({face.icon_size, face.icon_size}), button.icon, face.icon);
    } else {
        draw_words(place.inset(face.padding, face.thickness), button, face);
    }
    return touch.activated;
}

bool Frame::tile(const Rect& rect, const Tile& tile)
{
    const float radius = or_else(tile.radius, rect.height * 0.15F);
    const Touch touch = touchable(
        rect, {.label = tile.label, .id = tile.id, .shortcut = tile.shortcut, .enabled = tile.enabled}, radius);
    const Button as_button{.tone = tile.tone, .enabled = tile.enabled, .chosen = tile.chosen, .radius = radius};
    const Face face = face_of(rect, as_button, touch);
    const Rect place = rect.moved(0, touch.sunk);
    draw_face(place, as_button, face);

    const float unit = std::min(rect.height, rect.width * 0.62F);
    Rect inner = place.inset(unit * 0.13F, unit * 0.1F);
    draw_signs(inner.cut_top(unit * 0.44F, unit * 0.04F), tile);
    const float text_size = or_else(tile.text_size, unit * 0.155F);
    if (!tile.note.empty()) {
        text(inner.cut_bottom(text_size * 1.15F), tile.note,
             {.size = text_size * note_part, .colour = face.colours.soft, .smallest = text_size * 0.5F});
    }
    text(inner, tile.label,
         {.size = text_size,
          .weight = Weight::bold,
          .colour = tile.enabled ? theme().ink : face.colours.ink,
          .place = Place::bottom,
          .max_lines = 2,
          .smallest = text_size * 0.7F});
    return touch.activated;
}

/// A tile's icon on its square at the start, its tick at the end.
void Frame::draw_signs(Rect strip, const Tile& tile)
{
    const Rect square = strip.cut_start(strip.height);
    const Swatch tone = theme().swatch(tile.tone);
    fill(square, tile.chosen ? theme().card : tone.ground, square.width * 0.26F);
    icon(square.inset(square.width * 0.2F), tile.icon, tile.enabled ? tone.ink : tone.ink.faded(disabled_opacity));
    if (tile.chosen) {
        const float side = square.width * 0.58F;
        const Rect tick = strip.at_end({side, side});
        fill(tick, theme().teal, side / 2);
        icon(tick.inset(side * 0.16F), icon::check, theme().on_teal);
    }
}

Size Frame::chip_size(const Chip& chip)
{
    const float size = or_else(chip.text_size, px(15));
    // As wide as when it is chosen, so that choosing moves nothing.
    const float words = measure(chip.label, {.size = size, .weight = Weight::bold}).width;
    const bool sign = chip.icon.shown() || chip.chosen;
    return {words + size * 2.2F + (sign ? size * 1.75F : 0.0F), std::max(size * 2.75F, size + px(16))};
}

bool Frame::chip(const Rect& rect, const Chip& chip)
{
    const float size = or_else(chip.text_size, px(15));
    return button(rect, {.label = chip.label,
                         .icon = chip.chosen ? icon::check : chip.icon,
                         .tone = Tone::plain,
                         .shortcut = chip.shortcut,
                         .id = chip.id,
                         .enabled = chip.enabled,
                         .chosen = chip.chosen,
                         .weight = Weight::semibold,
                         .text_size = size,
                         .icon_size = size * 1.25F,
                         .radius = rect.height * 0.29F});
}

Size Frame::badge_size(const Badge& badge)
{
    const float size = or_else(badge.text_size, px(13));
    const float words = measure(badge.label, {.size = size, .weight = Weight::semibold}).width;
    return {words + size * 1.5F + (badge.icon.shown() ? size * 1.7F : 0.0F), size * 1.85F};
}

Rect Frame::badge(Point at, const Badge& badge)
{
    const float size = or_else(badge.text_size, px(13));
    const Size box = badge_size(badge);
    const Rect rect{at.x, at.y - box.height / 2, box.width, box.height};
    const Swatch colours = theme().swatch(badge.tone);
    fill(rect, colours.ground, box.height * 0.36F);
    if (colours.ground == theme().card) {
        outline(rect, colours.edge, box.height * 0.36F, 1);
    }
    Rect inner = rect.inset(size * 0.7F, 0);
    if (badge.icon.shown()) {
        icon(inner.cut_start(size * 1.2F, size * 0.5F), badge.icon, colours.ink);
    }
    text(inner, badge.label,
         {.size = size,
          .weight = Weight::semibold,
          .colour = colours.ink,
          .align = badge.icon.shown() ? Align::start : Align::centre});
    return rect;
}

void Frame::keycap(const Rect& box, std::string_view legend, Colour ink, Colour face, Colour edge)
{
    fill(box, face, px(6));
    outline(box, edge, px(6), 1);
    text(box, legend, {.size = px(12), .weight = Weight::semibold, .colour = ink, .align = Align::centre});
}

} // namespace verandah::ui
