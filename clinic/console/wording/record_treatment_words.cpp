// SPDX-License-Identifier: Apache-2.0
// What the guideline gives, what was prescribed, and what a dose takes out of the cupboard.
#include "clinic/console/flow/record_dispensing.hpp"
#include "clinic/console/flow/record_view.hpp"
#include "clinic/console/wording/record_words.hpp"

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

std::string frequency_words(const ui::Translator& words, domain::Frequency frequency)
{
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

/// "Doxycycline 100 mg, twice a day, 14 days".
std::string drug_words(const Scene& scene, const domain::DrugGiven& drug)
{
    const auto& words = scene.words;
    std::string text = text_of(scene, drug.name) + " " + drug.dose + ", " + frequency_words(words, drug.frequency);
    if (drug.frequency == domain::Frequency::weekly) {
        text += ", " + words.translate("{} dose", "{} doses", drug.doses);
    } else if (drug.frequency != domain::Frequency::once) {
        text += ", " + words.translate("{} day", "{} days", drug.days);
    }
    return drug.route == domain::Route::oral ? text : text + ", " + route_words(words, drug.route);
}

std::string regimen_words(const Scene& scene, const domain::Regimen& regimen)
{
    std::string text;
    for (const auto& drug : regimen.drugs) {
        text += (text.empty() ? "" : " + ") + drug_words(scene, drug);
    }
    return text;
}

std::string fact_words(const Scene& scene, const std::vector<domain::FactCode>& facts)
{
    std::string text;
    const auto& guideline = *guideline_of(scene.console);
    for (const auto& fact : facts) {
        for (const auto* named : {&guideline.causes, &guideline.circumstances}) {
            const auto found = std::ranges::find(*named, fact, &domain::NamedFact::fact);
            if (found != named->end()) {
                text += (text.empty() ? "" : ", ") + text_of(scene, found->label);
            }
        }
    }
    return text;
}

std::string left_out_words(const Scene& scene, const domain::LeftOut& left_out)
{
    const auto line = left_out.regimen->line == 1 ? scene.words.translate("{why}: first line left out.")
                                                  : scene.words.translate("{why}: a later line left out.");
    return filled(line, {{"why", fact_words(scene, left_out.because)}});
}

/// What of it was given already, and where the last dose came from.
std::string given_words(const Scene& scene, const domain::Prescription& prescription)
{
    const auto& words = scene.words;
    const auto& doses = prescription.doses;
    if (doses.empty()) {
        return words.translate("prescribed");
    }
    const auto given =
        filled(words.translate("prescribed · dose {given} of {all} given"),
               {{"given", std::to_string(doses.size())}, {"all", std::to_string(prescription.prescribed.doses)}});
    return given + " · " +
           (doses.back().dispensed.movements.empty() ? words.translate("from elsewhere")
                                                     : words.translate("from the cupboard"));
}

/// The button for the next dose, once she has seen what it takes; a second one when the cupboard does not have it.
void offer_dose(const Scene& scene, domain::PrescriptionId id, SuggestionModel& model)
{
    const auto& words = scene.words;
    const auto& record = *scene.console.record;
    const auto& prescription = record.file.prescriptions.at(id);
    const auto next = static_cast<int>(prescription.doses.size()) + 1;
    const auto number = std::to_string(id.value());
    if (const auto* regimen = regimen_of(scene.console, prescription.prescribed)) {
        model.stock = supply_words(scene, supplies_of(scene.console, *regimen, next));
    }
    if (record.dispensing) {
        model.detail = record.dispensing->prescription == id ? words.translate("Writing down what is given…") : "";
        return;
    }
    if (record.elsewhere == id) {
        model.detail = words.translate("Not all of it is in the cupboard. Is it given all the same?");
        model.main = RecordChoice{
            words.translate("From elsewhere"), RecordWish{GiveDose{id}}, "elsewhere." + number, false, false, U'D'};
        model.other =
            RecordChoice{words.translate("Not yet"), RecordWish{LeaveDose{}}, "leave." + number, false, false, 0};
        return;
    }
    const auto label =
        prescription.prescribed.doses == 1
            ? words.translate("Given")
            : filled(words.translate("Dose {dose} of {all} given"),
                     {{"dose", std::to_string(next)}, {"all", std::to_string(prescription.prescribed.doses)}});
    model.main = RecordChoice{label, RecordWish{GiveDose{id}}, "give." + number, false, false, U'D'};
}

/// What stands against it: what it is not for, what to mind, and that nobody knows.
std::vector<std::string> warning_words(const Scene& scene, const domain::Regimen& regimen)
{
    const auto& words = scene.words;
    const auto circumstances = circumstances_now(scene.console, scene.now);
    std::vector<std::string> warnings;
    if (!allergies_are_known(scene.console)) {
        warnings.push_back(words.translate("Ask about allergies first."));
    }
    if (const auto against = domain::those_there(regimen.not_with, circumstances); !against.empty()) {
        warnings.push_back(filled(words.translate("Not for her: {what}."), {{"what", fact_words(scene, against)}}));
    }
    if (const auto mind = domain::those_there(regimen.careful_with, circumstances); !mind.empty()) {
        warnings.push_back(filled(words.translate("Take care: {what}."), {{"what", fact_words(scene, mind)}}));
    }
    return warnings;
}

/// A dose that is late, and one that is so late that the course begins anew.
void word_course(const Scene& scene, domain::PrescriptionId id, SuggestionModel& model)
{
    using enum domain::DoseCourse::State;
    const auto& words = scene.words;
    const auto& prescription = scene.console.record->file.prescriptions.at(id);
    const auto course = course_of(scene.console, prescription, scene.now);
    const auto* regimen = regimen_of(scene.console, prescription.prescribed);
    if (!course || regimen == nullptr || scene.console.record->elsewhere == id) {
        return;
    }
    if (course->state == late) {
        model.warnings.push_back(
            filled(words.translate("This dose was due on {day}."), {{"day", day_words(scene, *course->next_due)}}));
    } else if (course->state == begin_anew && model.main) {
        model.warnings.push_back(filled(words.translate("More than {days} days since the last dose: the course begins "
                                                        "anew."),
                                        {{"days", std::to_string(regimen->longest_gap_days)}}));
        if (!can_begin_anew(scene.console, prescription, scene.now)) {
            return; // what stands against it is told
        }
        model.other = std::exchange(model.main, RecordChoice{words.translate("Begin anew"), RecordWish{BeginAnew{id}},
                                                             "anew." + std::to_string(id.value()), false, false, U'D'});
        model.other->key = 0;
    }
}

/// What was prescribed, and the next dose of it.
void word_prescribed(const Scene& scene, domain::PrescriptionId id, SuggestionModel& model)
{
    const auto& prescription = scene.console.record->file.prescriptions.at(id);
    const auto* regimen = regimen_of(scene.console, prescription.prescribed);
    model.headline = regimen == nullptr ? prescription.prescribed.regimen.text() : regimen_words(scene, *regimen);
    model.detail = given_words(scene, prescription);
    if (!prescription.prescribed.against.empty()) {
        model.detail +=
            " · " + filled(scene.words.translate("chosen because: {why}"), {{"why", prescription.prescribed.against}});
    }
    if (regimen != nullptr) {
        model.warnings = warning_words(scene, *regimen);
    }
    model.is_done = !is_dose_due(scene.console, id, scene.now);
    if (!model.is_done) {
        offer_dose(scene, id, model);
        word_course(scene, id, model);
    }
}

/// A course of several doses, begun today or another day.
SuggestionModel course_words(const Scene& scene, domain::PrescriptionId id)
{
    const auto& prescription = scene.console.record->file.prescriptions.at(id);
    SuggestionModel model;
    model.title = scene.words.translate("Treatment begun");
    model.note = fact_words(scene, {prescription.prescribed.for_what}) + " · " + day_words(scene, prescription.day);
    word_prescribed(scene, id, model);
    return model;
}

SuggestionModel one_suggestion(const Scene& scene, const domain::Suggestion& suggestion)
{
    const auto& words = scene.words;
    const auto& guideline = *guideline_of(scene.console);
    SuggestionModel model;
    model.title = words.translate("Guideline suggests");
    model.note = fact_words(scene, {suggestion.for_what}) + " · " + text_of(scene, guideline.title);
    for (const auto& left_out : suggestion.left_out) {
        if (!left_out.because.empty()) {
            model.warnings.push_back(left_out_words(scene, left_out));
        }
    }
    if (const auto id = prescribed_for(scene.console, suggestion.for_what, scene.now)) {
        word_prescribed(scene, *id, model);
        return model;
    }
    if (suggestion.offers.empty()) {
        model.headline = words.translate("Nothing in the guideline is left for her.");
        model.detail = words.translate("Ask a doctor, or send her to one.");
    } else {
        const auto& offer = suggestion.offers.front();
        if (!offer.cautions.empty()) {
            model.warnings.push_back(
                filled(words.translate("Take care: {what}."), {{"what", fact_words(scene, offer.cautions)}}));
        }
        model.headline = regimen_words(scene, *offer.regimen);
        model.detail = text_of(scene, offer.regimen->note);
        model.stock = supply_words(scene, supplies_of(scene.console, *offer.regimen, 1));
        model.main = RecordChoice{words.translate("Prescribe"),
                                  RecordWish{PrescribeThis{suggestion.for_what, offer.regimen->id}},
                                  "prescribe." + suggestion.for_what.text(),
                                  false,
                                  false,
                                  U'P'};
    }
    model.other = RecordChoice{words.translate("Something else…"),
                               RecordWish{AskOtherwise{suggestion.for_what}},
                               "other." + suggestion.for_what.text(),
                               false,
                               false,
                               0};
    return model;
}

} // namespace

