// SPDX-License-Identifier: Apache-2.0
// A list of devices, and beside it the one that is chosen.
#include "clinic/console/screens/devices_screen.hpp"

#include "clinic/console/screens/door_parts.hpp"
#include "clinic/console/screens/side_panel.hpp"

#include <algorithm>
#include <array>

namespace verandah::console {

namespace {

using ui::Frame;
using ui::Rect;
using ui::Weight;

constexpr float device_row_pixels = 47;

/// Device, what it is, seen, certificate.
std::array<Rect, 4> columns(Frame& frame, const Rect& row)
{
    Rect rest = row.inset(frame.px(16), 0);
    const float width = rest.width;
    const float gap = frame.px(10);
    std::array<Rect, 4> cells;
    cells[0] = rest.cut_start(width * 0.36F, gap);
    cells[1] = rest.cut_start(width * 0.16F, gap);
    cells[2] = rest.cut_start(width * 0.22F, gap);
    cells[3] = rest;
    return cells;
}

Answer draw_row(Frame& frame, const Rect& rect, const DeviceRow& row, bool is_last)
{
    const auto& theme = frame.theme();
    const auto& name = row.device.text();
    const auto touch = frame.touchable(rect, {.label = name, .id = "device " + name}, frame.px(6));
    if (touch.hovered || touch.held) {
        frame.fill(rect, theme.ink.faded(0.05F));
    }
    auto cells = columns(frame, rect);
    const float side = frame.px(20);
    frame.icon(cells[0].cut_start(side, frame.px(10)).centred({side, side}), row.icon, theme.teal);
    frame.text(cells[0], name, {.size = frame.px(16), .weight = Weight::bold, .max_lines = 2, .smallest = frame.px(8)});
    frame.text(cells[1], row.kind, {.size = frame.px(15), .smallest = frame.px(10)});
    ui::Badge seen{
        .label = row.seen, .tone = row.is_here ? ui::Tone::mist : ui::Tone::quiet, .text_size = frame.px(13)};
    if (const float wide = frame.badge_size(seen).width; wide > cells[2].width) {
        seen.text_size *= cells[2].width / wide;
    }
    frame.badge({cells[2].x, cells[2].centre().y}, seen);
    frame.text(cells[3], row.until,
               {.size = frame.px(14), .colour = theme.soft, .max_lines = 2, .smallest = frame.px(10)});
    if (row.chosen) {
        frame.outline(rect.inset(1), theme.teal, frame.px(8), frame.px(2.5F));
    } else if (!is_last) {
        frame.line({rect.x, rect.bottom() - 1}, rect.width, theme.line);
    }
    return touch.activated ? Answer{ChooseDevice{row.device}} : Answer{};
}

Answer draw_list(Frame& frame, const Rect& area, const DevicesModel& model)
{
    const auto& theme = frame.theme();
    const float row_height = frame.px(device_row_pixels);
    const int rows = static_cast<int>(model.rows.size());
    Rect box = area;
    if (rows > 0) {
        box.height = std::min(area.height, frame.px(38) + row_height * static_cast<float>(rows));
    }
    frame.panel(box, {.radius = frame.px(14)});
    if (rows == 0) {
        frame.text(box.inset(frame.px(30)), model.empty,
                   {.size = frame.px(16),
                    .colour = theme.soft,
                    .align = ui::Align::centre,
                    .max_lines = 3,
                    .smallest = frame.px(12)});
        return {};
    }
    Rect rest = box.inset(1);
    const Rect head = rest.cut_top(frame.px(36));
    const auto cells = columns(frame, head);
    for (std::size_t index = 0; index < cells.size() && index < model.headings.size(); ++index) {
        frame.text(cells.at(index), model.headings[index],
                   {.size = frame.px(13), .weight = Weight::semibold, .colour = theme.soft, .smallest = frame.px(10)});
    }
    frame.line({head.x, head.bottom() - 1}, head.width, theme.line);
    Answer answer;
    frame.list(rest, {.id = "devices", .rows = rows, .row_height = row_height}, [&](int index, const Rect& rect) {
        note(answer, draw_row(frame, rect, model.rows[static_cast<std::size_t>(index)], index + 1 == rows));
    });
    return answer;
}

/// Label above, the words large below it.
void draw_large(Frame& frame, Rect rect, const std::string& label, std::string_view words, float size)
{
    frame.text(rect.cut_top(frame.px(24)), label,
               {.size = frame.px(14), .weight = Weight::semibold, .colour = frame.theme().soft});
    frame.text(rect, words,
               {.size = frame.px(size),
                .weight = Weight::bold,
                .colour = frame.theme().deep,
                .place = ui::Place::top,
                .max_lines = 2,
                .smallest = frame.px(14)});
}

Answer draw_offer_foot(Frame& frame, Rect foot, const OfferModel& model)
{
    const auto width = [&](const std::string& label) {
        return frame.measure(label, {.size = frame.px(16), .weight = Weight::semibold}).width + frame.px(110);
    };
    Answer answer;
    if (frame.button(foot.cut_end(std::min(width(model.done), foot.width * 0.5F), frame.px(12)),
                     {.label = model.done,
                      .look = ui::Look::main,
                      .shortcut = ui::shortcut(ui::Key::enter),
                      .text_size = frame.px(16),
                      .radius = frame.px(12)})) {
        answer = Confirm{};
    }
    if (!model.withdraw.empty() &&
        frame.button(foot.cut_end(std::min(width(model.withdraw), foot.width)), {.label = model.withdraw,
                                                                                 .shortcut = ui::shortcut('X'),
                                                                                 .text_size = frame.px(16),
                                                                                 .radius = frame.px(12)})) {
        note(answer, Answer{WithdrawOffer{}});
    }
    return answer;
}

} // namespace

Answer draw_devices_screen(Frame& frame, const Rect& area, const DevicesModel& model,
                           const std::optional<AlertModel>& alert)
{
    Rect rest = area;
    Answer answer;
    if (model.panel) {
        const Rect side = rest.cut_end(std::min(frame.px(372), area.width * 0.36F));
        note(answer, draw_side_panel(frame, side, *model.panel,
                                     [](Errand errand) { return Wish{SessionWish{AskDevice{errand}}}; }));
    }
    Rect main = rest.inset(frame.px(20), frame.px(16));
    note(answer, draw_head(frame, main.cut_top(frame.px(38), frame.px(12)), model.head));
    if (alert) {
        note(answer, draw_alert(frame, main.cut_top(frame.px(66), frame.px(12)), *alert));
    }
    note(answer, draw_list(frame, main, model));
    return answer;
}

Answer draw_offer(Frame& frame, const OfferModel& model)
{
    frame.veil();
    const float padding = frame.px(28);
    const Rect card = frame.area().centred({std::min(frame.px(960), frame.area().width - frame.px(24)),
                                            std::min(frame.px(700), frame.area().height - frame.px(16))});
    frame.panel(card, {.radius = frame.px(20), .raised = frame.px(18)});
    Rect rest = card.inset(padding);
    const Rect foot = rest.cut_bottom(frame.px(48), frame.px(16));
    frame.text(rest.cut_top(frame.px(34), frame.px(4)), model.title,
               {.size = frame.px(24), .weight = Weight::bold, .smallest = frame.px(15)});
    frame.text(rest.cut_top(frame.px(44), frame.px(14)), model.note,
               {.size = frame.px(15), .colour = frame.theme().soft, .max_lines = 2, .smallest = frame.px(11)});
    const float side = std::min(rest.height, rest.width * 0.5F);
    const Rect square = rest.cut_start(side, frame.px(28));
    if (model.qr) {
        frame.qr(square, *model.qr);
    } else {
        const float mark = side * 0.5F;
        frame.house_mark(square.centred({mark, mark}));
    }
    const ui::Badge state{
        .label = model.state, .icon = ui::icon::schedule, .tone = model.tone, .text_size = frame.px(16)};
    const Rect line = rest.cut_top(frame.px(40), frame.px(16));
    frame.badge({line.x, line.centre().y}, state);
    if (model.qr) {
        draw_large(frame, rest.cut_top(frame.px(104), frame.px(12)), model.code_label, model.code.view(), 27);
        draw_large(frame, rest.cut_top(frame.px(80)), model.address_label, model.address, 22);
    }
    return draw_offer_foot(frame, foot, model);
}

} // namespace verandah::console
