// SPDX-License-Identifier: Apache-2.0
// A list of accounts, and beside it the one that is chosen.
#include "clinic/console/screens/staff_screen.hpp"

#include "clinic/console/screens/side_panel.hpp"
#include "clinic/console/screens/table.hpp"

#include <algorithm>
#include <array>

namespace verandah::console {

namespace {

using ui::Frame;
using ui::Rect;
using Voice = TableCell::Voice;

Answer draw_list(Frame& frame, const Rect& area, const StaffModel& model)
{
    const auto& [account, role, signed_in, state, records] = model.headings;
    const std::array columns{TableColumn{.label = account, .share = 0.22F}, TableColumn{.label = role, .share = 0.22F},
                             TableColumn{.label = signed_in, .share = 0.18F},
                             TableColumn{.label = state, .share = 0.16F}, TableColumn{.label = records}};
    const auto row_of = [&](int index) {
        const auto& row = model.rows[static_cast<std::size_t>(index)];
        const auto name = row.account.view();
        return TableRow{.id = "account " + row.account.text(),
                        .label = name,
                        .cells = {{.words = name, .voice = Voice::strong},
                                  {.words = row.role},
                                  {.words = row.last_signed_in, .voice = Voice::quiet},
                                  {.words = row.state, .badge = row.is_open ? ui::Tone::mist : ui::Tone::quiet},
                                  {.words = row.records,
                                   .voice = Voice::quiet,
                                   .icon = row.records.empty() ? ui::Icon{} : ui::icon::key}},
                        .chosen = row.chosen,
                        .pale = !row.is_open};
    };
    const auto answer = draw_table(frame, area,
                                   {.id = "accounts",
                                    .columns = columns,
                                    .rows = static_cast<int>(model.rows.size()),
                                    .note = {.why = TableNote::Why::loading, .title = model.empty}},
                                   row_of);
    return answer.chosen ? Answer{ChooseAccount{model.rows[static_cast<std::size_t>(*answer.chosen)].account}}
                         : Answer{};
}

} // namespace

Answer draw_staff_screen(Frame& frame, const Rect& area, const StaffModel& model,
                         const std::optional<AlertModel>& alert)
{
    Rect rest = area;
    Answer answer;
    if (model.panel) {
        const Rect side = rest.cut_end(std::min(frame.px(372), area.width * 0.36F));
        note(answer, draw_side_panel(frame, side, *model.panel,
                                     [](Errand errand) { return Wish{SessionWish{AskAccount{errand}}}; }));
    }
    Rect main = rest.inset(frame.px(20), frame.px(16));
    note(answer, draw_head(frame, main.cut_top(frame.px(38), frame.px(12)), model.head));
    if (alert) {
        note(answer, draw_alert(frame, main.cut_top(frame.px(66), frame.px(12)), *alert));
    }
    note(answer, draw_list(frame, main, model));
    return answer;
}

} // namespace verandah::console