std::string treatment_words(const Scene& scene, const domain::Prescription& prescription)
{
    const auto& words = scene.words;
    std::string text;
    if (const auto* regimen = regimen_of(scene.console, prescription.prescribed)) {
        for (const auto& drug : regimen->drugs) {
            text += (text.empty() ? "" : " + ") + text_of(scene, drug.name) + " " + drug.dose;
        }
    } else {
        text = prescription.prescribed.regimen.text();
    }
    const auto given = prescription.doses.size();
    const auto all = static_cast<std::size_t>(prescription.prescribed.doses);
    text += " · " + (given == 0    ? words.translate("not given here")
                     : given < all ? filled(words.translate("{given} of {all} doses given"),
                                            {{"given", std::to_string(given)}, {"all", std::to_string(all)}})
                                   : words.translate("given"));
    return prescription.prescribed.against.empty() ? text : text + " · " + words.translate("against the guideline");
}

std::vector<SuggestionModel> suggestion_words(const Scene& scene)
{
    std::vector<SuggestionModel> models;
    for (const auto id : courses_begun(scene.console, scene.now)) {
        models.push_back(course_words(scene, id));
    }
    for (const auto& suggestion : suggestions(scene.console, scene.now)) {
        models.push_back(one_suggestion(scene, suggestion));
    }
    bool is_first = true;
    for (auto& model : models) { // one key, for the first that still needs it
        if (model.main) {
            model.main->key = std::exchange(is_first, false) ? model.main->key : 0;
        }
    }
    return models;
}

