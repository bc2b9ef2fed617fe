// SPDX-License-Identifier: Apache-2.0
// Tests, and what came out.
#include "clinic/console/flow/record_view.hpp"
#include "clinic/console/wording/record_words.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

using domain::TestKind;
using domain::TestOutcome;
using domain::TestResult;

constexpr std::size_t most_keys = 9;

/// Gives the keys 1 to 9 to the first choices.
void give_keys(std::vector<RecordChoice>& choices)
{
    for (std::size_t index = 0; index < std::min(choices.size(), most_keys); ++index) {
        choices[index].key = U'1' + static_cast<char32_t>(index);
    }
}

std::string specimen_words(const Scene& scene, const domain::SpecimenCode& code)
{
    const auto& specimens = tests_of(scene.console)->specimens;
    const auto found = std::ranges::find(specimens, code, &domain::Specimen::code);
    return found == specimens.end() ? code.text() : text_of(scene, found->label);
}

/// What came out of the tests of one button so far. Of several, each that is not negative is named: a positive one must
/// not be taken for its neighbour.
std::string results_of(const Scene& scene, const std::vector<TestToday>& tests)
{
    const auto* sheet = tests_of(scene.console);
    std::string results;
    const auto add = [&](const std::string& words) { results += (results.empty() ? "" : " · ") + words; };
    for (const auto& test : tests) {
        const auto& result = test.course->result;
        const auto* kind = domain::find_test(*sheet, test.course->kind);
        const bool is_named = tests.size() > 1 && result && result->outcome != TestOutcome::negative && kind != nullptr;
        if (is_named) {
            add(text_of(scene, kind->label) + ": " + result_words(scene, *result));
        } else if (result && !results.ends_with(result_words(scene, *result))) {
            add(result_words(scene, *result));
        }
    }
    return results;
}

/// Each of them has a button of its own, which says what came out.
bool is_told_one_by_one(const domain::TestSheet& sheet, const std::vector<domain::TestCode>& kinds)
{
    return kinds.size() > 1 && std::ranges::all_of(kinds, [&](const domain::TestCode& kind) {
               return std::ranges::any_of(
                   sheet.panels, [&](const domain::TestPanel& each) { return each.tests == std::vector{kind}; });
           });
}

/// One button: a panel, or a test of its own. A panel is done when all of its tests are.
RecordChoice test_choice(const Scene& scene, const std::string& label, const std::vector<domain::TestCode>& kinds)
{
    RecordChoice choice{label, RecordWish{ChooseTests{kinds}}, {}, false, false, 0};
    choice.id = "tests";
    std::vector<TestToday> done;
    for (const auto& kind : kinds) {
        choice.id += "." + kind.text();
        if (const auto test = test_today(scene.console, kind, scene.now)) {
            done.push_back(*test);
        }
    }
    const auto& strip = scene.console.record->strip;
    choice.chosen = strip && strip->kinds == kinds;
    if (done.empty() || done.size() < kinds.size() || is_told_one_by_one(*tests_of(scene.console), kinds)) {
        return choice;
    }
    const auto results = results_of(scene, done);
    choice.chosen = true;
    choice.label +=
        " · " + specimen_words(scene, done.front().course->specimen) + (results.empty() ? "" : " · " + results);
    choice.is_care = std::ranges::any_of(done, [](const TestToday& test) {
        return test.course->result && test.course->result->outcome == TestOutcome::positive;
    });
    return choice;
}

std::vector<RecordChoice> test_choices(const Scene& scene, const domain::TestSheet& sheet)
{
    std::vector<RecordChoice> choices;
    const auto& words = scene.words;
    const bool shows_all = scene.console.record->tests == Record::Tests::all;
    for (const auto& panel : sheet.panels) {
        choices.push_back(test_choice(scene, text_of(scene, panel.label), panel.tests));
    }
    for (const auto& kind : sheet.kinds) {
        const bool is_panel = std::ranges::any_of(
            sheet.panels, [&](const domain::TestPanel& each) { return each.tests == std::vector{kind.code}; });
        if (!is_panel && (shows_all || test_today(scene.console, kind.code, scene.now))) {
            choices.push_back(test_choice(scene, text_of(scene, kind.label), {kind.code}));
        }
    }
    choices.push_back({shows_all ? words.translate("Fewer tests") : words.translate("Other tests…"),
                       RecordWish{ShowTests{shows_all ? Record::Tests::usual : Record::Tests::all}}, "tests.more",
                       false, false, 0});
    return choices;
}

