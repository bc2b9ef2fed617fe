// SPDX-License-Identifier: Apache-2.0
// Results that somebody has to be told, critical ones first; and tests of which nothing has come yet.
#include "clinic/console/flow/record_view.hpp"
#include "clinic/console/flow/work_steps.hpp"
#include "clinic/console/wording/record_words.hpp"
#include "clinic/console/wording/words.hpp"
#include "clinic/console/wording/work_page.hpp"
#include "clinic/console/wording/work_words.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

using domain::TestOutcome;
using wire::ResultWait;
using Voice = TableCell::Voice;

std::string wait_label(const Scene& scene, ResultWait wait)
{
    switch (wait) {
    case ResultWait::to_tell: return scene.words.translate("To tell her");
    case ResultWait::awaited: return scene.words.translate("Awaited");
    }
    std::unreachable();
}

std::vector<WorkTab> result_tab_words(const Scene& scene)
{
    const auto& results = scene.console.work.results;
    std::vector<WorkTab> tabs;
    for (const auto wait : wire::every_result_wait) {
        const int count = results.list ? results.list->counts.at(static_cast<std::size_t>(wait)) : 0;
        tabs.push_back({.label = wait_label(scene, wait),
                        .count = results.list ? std::to_string(count) : std::string{},
                        .wish = WorkWish{ShowResults{wait}},
                        .letter = wait == ResultWait::to_tell ? U'E' : U'A',
                        .chosen = results.query.wait == wait,
                        .is_care = count > 0 && wait == ResultWait::to_tell});
    }
    return tabs;
}

/// How long it has waited, by the hub's clock.
std::string age_words(const Scene& scene, const wire::ResultRow& row)
{
    return long_duration(scene, std::max(scene.now - row.since, std::chrono::milliseconds{0}));
}

ui::Tone tone_of(const wire::ResultRow& row)
{
    return row.is_critical                                ? ui::Tone::care
           : row.result->outcome == TestOutcome::negative ? ui::Tone::mist
                                                          : ui::Tone::soon;
}

WorkRow row_words(const Scene& scene, const wire::ResultRow& row, std::size_t index, bool chosen)
{
    const auto file = file_label(scene, row.file);
    const auto test = test_label(scene, row.kind, row.specimen);
    WorkRow shown{.id = "result " + std::to_string(index),
                  .label = file + " " + test,
                  .cells = {{.words = file, .voice = Voice::strong}, {.words = test}},
                  .chosen = chosen};
    shown.cells.push_back(row.result
                              ? WorkCell{.words = result_words(scene, *row.result), .badge = tone_of(row)}
                              : WorkCell{.words = scene.words.translate("not there yet"), .voice = Voice::quiet});
    shown.cells.push_back({.words = age_words(scene, row), .voice = Voice::quiet});
    return shown;
}

WorkPanel result_panel_words(const Scene& scene)
{
    const auto& words = scene.words;
    const auto& work = scene.console.work;
    WorkPanel panel{.title = words.translate("Choose a test"),
                    .lines = {words.translate("Then one key writes down what came out, or that she knows.")},
                    .deeds = {},
                    .notice = {}};
    if (const auto* row = chosen_result(work)) {
        panel.title = test_label(scene, row->kind, row->specimen);
        panel.lines = {file_label(scene, row->file)};
        if (row->result) {
            panel.lines.push_back(result_words(scene, *row->result));
        }
        if (row->is_critical) {
            panel.lines.push_back(words.translate("Critical: tell her first of all."));
        }
    }
    panel.deeds = {
        {WorkDeed::tell, words.translate("She was told"), ui::icon::forum, 'T', is_possible(work, WorkDeed::tell)},
        {WorkDeed::result, words.translate("The result came"), ui::icon::science, 'R',
         is_possible(work, WorkDeed::result)}};
    return panel;
}

} // namespace

std::string test_label(const Scene& scene, const domain::TestCode& test, const domain::SpecimenCode& specimen)
{
    const auto* sheet = tests_of(scene.console);
    const auto* kind = sheet == nullptr ? nullptr : domain::find_test(*sheet, test);
    if (kind == nullptr) { // a test that the centre no longer has
        return test.text() + " · " + specimen.text();
    }
    const auto found = std::ranges::find(sheet->specimens, specimen, &domain::Specimen::code);
    return text_of(scene, kind->label) + " · " +
           (found == sheet->specimens.end() ? specimen.text() : text_of(scene, found->label));
}

WorkModel result_list_words(const Scene& scene)
{
    const auto& words = scene.words;
    const auto& results = scene.console.work.results;
    auto model = work_page(scene, words.translate("Results"),
                           {{words.translate("File"), 0.14F},
                            {words.translate("Test"), 0},
                            {words.translate("Result"), 0.24F},
                            {words.translate("Waits for"), 0.16F}},
                           result_panel_words(scene));
    model.tabs = result_tab_words(scene);
    word_list(scene, results,
              results.query.wait == ResultWait::to_tell ? words.translate("Everybody knows her results. Good.")
                                                        : words.translate("No result is awaited"),
              model, [&](const wire::ResultRow& row, std::size_t index) {
                  return row_words(scene, row, index, results.chosen == index);
              });
    return model;
}

} // namespace verandah::console
