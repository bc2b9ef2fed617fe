// SPDX-License-Identifier: Apache-2.0
// A list of devices, and beside it the one that is chosen.
#include "clinic/console/screens/devices_screen.hpp"

#include "clinic/console/screens/door_parts.hpp"
#include "clinic/console/screens/side_panel.hpp"
#include "clinic/console/screens/table.hpp"

#include <algorithm>
#include <array>

namespace verandah::console {

namespace {

using ui::Frame;
using ui::Rect;
using ui::Weight;
using Voice = TableCell::Voice;

Answer draw_list(Frame& frame, const Rect& area, const DevicesModel& model)
{
    const auto& [device, kind, seen, certificate] = model.headings;
    const std::array columns{TableColumn{.label = device, .share = 0.36F}, TableColumn{.label = kind, .share = 0.16F},
                             TableColumn{.label = seen, .share = 0.22F}, TableColumn{.label = certificate}};
    const auto row_of = [&](int index) {
        const auto& row = model.rows[static_cast<std::size_t>(index)];
        const auto& name = row.device.text();
        return TableRow{.id = "device " + name,
                        .label = name,
                        .cells = {{.words = name, .voice = Voice::strong, .icon = row.icon},
                                  {.words = row.kind},
                                  {.words = row.seen, .badge = row.is_here ? ui::Tone::mist : ui::Tone::quiet},
                                  {.words = row.until, .voice = Voice::quiet}},
                        .chosen = row.chosen};
    };
    const auto answer = draw_table(frame, area,
                                   {.id = "devices",
                                    .columns = columns,
                                    .rows = static_cast<int>(model.rows.size()),
                                    .note = {.why = TableNote::Why::loading, .title = model.empty}},
                                   row_of);
    return answer.chosen ? Answer{ChooseDevice{model.rows[static_cast<std::size_t>(*answer.chosen)].device}} : Answer{};
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
