// SPDX-License-Identifier: Apache-2.0
// One line of typed text. The caret moves by characters as Unicode writes them; what a key means is decided here alone.
#include "shared/ui/frame.hpp"

#include <string.h> // explicit_bzero is not in <cstring>

#include <algorithm>
#include <cmath>

namespace verandah::ui {
namespace {

bool continues(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::size_t before(std::string_view text, std::size_t at)
{
    while (at > 0 && continues(text[--at])) {
    }
    return at;
}

std::size_t behind(std::string_view text, std::size_t at)
{
    if (at < text.size()) {
        ++at;
    }
    while (at < text.size() && continues(text[at])) {
        ++at;
    }
    return at;
}

/// One dot for each character.
std::string dots_for(std::string_view secret)
{
    std::string dots;
    for (const char byte : secret) {
        dots += continues(byte) ? "" : "•";
    }
    return dots;
}

/// The value and the caret while this frame's keys go in.
struct Typing {
    std::string value;
    std::size_t caret;
    Direction direction;
    bool entered = false;

    void take(const KeyPress& press)
    {
        const Key towards_start = direction == Direction::left_to_right ? Key::left : Key::right;
        const Key towards_end = direction == Direction::left_to_right ? Key::right : Key::left;
        if (press.key == Key::backspace) {
            const std::size_t start = before(value, caret);
            value.erase(start, caret - start);
            caret = start;
        } else if (press.key == Key::remove) {
            value.erase(caret, behind(value, caret) - caret);
        } else if (press.key == towards_start) {
            caret = before(value, caret);
        } else if (press.key == towards_end) {
            caret = behind(value, caret);
        } else if (press.key == Key::home) {
            caret = 0;
        } else if (press.key == Key::end) {
            caret = value.size();
        } else if (press.key == Key::enter) {
            entered = true;
        }
    }

    void insert(std::string_view typed, std::size_t most_bytes)
    {
        if (value.size() + typed.size() <= most_bytes) {
            value.insert(caret, typed);
            caret += typed.size();
        }
    }
};

} // namespace

/// A button that was touched keeps nobody from typing; one that was reached by keys does.
bool Frame::is_focus_free() const
{
    const bool was_touched = !interaction_.focus_shown && input_.pointer.phase != Pointer::Phase::pressed;
    return interaction_.focused == 0 || (was_touched && !interaction_.field_focused);
}

FieldAnswer Frame::field(const Rect& rect, const Field& field)
{
    const float text_size = field.text_size > 0 ? field.text_size : px(15);
    const float radius = std::min(px(12), rect.height * 0.3F);
    const Touch touch = touchable(rect, {.label = field.label, .id = field.id}, radius);
    const WidgetId id = widget_id(field.id.empty() ? field.label : field.id);
    if (field.focus == Field::Focus::when_free && inert_ == 0 && is_focus_free()) {
        interaction_.focused = id;
        interaction_.caret = std::string::npos;
    }
    const bool focused = inert_ == 0 && interaction_.focused == id;
    if (touch.held) {
        interaction_.caret = std::string::npos;
    }
    Typing typing{{}, std::min(interaction_.caret, field.value.size()), view_.direction};
    typing.value.reserve(std::max(field.most_bytes, field.value.size())); // so that no half of a secret is left behind
    typing.value = field.value;
    if (focused) {
        field_focused_ = true;
        typing.insert(input_.text, field.most_bytes);
        std::ranges::for_each(input_.keys, [&typing](const KeyPress& press) { typing.take(press); });
        interaction_.caret = typing.caret;
    }
    panel(rect, {.edge = focused ? theme().teal : theme().edge, .radius = radius, .thickness = px(focused ? 2 : 1)});
    Rect inner = rect.inset(text_size * 0.9F, 0);
    if (field.icon.shown()) {
        icon(inner.cut_start(text_size * 1.3F, text_size * 0.6F), field.icon, theme().soft);
    }
    const bool is_secret = field.typed == Field::Typed::as_dots;
    const std::string dots = is_secret ? dots_for(typing.value) : std::string{};
    const std::string_view shown = is_secret ? dots : typing.value;
    draw_typed(inner, shown.empty() ? field.placeholder : shown,
               {.size = text_size, .colour = shown.empty() ? theme().soft : theme().ink});
    if (focused) {
        const auto caret =
            is_secret ? dots_for(std::string_view{typing.value}.substr(0, typing.caret)).size() : typing.caret;
        draw_caret(inner, shown, caret, text_size);
    }
    FieldAnswer answer{.entered = typing.entered};
    if (typing.value != field.value) {
        answer.changed = typing.value;
    }
    if (is_secret) {
        explicit_bzero(typing.value.data(), typing.value.size());
    }
    return answer;
}

void Frame::focus(std::string_view id)
{
    interaction_.focused = widget_id(id);
    interaction_.caret = std::string::npos;
    again_in(0);
}

void Frame::draw_typed(const Rect& box, std::string_view words, const TextStyle& style)
{
    clips_.push_back(in_sight(on_screen(box)));
    painter_.clip(clips_.back());
    Rect place = box;
    place.width = std::max(box.width, measure(words, style).width + 1);
    text(place, words, style);
    painter_.unclip();
    clips_.pop_back();
}

void Frame::draw_caret(const Rect& box, std::string_view value, std::size_t caret, float text_size)
{
    const TextStyle style{.size = text_size};
    const float width = value.empty() ? 0 : measure(value, style).width;
    const float from_left = value.empty() ? 0 : painter_.caret_at(request(value, style, 0), caret);
    const float from_start = view_.direction == Direction::left_to_right ? from_left : width - from_left;
    const float height = text_size * 1.3F;
    fill({std::min(box.x + from_start, box.end() - px(2)), box.centre().y - height / 2, px(2), height}, theme().teal);
}

} // namespace verandah::ui
