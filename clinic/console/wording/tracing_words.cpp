// SPDX-License-Identifier: Apache-2.0
// Whom an outreach worker looks for: in the words that were agreed with her, and without what for.
#include "clinic/console/flow/work_steps.hpp"
#include "clinic/console/wording/work_page.hpp"
#include "clinic/console/wording/work_words.hpp"

#include <string>
#include <utility>

namespace verandah::console {

namespace {

using TracingRow = wire::TracingList::Row;

std::string how_to_find(const Scene& scene, const TracingRow& row)
{
    return row.asked.words.empty() ? scene.words.translate("The clinic tells you how to find her.") : row.asked.words;
}

/// The beginning of it, whole words of any script; the panel has it all.
std::string in_short(const std::string& words)
{
    constexpr int longest = 66; // letters: two lines of the list
    int letters = 0;
    std::size_t last_space = 0;
    for (std::size_t place = 0; place < words.size(); ++place) {
        const bool begins_letter = (static_cast<unsigned char>(words[place]) & 0xC0U) != 0x80U; // of UTF-8
        if (begins_letter && ++letters > longest) {
            return words.substr(0, last_space > 0 ? last_space : place) + "…";
        }
        last_space = words[place] == ' ' ? place : last_space;
    }
    return words;
}

std::string attempt_words(const Scene& scene, const TracingRow& row)
{
    const auto& words = scene.words;
    return row.asked.attempts == 0 ? words.translate("not yet")
                                   : words.translate("looked for once", "looked for {} times", row.asked.attempts);
}

WorkCell standing_cell(const Scene& scene, const TracingRow& row)
{
    if (row.told) {
        return {.words = answer_words(scene, row.told->answer.outcome, row.told->answer.end), .badge = ui::Tone::mist};
    }
    return {.words = scene.words.translate("To do"), .badge = ui::Tone::soon};
}

WorkRow tracing_row_words(const Scene& scene, const TracingRow& row, std::size_t index, bool chosen)
{
    const auto find = row.asked.words.empty() ? how_to_find(scene, row) : in_short(row.asked.words);
    return {.id = "tracing " + std::to_string(index),
            .label = find,
            .cells = {{.words = find, .voice = TableCell::Voice::strong},
                      {.words = day_label(scene, row.asked.expected_on)},
                      {.words = attempt_words(scene, row), .voice = TableCell::Voice::quiet},
                      standing_cell(scene, row)},
            .chosen = chosen};
}

WorkPanel tracing_panel_words(const Scene& scene)
{
    const auto& words = scene.words;
    const auto& work = scene.console.work;
    WorkPanel panel{.title = words.translate("Choose a line"),
                    .lines = {words.translate("Ask her to come to the clinic. Say nothing about it to anybody else.")},
                    .deeds = {},
                    .notice = {}};
    const auto* row = chosen_tracing(work);
    if (row != nullptr) {
        panel.title = words.translate("Ask her to come to the clinic");
        panel.lead = how_to_find(scene, *row);
        panel.lines = {
            filled(words.translate("She is expected: {day}"), {{"day", day_label(scene, row->asked.expected_on)}})};
        if (row->asked.until) {
            panel.lines.push_back(
                filled(words.translate("Too late after: {day}"), {{"day", day_label(scene, *row->asked.until)}}));
        }
        if (row->told) {
            panel.lines.push_back(words.translate("You told this; the clinic has not written it down yet."));
        }
    }
    panel.deeds = {{WorkDeed::report,
                    row != nullptr && row->told ? words.translate("Change what you told")
                                                : words.translate("Tell what came of it"),
                    ui::icon::forum, 'T', is_possible(work, WorkDeed::report)}};
    return panel;
}

} // namespace

std::string answer_words(const Scene& scene, domain::TracingOutcome outcome, std::optional<domain::TracingEnd> end)
{
    const auto& words = scene.words;
    std::string said;
    switch (outcome) {
    case domain::TracingOutcome::reached: said = words.translate("Reached her"); break;
    case domain::TracingOutcome::not_reached: said = words.translate("Did not reach her"); break;
    case domain::TracingOutcome::informant: said = words.translate("Somebody told"); break;
    }
    return end ? said + " · " + tracing_end_label(scene, *end) : said;
}

WorkModel tracing_words(const Scene& scene)
{
    const auto& words = scene.words;
    const auto& hers = scene.console.work.tracings;
    auto model = work_page(scene, words.translate("Whom to find"),
                           {{words.translate("How to find her"), 0},
                            {words.translate("Expected"), 0.16F},
                            {words.translate("Looked for"), 0.18F},
                            {words.translate("State"), 0.26F}},
                           tracing_panel_words(scene));
    word_list(scene, hers, words.translate("Nobody is to be looked for. Good."), model,
              [&](const TracingRow& row, std::size_t index) {
                  return tracing_row_words(scene, row, index, hers.chosen == index);
              });
    if (!hers.list && !hers.has_failed) { // it is short, and no file is opened for it
        model.empty_title = words.translate("One moment…");
        model.empty_note.clear();
    }
    if (hers.list && hers.list->out_of_reach > 0) {
        model.foot =
            words.translate("{} more can’t be read with your new passphrase: ask the clinic to give it anew.",
                            "{} more can’t be read with your new passphrase: ask the clinic to give them anew.",
                            hers.list->out_of_reach);
    }
    return model;
}

} // namespace verandah::console