OtherwiseModel otherwise_words(const Scene& scene)
{
    const auto& words = scene.words;
    const auto& asked = *scene.console.record->otherwise;
    OtherwiseModel model;
    model.title = words.translate("Something else");
    model.note = words.translate("What you choose against the guideline is kept with your reason.");
    const auto add = [&](const domain::Regimen& regimen, const std::string& why_not) {
        model.choices.push_back({regimen_words(scene, regimen) + (why_not.empty() ? "" : " · " + why_not),
                                 RecordWish{ChooseOtherwise{regimen.id}}, "otherwise." + regimen.id.text(),
                                 asked.chosen == regimen.id, !why_not.empty(), 0});
    };
    for (const auto& suggestion : suggestions(scene.console, scene.now)) {
        if (suggestion.for_what != asked.cause) {
            continue;
        }
        for (const auto& offer : suggestion.offers) {
            add(*offer.regimen, {});
        }
        for (const auto& left_out : suggestion.left_out) {
            add(*left_out.regimen, fact_words(scene, left_out.because));
        }
    }
    model.why_label = words.translate("Why");
    model.why = asked.why;
    model.confirm = words.translate("Prescribe this");
    model.cancel = words.translate("Back");
    model.missing = !asked.chosen       ? words.translate("Choose one first.")
                    : asked.why.empty() ? words.translate("Write in a few words why.")
                                        : std::string{};
    return model;
}

} // namespace verandah::console
