// SPDX-License-Identifier: Apache-2.0
// Who is pressed, by pointer, by focus or by shortcut; and where the focus goes next.
#include "shared/ui/frame.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace verandah::ui {
namespace {

using Phase = Pointer::Phase;

constexpr float sunk_pixels = 2;

/// How far `to` is from `from` in the direction of `key`; infinite when it lies elsewhere. Sideways counts double.
float way(Key key, Point from, Point to)
{
    const float right = to.x - from.x;
    const float below = to.y - from.y;
    float ahead = 0;
    float sideways = 0;
    if (key == Key::left || key == Key::right) {
        ahead = key == Key::right ? right : -right;
        sideways = std::abs(below);
    } else {
        ahead = key == Key::down ? below : -below;
        sideways = std::abs(right);
    }
    return ahead > 1 ? ahead + 2 * sideways : std::numeric_limits<float>::infinity();
}

bool is_arrow(Key key)
{
    return key == Key::left || key == Key::right || key == Key::up || key == Key::down;
}

bool is_up_or_down(Key key)
{
    return key == Key::up || key == Key::down;
}

/// Up and down are pressed for the list in sight, while nothing has the focus yet.
bool is_in_a_list(const Interaction& interaction, const Target& target)
{
    return std::ranges::any_of(interaction.scrolls, [&](const auto& named) {
        return named.second.seen_in == interaction.frame && named.second.area.contains(target.rect);
    });
}

/// A finger that has not moved is still on what it pressed, even when the screen has moved under it.
bool rests(Point finger, Point pressed_at)
{
    constexpr float tremor_pixels = 4;
    return std::hypot(finger.x - pressed_at.x, finger.y - pressed_at.y) <= tremor_pixels;
}

} // namespace

WidgetId widget_id(std::string_view name)
{
    WidgetId hash = 0xCBF29CE484222325U; // FNV-1a
    for (const char byte : name) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
    }
    return hash;
}

std::string Shortcut::text() const
{
    if (!legend.empty()) {
        return std::string{legend};
    }
    switch (key) {
    case Key::character: return (control ? "Ctrl " : "") + std::string(1, static_cast<char>(letter));
    case Key::tab: return "Tab";
    case Key::enter: return "Enter";
    case Key::space: return "Space";
    case Key::escape: return "Esc";
    case Key::backspace: return "⌫";
    case Key::remove: return "Del";
    case Key::left: return "←";
    case Key::right: return "→";
    case Key::up: return "↑";
    case Key::down: return "↓";
    case Key::page_up: return "PgUp";
    case Key::page_down: return "PgDn";
    case Key::home: return "Home";
    case Key::end: return "End";
    case Key::none: break;
    }
    return {};
}

bool Shortcut::pressed_by(const KeyPress& press) const
{
    return given() && press.key == key && press.control == control &&
           (key != Key::character || press.character == letter);
}

Frame::~Frame()
{
    move_focus();
    // Not when it is away: a frame drawn anew for another reason says nothing about the finger.
    if (input_.pointer.phase == Phase::released) {
        interaction_.held = 0;
        interaction_.dragged_list = 0;
        interaction_.dragging = false;
    }
    std::erase_if(interaction_.moving,
                  [this](const auto& moving) { return moving.second.seen_in != interaction_.frame; });
    interaction_.targets = std::move(targets_);
}

Touch Frame::touchable(const Rect& rect, const Touchable& touchable, float ring_radius)
{
    const WidgetId id = widget_id(touchable.id.empty() ? touchable.label : touchable.id);
    const Rect place = in_sight(on_screen(rect));
    const bool answers = touchable.enabled && inert_ == 0;
    if (place.width <= 0 || place.height <= 0) {
        return {};
    }
    targets_.push_back({.id = id, .label = std::string{touchable.label}, .rect = place, .enabled = answers});
    if (!answers) {
        return {};
    }
    Touch touch = pointed(id, place);
    touch.focused = interaction_.focus_shown && interaction_.focused == id;
    touch.activated = touch.activated || pressed_with_keys(id) || shortcut_pressed(touchable.shortcut);
    if (touch.focused) {
        focus_ring(rect, ring_radius);
    }
    return touch;
}

