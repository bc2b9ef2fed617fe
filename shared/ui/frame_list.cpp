// SPDX-License-Identifier: Apache-2.0
// Lists: only the rows in sight are drawn, so ten thousand cost what ten do.
#include "shared/ui/frame.hpp"

#include <algorithm>
#include <cmath>

namespace verandah::ui {
namespace {

using Phase = Pointer::Phase;

constexpr float wheel_pixels = 64; ///< A notch.
constexpr float drag_slop = 8;     ///< A finger may tremble so far before a press becomes a drag.
constexpr float page_part = 0.9F;  ///< A page keeps a tenth in sight.
constexpr float thumb_width = 4;
constexpr float least_thumb = 28;

float farthest(const Scroll& scroll)
{
    return std::max(0.0F, scroll.content - scroll.area.height);
}

bool turns_a_page(const std::vector<KeyPress>& keys)
{
    return std::ranges::any_of(keys, [](const KeyPress& press) {
        return press.key == Key::page_down || press.key == Key::page_up || press.key == Key::home ||
               press.key == Key::end;
    });
}

/// Where the focus goes when the row that had it was turned out of sight: to the first whole row. Otherwise it would be
/// nowhere, and the next arrow would begin at the top of the screen.
std::optional<WidgetId> row_for_focus(const Interaction& before, const std::vector<Target>& drawn, const Scroll& scroll,
                                      float row_height)
{
    const auto had = std::ranges::find(before.targets, before.focused, &Target::id);
    const bool was_here = had != before.targets.end() && scroll.area.contains(had->rect.centre());
    if (!was_here || std::ranges::find(drawn, before.focused, &Target::id) != drawn.end()) {
        return std::nullopt;
    }
    const auto whole = std::ranges::find_if(drawn, [&](const Target& target) {
        return target.enabled && scroll.area.contains(target.rect) && target.rect.height >= row_height - 1;
    });
    return whole == drawn.end() ? std::nullopt : std::optional{whole->id};
}

} // namespace

Frame::VisibleRows Frame::begin_list(const Rect& rect, const List& list)
{
    const WidgetId id = widget_id(list.id);
    const Rect place = in_sight(on_screen(rect));
    Scroll& scroll = interaction_.scrolls[id];
    scroll.area = on_screen(rect);
    scroll.seen_in = interaction_.frame;
    scroll.content = static_cast<float>(list.rows) * list.row_height;
    if (inert_ == 0) {
        scroll_with_pointer(id, place, scroll);
        scroll_with_keys(scroll, list.row_height);
    }
    scroll.offset = std::round(std::clamp(scroll.offset, 0.0F, farthest(scroll)));
    clips_.push_back(place);
    painter_.clip(place);
    if (list.row_height <= 0 || list.rows <= 0) {
        return {.first = 0, .last = 0, .top = rect.y};
    }
    const int first = static_cast<int>(scroll.offset / list.row_height);
    const int last = static_cast<int>(std::ceil((scroll.offset + rect.height) / list.row_height));
    return {.first = first, .last = std::min(last, list.rows), .top = rect.y - scroll.offset};
}

void Frame::end_list(const Rect& rect, const List& list)
{
    painter_.unclip();
    clips_.pop_back();
    const Scroll& scroll = interaction_.scrolls[widget_id(list.id)];
    if (inert_ == 0 && interaction_.focus_shown && turns_a_page(input_.keys)) {
        if (const auto row = row_for_focus(interaction_, targets_, scroll, list.row_height)) {
            interaction_.focused = *row;
            again_in(0); // its ring is drawn with the next frame
        }
    }
    if (farthest(scroll) <= 0) {
        return;
    }
    const float width = px(thumb_width);
    const float height = std::max(px(least_thumb), rect.height * rect.height / scroll.content);
    const float way = (rect.height - height) * scroll.offset / farthest(scroll);
    fill({rect.end() - width - px(2), rect.y + way, width, height}, theme().edge.faded(0.7F), width / 2);
}

void Frame::scroll_with_pointer(WidgetId id, const Rect& place, Scroll& scroll)
{
    const Pointer& pointer = input_.pointer;
    const bool over = pointer.phase != Phase::away && place.contains(pointer.at);
    if (over && input_.wheel != 0) {
        scroll.offset -= input_.wheel * px(wheel_pixels);
    }
    if (over && pointer.phase == Phase::pressed) {
        interaction_.dragged_list = id;
        interaction_.drag_offset = scroll.offset;
        interaction_.held_from = pointer.at;
    }
    if (interaction_.dragged_list != id || pointer.phase != Phase::held) {
        return;
    }
    const float moved = pointer.at.y - interaction_.held_from.y;
    if (interaction_.dragging || std::abs(moved) > px(drag_slop)) {
        interaction_.dragging = true;
        interaction_.held = 0; // the row under the finger is not pressed any more
        scroll.offset = interaction_.drag_offset - moved;
    }
}

/// Only the list that holds the focus, or the pointer, or is alone, hears the keys.
void Frame::scroll_with_keys(Scroll& scroll, float row_height)
{
    const auto focus = std::ranges::find(interaction_.targets, interaction_.focused, &Target::id);
    const bool holds_focus =
        interaction_.focus_shown && focus != interaction_.targets.end() && scroll.area.contains(focus->rect.centre());
    const auto lists_in_sight = std::ranges::count_if(
        interaction_.scrolls, [this](const auto& named) { return named.second.seen_in + 1 >= interaction_.frame; });
    const bool hears = holds_focus || lists_in_sight == 1 || scroll.area.contains(input_.pointer.at);
    if (!hears || interaction_.field_focused) {
        return;
    }
    const float page = scroll.area.height * page_part;
    for (const KeyPress& press : input_.keys) {
        if (press.key == Key::page_down) {
            scroll.offset += page;
        } else if (press.key == Key::page_up) {
            scroll.offset -= page;
        } else if (press.key == Key::home) {
            scroll.offset = 0;
        } else if (press.key == Key::end) {
            scroll.offset = farthest(scroll);
        } else if (holds_focus && press.key == Key::down && focus->rect.bottom() + row_height > scroll.area.bottom()) {
            scroll.offset += row_height; // the next row comes into sight before the focus goes to it
        } else if (holds_focus && press.key == Key::up && focus->rect.y - row_height < scroll.area.y) {
            scroll.offset -= row_height;
        }
    }
}

} // namespace verandah::ui
