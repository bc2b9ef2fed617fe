// SPDX-License-Identifier: Apache-2.0
// What has to be done for visitors, for whom a number of a file is all that is said.
#include "clinic/console/flow/work_steps.hpp"
#include "clinic/console/wording/work_page.hpp"
#include "clinic/console/wording/work_words.hpp"
#include "shared/domain/followup/may_act.hpp"
#include "shared/wire/messages/day_text.hpp"

#include <utility>

namespace verandah::console {

namespace {

using domain::DueState;
using Voice = TableCell::Voice;

std::string state_label(const Scene& scene, DueState state)
{
    const auto& words = scene.words;
    switch (state) {
    case DueState::coming: return words.translate("Later");
    case DueState::this_week: return words.translate("This week");
    case DueState::due: return words.translate("Now");
    case DueState::overdue: return words.translate("Overdue");
    case DueState::lost: return words.translate("Lost");
    case DueState::expired: return words.translate("Too late");
    case DueState::ended: return words.translate("Ended");
    case DueState::done: return words.translate("Closed");
    }
    std::unreachable();
}

ui::Tone tone_of(DueState state)
{
    switch (state) {
    case DueState::lost:
    case DueState::overdue: return ui::Tone::care;
    case DueState::due: return ui::Tone::soon;
    case DueState::this_week: return ui::Tone::mist;
    case DueState::coming:
    case DueState::expired:
    case DueState::ended:
    case DueState::done: return ui::Tone::quiet;
    }
    std::unreachable();
}

char32_t letter_of(DueState state)
{
    switch (state) {
    case DueState::due: return 'D';
    case DueState::this_week: return 'S';
    case DueState::overdue: return 'E';
    case DueState::lost: return 'L';
    case DueState::coming: return 'A';
    case DueState::expired: return 'X';
    case DueState::ended: return 'J';
    case DueState::done: return 'N';
    }
    std::unreachable();
}

/// What workers told stands first, while there is something.
std::vector<WorkTab> due_tab_words(const Scene& scene)
{
    const auto& due = scene.console.work.due;
    const bool shows_told = due.query.told == wire::DueQuery::Told::waiting;
    std::vector<WorkTab> tabs;
    if (shows_told || (due.list && due.list->told > 0)) {
        tabs.push_back({.label = scene.words.translate("Told"),
                        .count = due.list ? std::to_string(due.list->told) : std::string{},
                        .wish = WorkWish{ShowTold{}},
                        .letter = 'K',
                        .chosen = shows_told,
                        .is_care = due.list && due.list->told > 0});
    }
    for (const auto state : due_tabs) {
        const int count = due.list ? due.list->counts.at(static_cast<std::size_t>(state)) : 0;
        tabs.push_back({.label = state_label(scene, state),
                        .count = due.list ? std::to_string(count) : std::string{},
                        .wish = WorkWish{ShowDue{state}},
                        .letter = letter_of(state),
                        .chosen = due.query.state == state,
                        .is_care = count > 0 && tone_of(state) == ui::Tone::care});
    }
    return tabs;
}

/// It was given to somebody who is not asked any more, and can be given anew.
bool can_be_given_anew(const Scene& scene, const wire::DueRow& row)
{
    return row.item.given_to && !row.with_worker && !row.item.tracing_end &&
           domain::may_act(row.item, domain::GiveItem{*row.item.given_to}, row.channel,
                           today(scene.console, scene.now));
}

/// Who looks for her and how often that was tried.
std::string search_words(const Scene& scene, const wire::DueRow& row)
{
    const auto& words = scene.words;
    const auto& item = row.item;
    std::string said = item.given_to ? item.given_to->text() : channel_label(scene, row.channel);
    if (row.with_worker && row.with_worker->told) {
        const auto& answer = row.with_worker->told->answer;
        return said + " · " + answer_words(scene, answer.outcome, answer.end);
    }
    if (row.with_worker && row.with_worker->reach == wire::DueRow::WithWorker::Reach::out_of_reach) {
        return said + " · " + words.translate("cannot read it: give it anew");
    }
    if (can_be_given_anew(scene, row)) {
        return said + " · " + words.translate("not asked any more: give it anew");
    }
    if (item.attempts > 0) {
        said += " · " + words.translate("looked for once", "looked for {} times", item.attempts);
    }
    return said;
}

/// Why it stands where it does, when somebody has done something about it.
std::string act_words(const Scene& scene, const domain::DueItem& item)
{
    if (item.completed_because) {
        return completed_label(scene, *item.completed_because);
    }
    if (item.tracing_end) {
        return tracing_end_label(scene, *item.tracing_end);
    }
    return item.postponed_because ? filled(scene.words.translate("Postponed: {reason}"),
                                           {{"reason", postponed_label(scene, *item.postponed_because)}})
                                  : std::string{};
}

/// A date keeps its order in a line that runs from right to left: between isolates of Unicode.
std::string as_one_number(const std::string& date)
{
    return "\u2066" + date + "\u2069";
}

WorkRow row_words(const Scene& scene, const wire::DueRow& row, std::size_t index, bool chosen)
{
    const auto label = rule_label(scene, row.item.key.rule);
    const auto file = file_label(scene, row.file);
    WorkCell searched{.words = search_words(scene, row), .voice = Voice::quiet};
    if (row.with_worker && row.with_worker->told) {
        searched.voice = Voice::strong;
    }
    return {.id = "due " + std::to_string(index),
            .label = file + " " + label,
            .cells = {{.words = file, .voice = Voice::strong},
                      {.words = label},
                      {.words = day_label(scene, row.item.due) + " · " + as_one_number(wire::day_text(row.item.due)),
                       .voice = Voice::quiet},
                      {.words = state_label(scene, row.item.state), .badge = tone_of(row.item.state)},
                      searched},
            .chosen = chosen};
}

WorkPanel due_panel_words(const Scene& scene)
{
    const auto& words = scene.words;
    const auto& work = scene.console.work;
    WorkPanel panel{.title = words.translate("Choose a line"),
                    .lines = {words.translate("Then one key does what is to be done about it.")},
                    .deeds = {},
                    .notice = {}};
    const auto* row = chosen_due(work);
    if (row != nullptr) {
        panel.title = rule_label(scene, row->item.key.rule);
        panel.lines = {file_label(scene, row->file), day_label(scene, row->item.due), search_words(scene, *row)};
        if (auto act = act_words(scene, row->item); !act.empty()) {
            panel.lines.push_back(std::move(act));
        }
    }
    const auto deed = [&](WorkDeed each, std::string label, const ui::Icon& icon, char32_t letter) {
        panel.deeds.push_back({each, std::move(label), icon, letter, is_possible(work, each)});
    };
    const bool was_told = row != nullptr && row->with_worker && row->with_worker->told;
    if (was_told) { // what is to be done first stands first
        deed(WorkDeed::trace, words.translate("Write down what was told"), ui::icon::forum, 'T');
    }
    deed(WorkDeed::complete, words.translate("Done"), ui::icon::check_circle, 'C');
    deed(WorkDeed::postpone, words.translate("Postpone"), ui::icon::event_repeat, 'P');
    deed(WorkDeed::give, words.translate("Give to an outreach worker"), ui::icon::directions_walk, 'H');
    if (!was_told) {
        deed(WorkDeed::trace, words.translate("She was looked for"), ui::icon::search, 'T');
    }
    deed(WorkDeed::reopen, words.translate("Take it back"), ui::icon::undo, 'Z');
    return panel;
}

std::string narrowed_words(const Scene& scene)
{
    const auto& work = scene.console.work;
    std::string said;
    if (work.due.query.service && work.rules) {
        for (const auto& service : work.rules->services) {
            said = service.code == *work.due.query.service ? label_of(scene, service.label) : said;
        }
    }
    if (work.due.query.worker) {
        said += (said.empty() ? "" : " · ") + work.due.query.worker->text();
    }
    return said;
}

} // namespace

WorkModel due_words(const Scene& scene)
{
    const auto& words = scene.words;
    const auto& due = scene.console.work.due;
    auto model = work_page(scene, words.translate("What is due"),
                           {{words.translate("File"), 0.12F},
                            {words.translate("What"), 0},
                            {words.translate("When"), 0.22F},
                            {words.translate("State"), 0.12F},
                            {words.translate("Looked for"), 0.26F}},
                           due_panel_words(scene));
    model.tabs = due_tab_words(scene);
    model.narrow_label = words.translate("Filter");
    model.narrowed = narrowed_words(scene);
    const bool shows_told = due.query.told == wire::DueQuery::Told::waiting;
    word_list(scene, due,
              shows_told ? words.translate("Everything that was told is written down")
                         : words.translate("Nothing to do here. Good."),
              model, [&](const wire::DueRow& row, std::size_t index) {
                  return row_words(scene, row, index, due.chosen == index);
              });
    return model;
}

} // namespace verandah::console
