// SPDX-License-Identifier: Apache-2.0
// What the guideline gives, what was prescribed, and what a dose takes out of the cupboard.
#include "clinic/console/flow/otherwise_view.hpp"
#include "clinic/console/flow/record_dispensing.hpp"
#include "clinic/console/flow/record_view.hpp"
#include "clinic/console/wording/record_words.hpp"

#include <algorithm>
#include <utility>

namespace verandah::console {

namespace {

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
    if (const auto supplies = supplies_of(scene.console, prescription.prescribed, next)) {
        model.stock = supply_words(scene, *supplies);
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

/// Of what was prescribed, held against what holds of her now.
std::vector<std::string> warnings_of(const Scene& scene, const domain::Prescribed& prescribed)
{
    if (prescribed.own) {
        return warning_words(scene, said_of_own(scene.console, *prescribed.own, scene.now));
    }
    const auto* regimen = regimen_of(scene.console, prescribed);
    if (regimen == nullptr) {
        return {};
    }
    const auto circumstances = circumstances_now(scene.console, scene.now);
    return warning_words(scene, {.left_out_for = domain::those_there(regimen->not_with, circumstances),
                                 .careful_with = domain::those_there(regimen->careful_with, circumstances)});
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
    const auto& own = prescription.prescribed.own;
    model.headline = own                  ? own_words(scene, *own)
                     : regimen == nullptr ? prescription.prescribed.regimen.text()
                                          : regimen_words(scene, *regimen);
    model.detail = given_words(scene, prescription);
    if (!prescription.prescribed.against.empty()) {
        model.detail +=
            " · " + filled(scene.words.translate("chosen because: {why}"), {{"why", prescription.prescribed.against}});
    }
    model.warnings = warnings_of(scene, prescription.prescribed);
    model.is_done = !is_dose_due(scene.console, id, scene.now);
    if (!model.is_done) {
        offer_dose(scene, id, model);
        word_course(scene, id, model);
    }
}

/// What stands with no suggestion: a course of several doses, or what was chosen outside the table.
SuggestionModel treatment_box(const Scene& scene, domain::PrescriptionId id, std::string title)
{
    const auto& prescription = scene.console.record->file.prescriptions.at(id);
    SuggestionModel model;
    model.title = std::move(title);
    model.note = fact_words(scene, {prescription.prescribed.for_what}) + " · " + day_words(scene, prescription.day);
    word_prescribed(scene, id, model);
    return model;
}

/// Something was found that no row was written for.
SuggestionModel without_row_words(const Scene& scene, const Cause& cause)
{
    const auto& words = scene.words;
    SuggestionModel model;
    model.title = words.translate("No row in the guideline");
    model.note = text_of(scene, *cause.label);
    model.headline = words.translate("The guideline says nothing about it.");
    model.detail = words.translate("Write down what she gets, or ask a doctor.");
    model.other = RecordChoice{words.translate("Write it down…"),
                               RecordWish{AskOtherwise{cause.fact}},
                               "other." + cause.fact.text(),
                               false,
                               false,
                               0};
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
    if (const auto& own = prescription.prescribed.own) {
        text = own_words(scene, *own);
    } else if (const auto* regimen = regimen_of(scene.console, prescription.prescribed)) {
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
    return prescription.prescribed.against.empty()
               ? text
               : text + " · " +
                     (prescription.prescribed.own ? words.translate("outside the guideline")
                                                  : words.translate("against the guideline"));
}

std::vector<std::string> warning_words(const Scene& scene, const domain::ByTheTable& said)
{
    const auto& words = scene.words;
    std::vector<std::string> warnings;
    if (!allergies_are_known(scene.console)) {
        warnings.push_back(words.translate("Ask about allergies first."));
    }
    if (!said.left_out_for.empty()) {
        warnings.push_back(
            filled(words.translate("Not for her: {what}."), {{"what", fact_words(scene, said.left_out_for)}}));
    }
    if (!said.careful_with.empty()) {
        warnings.push_back(
            filled(words.translate("Take care: {what}."), {{"what", fact_words(scene, said.careful_with)}}));
    }
    return warnings;
}

std::vector<SuggestionModel> suggestion_words(const Scene& scene)
{
    std::vector<SuggestionModel> models;
    for (const auto id : courses_begun(scene.console, scene.now)) {
        models.push_back(treatment_box(scene, id, scene.words.translate("Treatment begun")));
    }
    for (const auto& suggestion : suggestions(scene.console, scene.now)) {
        models.push_back(one_suggestion(scene, suggestion));
    }
    for (const auto id : prescribed_beside(scene.console, scene.now)) {
        models.push_back(treatment_box(scene, id, scene.words.translate("Prescribed")));
    }
    for (const auto& cause : causes_without_row(scene.console, scene.now)) {
        models.push_back(without_row_words(scene, cause));
    }
    bool is_first = true;
    for (auto& model : models) { // one key, for the first that still needs it
        if (model.main) {
            model.main->key = std::exchange(is_first, false) ? model.main->key : 0;
        }
    }
    return models;
}

} // namespace verandah::console