Touch Frame::pointed(WidgetId id, const Rect& place)
{
    const Pointer& pointer = input_.pointer;
    const bool over = pointer.phase != Phase::away && place.contains(pointer.at);
    if (pointer.phase == Phase::pressed && over) {
        interaction_.held = id;
        interaction_.held_from = pointer.at;
        interaction_.focused = id;
        interaction_.focus_shown = false;
    }
    const bool mine = interaction_.held == id && (over || rests(pointer.at, interaction_.held_from));
    const bool down = pointer.phase == Phase::pressed || pointer.phase == Phase::held;
    return {.activated = mine && pointer.phase == Phase::released,
            .held = mine && down,
            .hovered = over && pointer.phase == Phase::hovering,
            .focused = false,
            .sunk = mine && down ? px(sunk_pixels) : 0.0F};
}

bool Frame::pressed_with_keys(WidgetId id) const
{
    if (!interaction_.focus_shown || interaction_.focused != id) {
        return false;
    }
    return std::ranges::any_of(input_.keys, [](const KeyPress& press) {
        return !press.control && (press.key == Key::enter || press.key == Key::space);
    });
}

bool Frame::shortcut_pressed(const Shortcut& key) const
{
    if (!key.given()) {
        return false;
    }
    const bool typing = interaction_.field_focused && !key.control && key.key != Key::escape;
    const bool focus_takes_it = interaction_.focus_shown && (key.key == Key::enter || key.key == Key::space);
    return !typing && !focus_takes_it &&
           std::ranges::any_of(input_.keys, [&key](const KeyPress& press) { return key.pressed_by(press); });
}

void Frame::focus_ring(const Rect& rect, float radius)
{
    const float thickness = px(3);
    const float gap = px(2);
    const Rect ring = rect.inset(-(thickness + gap));
    outline(ring, theme().focus, radius > 0 ? radius + thickness + gap : px(6), thickness);
}

void Frame::move_focus()
{
    std::vector<const Target*> stops;
    for (const Target& target : targets_) {
        if (target.enabled) {
            stops.push_back(&target);
        }
    }
    auto now = std::ranges::find(stops, interaction_.focused, &Target::id);
    if (now == stops.end()) {
        interaction_.focused = 0;
        interaction_.focus_shown = false;
    }
    interaction_.field_focused = field_focused_ && now != stops.end();
    for (const KeyPress& press : input_.keys) {
        if (stops.empty()) {
            return;
        }
        const WidgetId next = press.key == Key::tab ? after(stops, press.shift ? Step::back : Step::on)
                              : is_arrow(press.key) ? beside(stops, press.key)
                                                    : 0;
        if (next != 0) {
            interaction_.focused = next;
            interaction_.focus_shown = true;
            interaction_.caret = std::string::npos; // a field entered by keys begins at its end
            again_in(0);
        }
    }
}

WidgetId Frame::after(const std::vector<const Target*>& stops, Step step) const
{
    const auto now = std::ranges::find(stops, interaction_.focused, &Target::id);
    if (now == stops.end()) {
        return (step == Step::on ? stops.front() : stops.back())->id;
    }
    if (step == Step::on) {
        return (now + 1 == stops.end() ? stops.front() : *(now + 1))->id;
    }
    return (now == stops.begin() ? stops.back() : *(now - 1))->id;
}

WidgetId Frame::beside(const std::vector<const Target*>& stops, Key key) const
{
    if (interaction_.field_focused && (key == Key::left || key == Key::right)) {
        return 0; // they move the caret
    }
    const auto now = std::ranges::find(stops, interaction_.focused, &Target::id);
    if (now == stops.end()) {
        const auto row =
            std::ranges::find_if(stops, [&](const Target* stop) { return is_in_a_list(interaction_, *stop); });
        return (row == stops.end() || !is_up_or_down(key) ? stops.front() : *row)->id;
    }
    const Point from = (*now)->rect.centre();
    const auto nearest = std::ranges::min_element(
        stops, {}, [&](const Target* target) { return way(key, from, target->rect.centre()); });
    return std::isfinite(way(key, from, (*nearest)->rect.centre())) ? (*nearest)->id : 0;
}

} // namespace verandah::ui
