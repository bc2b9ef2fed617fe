// SPDX-License-Identifier: Apache-2.0
// Facts tell PrEP and vaccines, prescriptions and results tell syphilis: what a form or a table calls them is not known
// here, only what they amount to.
#include "shared/domain/record/episodes.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string_view>

namespace verandah::domain {

namespace {

using Titre = SyphilisTreatment::Titre;

constexpr std::chrono::days titre_before{91};

/// "treated.syphilis", "diagnosis.syphilis_late", "syphilis.dose".
bool is_about_syphilis(const FactCode& fact)
{
    constexpr std::string_view word = "syphilis";
    const auto text = fact.view();
    const auto found = text.find(word);
    return found != std::string_view::npos && (found == 0 || text[found - 1] == '.');
}

/// The prescriptions of which a dose amounted to something about syphilis, or which were made for it.
std::vector<const Prescription*> treatments_in(const File& file)
{
    std::set<PrescriptionId> amounting;
    for (const auto& entry : file.entries) {
        const auto* dose = std::get_if<Dispensed>(&entry.event);
        if (dose != nullptr && std::ranges::any_of(entry.facts, is_about_syphilis, &Fact::code)) {
            amounting.insert(dose->prescription);
        }
    }
    std::vector<const Prescription*> treatments;
    for (const auto& [id, prescription] : file.prescriptions) {
        const bool is_one = amounting.contains(id) || is_about_syphilis(prescription.prescribed.for_what);
        if (is_one && !prescription.doses.empty()) {
            treatments.push_back(&prescription);
        }
    }
    std::ranges::stable_sort(treatments, {}, [](const Prescription* each) { return each->doses.front().day; });
    return treatments;
}

/// Of every test that has one: its latest, on the day of the first result.
std::vector<Titre> titres_in(const File& file)
{
    std::map<TestId, CentreDay> days;
    std::map<TestId, Titre> titres;
    for (const auto& entry : file.entries) {
        const auto* moved = std::get_if<TestMoved>(&entry.event);
        if (moved == nullptr || !moved->result) {
            continue;
        }
        const auto day = days.try_emplace(moved->test, entry.day).first->second;
        const bool is_of_syphilis = std::ranges::any_of(
            entry.facts, [](const Fact& fact) { return fact.code.view() == "test.syphilis.titre"; });
        if (moved->result->dilution && is_of_syphilis) {
            titres.insert_or_assign(moved->test, Titre{day, *moved->result->dilution});
        } else {
            titres.erase(moved->test); // it was corrected
        }
    }
    std::vector<Titre> all;
    std::ranges::transform(titres, std::back_inserter(all), [](const auto& each) { return each.second; });
    std::ranges::stable_sort(all, {}, &Titre::on);
    return all;
}

void add_syphilis(const File& file, std::vector<Episode>& episodes)
{
    std::vector<SyphilisTreatment> treatments;
    for (const auto* each : treatments_in(file)) {
        treatments.push_back({each->doses.front().day, each->doses.back().day, static_cast<int>(each->doses.size()),
                              each->prescribed.doses});
    }
    for (const auto& titre : titres_in(file)) {
        const auto of = std::ranges::find_if(treatments.rbegin(), treatments.rend(), [&](const auto& treatment) {
            return std::chrono::sys_days{titre.on} >= std::chrono::sys_days{treatment.begun} - titre_before;
        });
        if (of != treatments.rend()) {
            of->titres.push_back(titre);
        }
    }
    episodes.insert(episodes.end(), treatments.begin(), treatments.end());
}

void add_prep(const History& history, std::vector<Episode>& episodes)
{
    std::optional<PrepTime> time;
    for (const auto& fact : history) {
        const auto code = fact.code.view();
        if (code == "prep.started" || code == "prep.continued") {
            time = time.value_or(PrepTime{fact.on, fact.on});
            time->last = fact.on;
        } else if (code == "prep.stopped" && time) {
            time->last = fact.on;
            time->stopped = fact.on;
            episodes.emplace_back(*time);
            time.reset();
        }
    }
    if (time) {
        episodes.emplace_back(*time);
    }
}

/// "hbv" of "vaccine.hbv.dose"; empty for anything else.
std::string_view vaccine_in(std::string_view fact)
{
    constexpr std::string_view before = "vaccine.";
    constexpr std::string_view after = ".dose";
    return fact.starts_with(before) && fact.ends_with(after) && fact.size() > before.size() + after.size()
               ? fact.substr(before.size(), fact.size() - before.size() - after.size())
               : std::string_view{};
}

void add_vaccines(const History& history, std::vector<Episode>& episodes)
{
    std::map<std::string_view, std::vector<VaccineCourse>> courses;
    for (const auto& fact : history) {
        const auto vaccine = vaccine_in(fact.code.view());
        if (vaccine.empty() || !fact.value) {
            continue;
        }
        auto& of_it = courses[vaccine];
        if (of_it.empty() || of_it.back().doses.back().number >= *fact.value) {
            of_it.push_back({std::string{vaccine}, {}});
        }
        of_it.back().doses.push_back({*fact.value, fact.on});
    }
    for (const auto& [vaccine, of_it] : courses) {
        episodes.insert(episodes.end(), of_it.begin(), of_it.end());
    }
}

void add_slips(const File& file, std::span<const CounterfoilHash> returned, std::vector<Episode>& episodes)
{
    for (const auto& slips : file.slips) {
        const auto back = std::ranges::count_if(slips.what.counterfoils, [&](const CounterfoilHash& each) {
            return std::ranges::find(returned, each) != returned.end();
        });
        episodes.emplace_back(PartnerSlips{slips.day, slips.what.reason, slips.what.count, static_cast<int>(back)});
    }
}

struct LastDay {
    CentreDay operator()(const SyphilisTreatment& treatment) const
    {
        return treatment.titres.empty() ? treatment.last : std::max(treatment.last, treatment.titres.back().on);
    }
    CentreDay operator()(const PrepTime& time) const { return time.last; }
    CentreDay operator()(const VaccineCourse& course) const { return course.doses.back().on; }
    CentreDay operator()(const PartnerSlips& slips) const { return slips.given_on; }
};

} // namespace

CentreDay last_day_of(const Episode& episode)
{
    return std::visit(LastDay{}, episode);
}

std::vector<Episode> episodes_of(const File& file, std::span<const CounterfoilHash> returned)
{
    const auto history = history_of(file);
    std::vector<Episode> episodes;
    add_syphilis(file, episodes);
    add_prep(history, episodes);
    add_vaccines(history, episodes);
    add_slips(file, returned, episodes);
    std::ranges::stable_sort(episodes, std::ranges::greater{}, last_day_of);
    return episodes;
}

} // namespace verandah::domain
