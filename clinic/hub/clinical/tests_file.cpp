// SPDX-License-Identifier: Apache-2.0
// The sections of a sheet of tests.
#include "clinic/hub/clinical/tests_file.hpp"

#include "clinic/hub/clinical/clinical_reading.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

namespace verandah::hub {
namespace {

using domain::TestKind;
using domain::TestOutcome;

constexpr std::size_t longest_test_label = 60;

domain::Specimen read_specimen(ClinicalReading& reading, TableReader& section, OnlyOnce& codes)
{
    domain::Specimen specimen{read_own_code<domain::SpecimenCode>(section, "specimen", "blood", codes),
                              reading.words.read(section, "label", {"Blood", longest_test_label})};
    section.refuse_other_keys();
    return specimen;
}

/// The words of a list that have to be codes of something in the file.
template <class Code>
std::vector<Code> read_named(TableReader& section, std::string_view key, std::string_view kind,
                             const std::vector<std::string>& known)
{
    std::vector<Code> codes;
    OnlyOnce once{fmt::format("the {}", kind)};
    for (const auto& word : section.some_texts(key, {known.empty() ? "blood" : known.front(), Code::longest})) {
        once.take(section, word);
        if (!is_known(word, known)) {
            section.refuse(word.place, fmt::format("there is no {} \"{}\" in this file", kind, word.value),
                           advice_for_unknown(word.value, known, fmt::format("add a [[{}]] with this code.", kind)));
        }
        codes.push_back(section.code_from<Code>(word));
    }
    return codes;
}

std::vector<TestOutcome> read_outcomes(TableReader& section, std::string_view key)
{
    constexpr std::array known{TestOutcome::negative, TestOutcome::positive, TestOutcome::inconclusive};
    std::vector<TestOutcome> outcomes;
    OnlyOnce once{"the result"};
    for (const auto& word : section.texts(key, {"positive"})) {
        once.take(section, word);
        outcomes.push_back(
            read_known_word<TestOutcome>(section, word, known, [](TestOutcome each) { return domain::word(each); }));
    }
    return outcomes;
}

domain::TestMethod read_method(TableReader& section)
{
    using enum domain::TestMethod;
    constexpr std::array known{naat, point_of_care, microscopy, culture, treponemal, non_treponemal, laboratory};
    return read_known_word<domain::TestMethod>(section, section.word("method", {"point_of_care"}), known,
                                               [](domain::TestMethod each) { return domain::word(each); });
}

TestKind::Strategy read_strategy(TableReader& section)
{
    using Strategy = TestKind::Strategy;
    constexpr std::array known{Strategy::hiv_three_assays};
    return section.has("strategy") ? read_known_word<Strategy>(section, section.word("strategy", {"hiv_three_assays"}),
                                                               known, [](Strategy) { return "hiv_three_assays"; })
                                   : Strategy::none;
}

TestKind read_kind(ClinicalReading& reading, TableReader& section, OnlyOnce& codes,
                   const std::vector<std::string>& specimens)
{
    TestKind kind{.code = read_own_code<domain::TestCode>(section, "test", "syphilis.rapid", codes),
                  .label = reading.words.read(section, "label", {"Syphilis rapid", longest_test_label}),
                  .target = section.code_from<domain::TargetCode>(section.word("target", {"syphilis"})),
                  .method = read_method(section),
                  .specimens = read_named<domain::SpecimenCode>(section, "specimens", "specimen", specimens),
                  .outcomes = read_outcomes(section, "results"),
                  .titre = section.is_true("titre") ? TestKind::Titre::told : TestKind::Titre::none,
                  .critical = read_outcomes(section, "critical"),
                  .strategy = read_strategy(section),
                  .codings = read_codings(section),
                  .titre_codings = read_codings(section, "titre_codes"),
                  .positive_codings = read_codings(section, "positive_codes")};
    if (kind.outcomes.empty()) {
        section.refuse(section.place("results"), fmt::format("nothing can come out of {}", section.title()),
                       "Write results = [\"negative\", \"positive\"].");
    }
    for (const auto outcome : kind.critical) {
        if (std::ranges::find(kind.outcomes, outcome) == kind.outcomes.end()) {
            section.refuse(section.place("critical"),
                           fmt::format("\"{}\" is critical, and is none of the results", domain::word(outcome)),
                           "Add it to \"results\", or take it out here.");
        }
    }
    if (!kind.titre_codings.empty() && kind.titre == TestKind::Titre::none) {
        section.refuse(section.place("titre_codes"), fmt::format("{} tells no titre", section.title()),
                       "Write titre = true, or take the line out.");
    }
    if (!kind.positive_codings.empty() &&
        std::ranges::find(kind.outcomes, TestOutcome::positive) == kind.outcomes.end()) {
        section.refuse(section.place("positive_codes"), fmt::format("{} is never positive", section.title()),
                       "Add \"positive\" to \"results\", or take the line out.");
    }
    section.refuse_other_keys();
    return kind;
}

domain::TestPanel read_panel(ClinicalReading& reading, TableReader& section, const std::vector<std::string>& tests)
{
    domain::TestPanel panel{reading.words.read(section, "label", {"Gonorrhoea and chlamydia", longest_test_label}),
                            read_named<domain::TestCode>(section, "tests", "test", tests)};
    section.refuse_other_keys();
    return panel;
}

template <class List>
std::vector<std::string> codes_of(const List& list)
{
    std::vector<std::string> codes;
    for (const auto& each : list) {
        codes.push_back(each.code.text());
    }
    return codes;
}

domain::TestSheet read_sheet(ClinicalReading& reading)
{
    domain::TestSheet sheet{.about = read_source(reading.root), .specimens = {}, .kinds = {}, .panels = {}};
    OnlyOnce specimen_codes{"the specimen code"};
    for (auto& section : reading.root.tables("specimen")) {
        sheet.specimens.push_back(read_specimen(reading, section, specimen_codes));
    }
    OnlyOnce test_codes{"the test code"};
    const auto specimens = codes_of(sheet.specimens);
    for (auto& section : reading.root.tables("test")) {
        sheet.kinds.push_back(read_kind(reading, section, test_codes, specimens));
    }
    const auto tests = codes_of(sheet.kinds);
    for (auto& section : reading.root.tables("panel")) {
        sheet.panels.push_back(read_panel(reading, section, tests));
    }
    if (sheet.kinds.empty()) {
        reading.root.refuse({1, 1}, "there is no [[test]]", "Add [[test]] with code, label, target and specimens.");
    }
    return sheet;
}

} // namespace

std::expected<domain::TestSheet, std::vector<Fault>> read_tests(std::string_view text)
{
    return read_clinical(text, read_sheet);
}

} // namespace verandah::hub
