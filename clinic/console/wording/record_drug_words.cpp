// SPDX-License-Identifier: Apache-2.0
// What a drug, a row of the guideline and a medicine in no table are called.
#include "clinic/console/flow/otherwise_view.hpp"
#include "clinic/console/flow/record_view.hpp"
#include "clinic/console/wording/record_words.hpp"
#include "clinic/console/wording/stock_words.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

std::string route_words(const ui::Translator& words, domain::Route route)
{
    switch (route) {
    case domain::Route::oral: return words.translate("by mouth");
    case domain::Route::intramuscular: return words.translate("into the muscle");
    case domain::Route::intravenous: return words.translate("into a vein");
    case domain::Route::vaginal: return words.translate("into the vagina");
    case domain::Route::topical: return words.translate("on the skin");
    }
    std::unreachable();
}

/// "twice a day, 14 days".
std::string times_words(const Scene& scene, domain::Frequency frequency, int days)
{
    const auto text = frequency_words(scene, frequency);
    return frequency == domain::Frequency::once ? text : text + ", " + scene.words.translate("{} day", "{} days", days);
}

/// "Doxycycline 100 mg, twice a day, 14 days".
std::string drug_words(const Scene& scene, const domain::DrugGiven& drug)
{
    const auto& words = scene.words;
    const auto text =
        text_of(scene, drug.name) + " " + drug.dose + ", " +
        (drug.frequency == domain::Frequency::weekly
             ? frequency_words(scene, drug.frequency) + ", " + words.translate("{} dose", "{} doses", drug.doses)
             : times_words(scene, drug.frequency, drug.days));
    return drug.route == domain::Route::oral ? text : text + ", " + route_words(words, drug.route);
}

} // namespace

std::string frequency_words(const Scene& scene, domain::Frequency frequency)
{
    const auto& words = scene.words;
    switch (frequency) {
    case domain::Frequency::once: return words.translate("once");
    case domain::Frequency::daily: return words.translate("once a day");
    case domain::Frequency::twice_daily: return words.translate("twice a day");
    case domain::Frequency::three_daily: return words.translate("three times a day");
    case domain::Frequency::four_daily: return words.translate("four times a day");
    case domain::Frequency::weekly: return words.translate("once a week");
    }
    std::unreachable();
}

std::string regimen_words(const Scene& scene, const domain::Regimen& regimen)
{
    std::string text;
    for (const auto& drug : regimen.drugs) {
        text += (text.empty() ? "" : " + ") + drug_words(scene, drug);
    }
    return text;
}

std::string label_of_kept(const Scene& scene, const domain::CommodityCode& commodity)
{
    const auto* kept = find_kept(scene.console, commodity);
    return kept == nullptr ? commodity.text() : commodity_label(scene, *kept);
}

std::string own_words(const Scene& scene, const domain::OwnTreatment& own)
{
    std::string text = own.commodity ? label_of_kept(scene, *own.commodity) : std::string{};
    const auto add = [&text](const std::string& more) { text += (text.empty() || more.empty() ? "" : " · ") + more; };
    if (own.dose) {
        add(own.dose->dose + ", " + times_words(scene, own.dose->frequency, own.dose->days));
    }
    add(own.words);
    return text;
}

std::string fact_words(const Scene& scene, const std::vector<domain::FactCode>& facts)
{
    std::string text;
    const auto& circumstances = guideline_of(scene.console)->circumstances;
    for (const auto& fact : facts) {
        const auto found = std::ranges::find(circumstances, fact, &domain::NamedFact::fact);
        const auto* label = found == circumstances.end() ? label_of_cause(scene.console, fact) : &found->label;
        if (label != nullptr) {
            text += (text.empty() ? "" : ", ") + text_of(scene, *label);
        }
    }
    return text;
}

} // namespace verandah::console