std::string assay_words(const Scene& scene, const domain::HivAssays& assays)
{
    const auto& words = scene.words;
    switch (domain::after(assays).value_or(domain::HivNext::do_a1)) {
    case domain::HivNext::do_a2: return words.translate("second assay");
    case domain::HivNext::repeat_a1: return words.translate("first assay again");
    case domain::HivNext::do_a3: return words.translate("third assay");
    case domain::HivNext::do_a1:
    case domain::HivNext::negative:
    case domain::HivNext::positive:
    case domain::HivNext::inconclusive: break;
    }
    return words.translate("first assay");
}

void add_results(const Scene& scene, const TestKind& kind, StripModel& strip)
{
    const auto& words = scene.words;
    if (kind.strategy == TestKind::Strategy::hiv_three_assays) {
        strip.title += ": " + assay_words(scene, scene.console.record->strip->assays);
        strip.choices.push_back({words.translate("Non-reactive"), RecordWish{ReadAssay{domain::Reaction::non_reactive}},
                                 "assay.non_reactive", false, false, 0});
        strip.choices.push_back({words.translate("Reactive"), RecordWish{ReadAssay{domain::Reaction::reactive}},
                                 "assay.reactive", false, true, 0});
        return;
    }
    for (const auto& result : domain::possible_results(kind)) {
        strip.choices.push_back({result_words(scene, result), RecordWish{ChooseResult{result}},
                                 "result." + result_words(scene, result), false,
                                 result.outcome == TestOutcome::positive, 0});
    }
}

std::optional<StripModel> strip_words(const Scene& scene, const domain::TestSheet& sheet)
{
    const auto& strip = scene.console.record->strip;
    if (!strip) {
        return std::nullopt;
    }
    StripModel model;
    const auto& words = scene.words;
    if (const auto* kind = kind_asked(scene.console)) {
        model.title = text_of(scene, kind->label);
        add_results(scene, *kind, model);
    } else {
        const auto* first = strip->kinds.empty() ? nullptr : domain::find_test(sheet, strip->kinds.front());
        model.title =
            (first == nullptr ? std::string{} : text_of(scene, first->label) + ": ") + words.translate("where from?");
        for (const auto& specimen : specimens_asked(scene.console)) {
            model.choices.push_back({specimen_words(scene, specimen), RecordWish{ChooseSpecimen{specimen}},
                                     "specimen." + specimen.text(), false, false, 0});
        }
    }
    model.choices.push_back({words.translate("Later"), RecordWish{CloseStrip{}}, "strip.later", false, false, 0});
    give_keys(model.choices);
    return model;
}

} // namespace

std::string result_words(const Scene& scene, const TestResult& result)
{
    const auto& words = scene.words;
    if (result.dilution) {
        return filled(words.translate("reactive 1:{dilution}"), {{"dilution", std::to_string(*result.dilution)}});
    }
    switch (result.outcome) {
    case TestOutcome::negative: return words.translate("negative");
    case TestOutcome::positive: return words.translate("positive");
    case TestOutcome::inconclusive: return words.translate("inconclusive");
    }
    std::unreachable();
}

TestsModel tests_words(const Scene& scene)
{
    const auto& words = scene.words;
    const auto& sheet = *tests_of(scene.console);
    TestsModel model{words.translate("Tests"), words.translate("choose, then where from"), test_choices(scene, sheet),
                     strip_words(scene, sheet)};
    const auto cursor = cursor_of(scene.console);
    if (!model.strip && cursor && cursor->at == Cursor::At::tests) {
        give_keys(model.choices);
    }
    return model;
}

} // namespace verandah::console
