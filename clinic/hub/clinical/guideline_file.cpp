// SPDX-License-Identifier: Apache-2.0
// The causes, circumstances and regimens of a guideline.
#include "clinic/hub/clinical/guideline_file.hpp"

#include "clinic/hub/clinical/clinical_reading.hpp"
#include "shared/domain/record/own_treatment.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace verandah::hub {
namespace {

using domain::DrugGiven;
using domain::FactCode;
using domain::Regimen;

constexpr std::size_t longest_guideline_label = 80;
constexpr std::size_t longest_note = 300;

domain::NamedFact read_named_fact(ClinicalReading& reading, TableReader& section, OnlyOnce& once)
{
    const auto word = section.word("fact", {"syndrome.genital_ulcer", FactCode::longest});
    once.take(section, word);
    domain::NamedFact named{section.code_from<FactCode>(word),
                            reading.words.read(section, "label", {"Genital ulcer", longest_guideline_label}),
                            read_codings(section)};
    section.refuse_other_keys();
    return named;
}

std::vector<domain::NamedFact> read_named_facts(ClinicalReading& reading, std::string_view key, OnlyOnce& once)
{
    std::vector<domain::NamedFact> named;
    for (auto& section : reading.root.tables(key)) {
        named.push_back(read_named_fact(reading, section, once));
    }
    return named;
}

DrugGiven read_drug(ClinicalReading& reading, TableReader& section)
{
    using enum domain::Route;
    using enum domain::Frequency;
    constexpr std::array routes{oral, intramuscular, intravenous, vaginal, topical};
    constexpr std::array frequencies{once, daily, twice_daily, three_daily, four_daily, weekly};
    DrugGiven drug{
        .drug = section.code_from<domain::DrugCode>(section.word("drug", {"doxycycline", domain::DrugCode::longest})),
        .name = reading.words.read(section, "name", {"Doxycycline", longest_guideline_label}),
        .dose = section.text("dose", {"100 mg", 40}),
        .route = read_known_word<domain::Route>(section, section.word("route", {"oral"}), routes,
                                                [](domain::Route each) { return domain::word(each); }),
        .frequency =
            read_known_word<domain::Frequency>(section, section.word("frequency", {"twice_daily"}), frequencies,
                                               [](domain::Frequency each) { return domain::word(each); }),
        .days = section.number("days", {.least = 1, .most = 365, .usual = 1}),
        .doses = section.number("doses", {.least = 1, .most = 52, .usual = 1})};
    const bool is_weekly = drug.frequency == weekly;
    const bool is_once = drug.frequency == once;
    if ((section.has("doses") && !is_weekly) || (section.has("days") && (is_weekly || is_once))) {
        section.refuse(section.place(), "\"doses\" goes with weekly, \"days\" with all others but once",
                       "Take out the one that does not fit the frequency.");
    } else if (!is_once && !section.has(is_weekly ? "doses" : "days")) {
        section.refuse(section.place(), fmt::format("{} does not say how long it is given", section.title()),
                       is_weekly ? "Add doses = 3." : "Add days = 7.");
    }
    section.refuse_other_keys();
    return drug;
}

/// The facts under `key`, each of which the file has to name.
std::vector<FactCode> read_known_facts(TableReader& section, std::string_view key,
                                       const std::vector<std::string>& known)
{
    std::vector<FactCode> facts;
    for (const auto& word : section.texts(key, {"allergy.penicillin", FactCode::longest})) {
        if (!is_known(word, known)) {
            section.refuse(word.place, fmt::format("\"{}\" is named nowhere in this file", word.value),
                           advice_for_unknown(word.value, known, "add a [[circumstance]] with this fact and a label."));
        }
        facts.push_back(section.code_from<FactCode>(word));
    }
    return facts;
}

std::vector<std::string> facts_in(const std::vector<domain::NamedFact>& named)
{
    std::vector<std::string> facts;
    std::ranges::transform(named, std::back_inserter(facts), [](const auto& each) { return each.fact.text(); });
    return facts;
}

bool is_course(const Regimen& regimen)
{
    return std::ranges::any_of(regimen.drugs, [](const DrugGiven& drug) { return drug.doses > 1; });
}

/// How the doses of a course follow each other. A file from before this could be said goes week by week, and counts the
/// fact that is called so.
void read_course(TableReader& section, Regimen& regimen)
{
    constexpr int week = 7;
    regimen.longest_gap_days = section.number("longest_gap_days", {.least = 0, .most = 365, .usual = 0});
    const auto days_apart = section.number("days_apart", {.least = 1, .most = 365, .usual = week});
    if (section.has("counts")) {
        regimen.counts = section.code_from<FactCode>(section.word("counts", {"syphilis.dose", FactCode::longest}));
    }
    if (!is_course(regimen)) {
        return;
    }
    regimen.days_apart = days_apart;
    const auto named =
        std::ranges::find_if(regimen.amounts_to, [](const FactCode& fact) { return fact.view().ends_with(".dose"); });
    if (!regimen.counts && named != regimen.amounts_to.end()) {
        regimen.counts = *named;
    }
}

void check_regimen(TableReader& section, const Regimen& regimen)
{
    if (regimen.drugs.empty()) {
        section.refuse(section.place("drugs"), fmt::format("{} gives nothing", section.title()),
                       "Write drugs = [{ drug = \"…\", name = \"…\", dose = \"…\", route = \"oral\", … }].");
    }
    for (const std::string_view key : {"longest_gap_days", "days_apart", "counts"}) {
        if (section.has(key) && !is_course(regimen)) {
            section.refuse(section.place(key),
                           fmt::format("{} is given once, and has no time between two doses", section.title()),
                           "Take the line out, or write doses = 3 at its drug.");
        }
    }
    if (regimen.longest_gap_days > 0 && regimen.longest_gap_days < regimen.days_apart) {
        section.refuse(section.place("longest_gap_days"),
                       fmt::format("the next dose of {} is due after its course began anew", section.title()),
                       "Write a longest_gap_days of at least days_apart.");
    }
    if (regimen.counts && std::ranges::find(regimen.amounts_to, *regimen.counts) == regimen.amounts_to.end()) {
        section.refuse(section.place("counts"),
                       fmt::format("\"{}\" is none of the facts of {}", regimen.counts->view(), section.title()),
                       "Add it to facts, or take the line out.");
    }
    for (const auto& fact : regimen.only_with) {
        if (std::ranges::find(regimen.not_with, fact) != regimen.not_with.end()) {
            section.refuse(section.place("not_with"),
                           fmt::format("{} is given only with \"{}\", and not with it", section.title(), fact.view()),
                           "Take it out of one of the two lists.");
        }
    }
}

Regimen read_regimen(ClinicalReading& reading, TableReader& section, OnlyOnce& ids,
                     const std::vector<std::string>& causes, const std::vector<std::string>& circumstances)
{
    const auto id = section.word("id", {"ulcer.1", domain::RegimenCode::longest});
    ids.take(section, id);
    section.rename(fmt::format("the regimen \"{}\"", id.value));
    if (id.value == domain::own_regimen_word) {
        section.refuse(id.place, fmt::format("\"{}\" is what a medicine outside the table is called by", id.value),
                       "Call the regimen by what it is for: \"ulcer.1\".");
    }
    const auto cause = section.word("for", {"syndrome.genital_ulcer", FactCode::longest});
    if (!is_known(cause, causes)) {
        section.refuse(cause.place, fmt::format("there is no cause \"{}\" in this file", cause.value),
                       advice_for_unknown(cause.value, causes, "add a [[cause]] with this fact and a label."));
    }
    Regimen regimen{.id = section.code_from<domain::RegimenCode>(id),
                    .for_what = section.code_from<FactCode>(cause),
                    .line = section.number("line", {.least = 1, .most = 9, .usual = 1}),
                    .drugs = {}};
    for (auto& drug : section.tables("drugs")) {
        drug.rename(fmt::format("a drug of {}", section.title()));
        regimen.drugs.push_back(read_drug(reading, drug));
    }
    regimen.only_with = read_known_facts(section, "only_with", circumstances);
    regimen.not_with = read_known_facts(section, "not_with", circumstances);
    regimen.careful_with = read_known_facts(section, "careful_with", circumstances);
    if (section.has("note")) {
        regimen.note = reading.words.read(section, "note", {"With food.", longest_note});
    }
    regimen.amounts_to = read_facts(section, "facts");
    read_course(section, regimen);
    check_regimen(section, regimen);
    section.refuse_other_keys();
    return regimen;
}

domain::Guideline read_one_guideline(ClinicalReading& reading)
{
    domain::Guideline guideline{
        .about = read_source(reading.root),
        .title = reading.words.read(reading.root, "title", {"National guideline", longest_guideline_label}),
        .causes = {},
        .circumstances = {},
        .regimens = {}};
    OnlyOnce named{"the fact"};
    guideline.causes = read_named_facts(reading, "cause", named);
    guideline.circumstances = read_named_facts(reading, "circumstance", named);
    const auto causes = facts_in(guideline.causes);
    const auto circumstances = facts_in(guideline.circumstances);
    OnlyOnce ids{"the regimen id"};
    for (auto& section : reading.root.tables("regimen")) {
        guideline.regimens.push_back(read_regimen(reading, section, ids, causes, circumstances));
    }
    for (const auto& cause : guideline.causes) {
        if (std::ranges::find(guideline.regimens, cause.fact, &Regimen::for_what) == guideline.regimens.end()) {
            reading.root.refuse(reading.root.place("cause"),
                                fmt::format("nothing is given for the cause \"{}\"", cause.fact.view()),
                                "Add a [[regimen]] for it, or take the cause out.");
        }
    }
    if (guideline.regimens.empty()) {
        reading.root.refuse({1, 1}, "there is no [[regimen]]", "Add [[regimen]] with id, for and drugs.");
    }
    return guideline;
}

} // namespace

std::expected<domain::Guideline, std::vector<Fault>> read_guideline(std::string_view text)
{
    return read_clinical(text, read_one_guideline);
}

} // namespace verandah::hub
